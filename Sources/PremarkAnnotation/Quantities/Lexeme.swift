import PremarkText

/// A token as the entity readers see it: a word with what it means, a whole numeral with its value, or a mark.
///
/// Lexemes differ from tokens where numbers are concerned: "3,10" is one token but a list of two numerals, and what
/// is not a plain number ("14.3.26") is told apart.
struct Lexeme {
  enum Shape: UInt8 {
    /// Letters only.
    case word
    /// Begins with a letter and has digits ("SM1", "Q1", "FY26").
    case code
    case numeral
    case symbol
    /// Before the first and after the last.
    case edge
  }

  /// How a numeral is written.
  enum Form: UInt8 {
    case none
    /// Digits only.
    case integer
    /// With one point: 4.2.
    case decimal
    /// With commas between thousands: 1,200.
    case grouped
    /// More than one point: a date, a version, a paragraph.
    case dotted
  }

  /// Bytes in the block's text.
  var span: Span
  /// Indexes in the document's tokens.
  var tokens: Range<Int>
  var word: WordID
  var shape: Shape
  var form: Form = .none
  /// Digits before the point, for numerals.
  var digits: UInt8 = 0
  /// True for a numeral with a nought in front of other digits ("03").
  var hasLeadingZero = false
  /// True where white space, or the start of the text, stands before it.
  var followsSpace: Bool
  /// True where a line break, or the start of the text, stands before it.
  var startsLine: Bool
  var isCapitalised: Bool
  /// True for two capitals or more and no small letter.
  var isUpperCase = false
  /// The value of a numeral.
  var number: Double = 0
  var mark: Mark = .none
  var meaning: Meaning = Meaning()

  /// What stands before the first and after the last lexeme of a block.
  static let edge = Lexeme(
    span: Span(0, 0), tokens: 0..<0, word: WordID(rawValue: -1), shape: .edge, followsSpace: true,
    startsLine: true, isCapitalised: false)

  /// True for a numeral of digits only.
  var isInteger: Bool { form == .integer }

  /// True for a word or code.
  var isWord: Bool { shape == .word || shape == .code }
}

/// A punctuation mark or sign, as far as the readers tell them apart.
enum Mark: UInt8 {
  case none, other
  case dash, slash, colon, stop, comma, semicolon, question, exclamation, apostrophe, quote, open, close
  case percent, pound, euro, dollar, hash, at, ampersand, plus, equals, greater, arrow, times, bar, bullet
  case half, quarter, threeQuarters

  /// The mark of a scalar.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x2D, 0x2010...0x2015, 0x2212: self = .dash
    case 0x2F, 0x2044: self = .slash
    case 0x3A: self = .colon
    case 0x2E: self = .stop
    case 0x2C: self = .comma
    case 0x3B: self = .semicolon
    case 0x3F: self = .question
    case 0x21: self = .exclamation
    case 0x27, 0x2018, 0x2019, 0x60: self = .apostrophe
    case 0x22, 0x201C...0x201E: self = .quote
    case 0x28, 0x5B: self = .open
    case 0x29, 0x5D: self = .close
    case 0x25: self = .percent
    case 0xA3: self = .pound
    case 0x20AC: self = .euro
    case 0x24: self = .dollar
    case 0x23: self = .hash
    case 0x40: self = .at
    case 0x26: self = .ampersand
    case 0x2B: self = .plus
    case 0x3D: self = .equals
    case 0x3E: self = .greater
    case 0x2190...0x21FF, 0x27A1, 0x2794...0x27BE: self = .arrow
    case 0xD7: self = .times
    case 0x7C: self = .bar
    case 0x2022, 0x25CF, 0x25AA: self = .bullet
    case 0xBD: self = .half
    case 0xBC: self = .quarter
    case 0xBE: self = .threeQuarters
    default: self = .other
    }
  }
}
