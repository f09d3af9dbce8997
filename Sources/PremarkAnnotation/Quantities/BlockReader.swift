import PremarkDocument
import PremarkText

/// Something with a value, by lexemes of its block, before it is an ``Entity``.
struct Found {
  var kind: Entity.Kind
  /// Lexemes of the block.
  var range: Range<Int>
  var value: Entity.Value
  /// What has to be known of the document before the value is.
  var pending: Pending = .none
  /// The unit of a duration or recurrence as written, and how many.
  var unit: TimeUnit = .none
  var amount: Double = 0
  /// True where the unit stands after a second figure only: the "10" of "10 to 15 minutes".
  var sharesUnit = false
}

/// A value that depends on a day outside the words.
enum Pending: Equatable {
  case none
  /// "the 28th": the day of a month that is known from around it.
  case dayOfMonth(Int)
  /// The end of this unit (0) or the next (1).
  case end(of: TimeUnit, after: Int)
  /// The first such day of the week from the reference day on.
  case weekday(Int)
  /// A date without a year: the first one from the reference day on.
  case nextOccurrence(CalendarDate)
  /// A feast without a year: the first from the reference day on.
  case feast(Feast)
}

/// What is known of a block before its words are read.
struct BlockContext {
  /// A time is measured here (handling time, hold): 6:30 is a duration.
  var timeMeasure = false
  /// The column, row or label promises a date.
  var dated = false
  /// The column is one of people: "Who", "Person", "Owner".
  var namesPeople = false
  /// The block is a heading.
  var isHeading = false
  /// Lines of the document open with days in figures, so that "1 / 9" and "11/11" in front of one are days too.
  var linesOpenWithDays = false
  /// Years from 2000 to 2063 written in full anywhere in the document, and the year of submission, a bit each.
  var years: UInt64 = 0
}

/// Reads the dates, quantities and references of one block from left to right.
///
/// At each lexeme the readers are tried from the most to the least specific; what one takes is not looked at again.
/// Two passes over the takings then join them: changes ("from 72% to 85%") and time limits ("by 31 March"), which
/// hold the entities they are made of.
struct BlockReader {
  /// Index of the block in the document.
  let block: Int
  let text: [UInt8]
  let lexemes: [Lexeme]
  var context = BlockContext()
  /// What has been taken, in order of taking.
  var found: [Found] = []
  /// For each lexeme the index in `found` of what starts there, or -1.
  var starts: [Int32] = []
  /// For each lexeme the index in `found` of what ends just before it, or -1.
  var endings: [Int32] = []

  init(block: Int, text: [UInt8], lexemes: [Lexeme]) {
    self.block = block
    self.text = text
    self.lexemes = lexemes
  }

  /// The lexeme at an index, or an edge outside the block.
  subscript(index: Int) -> Lexeme {
    index >= 0 && index < lexemes.count ? lexemes[index] : .edge
  }

  /// The part in the grammar of the lexeme at an index.
  func keyword(_ index: Int) -> Keyword { self[index].meaning.keyword }

  /// The mark at an index.
  func mark(_ index: Int) -> Mark { self[index].mark }

  /// True where the lexeme at an index touches the one before it.
  func isGlued(_ index: Int) -> Bool {
    index > 0 && index < lexemes.count && !lexemes[index].followsSpace
  }

  /// True where the mark touches both neighbours, or has space on both sides.
  func isEvenlySpaced(_ index: Int) -> Bool { isGlued(index) == isGlued(index + 1) }

  /// True where a sentence or line ends before the lexeme.
  func startsStretch(_ index: Int) -> Bool {
    if self[index].startsLine { return true }
    switch mark(index - 1) {
    case .stop, .question, .exclamation, .bullet, .bar: return self[index].followsSpace
    default: return false
    }
  }

  /// The index after the word `the`, where it stands there.
  func afterThe(_ index: Int) -> Int { keyword(index) == .the ? index + 1 : index }

  /// Everything the block holds, by start, what holds others first.
  mutating func read() -> [Found] {
    var index = 0
    starts = [Int32](repeating: -1, count: lexemes.count)
    endings = [Int32](repeating: -1, count: lexemes.count + 1)
    while index < lexemes.count {
      let before = found.count
      let end = mayStart(lexemes[index]) ? take(at: index) : index
      guard end > index else {
        index += 1
        continue
      }
      for new in before..<found.count {
        starts[found[new].range.lowerBound] = Int32(new)
        endings[found[new].range.upperBound] = Int32(new)
      }
      index = end
    }
    readChanges()
    readTimeLimits()
    return found
  }

  /// False for words that nothing starts with, which are most.
  private func mayStart(_ lexeme: Lexeme) -> Bool {
    guard lexeme.shape == .word else { return true }
    let meaning = lexeme.meaning
    return meaning.keyword != .none || meaning.cardinal >= 0 || meaning.unit != .none || meaning.month > 0
      || meaning.weekday > 0 || meaning.ordinal > 0 || meaning.traits.contains(.numbered)
      || lexeme.isUpperCase || meaning.traits.contains(.feast)
      || lexeme.span.count == 1 || isGluedToMark(lexeme)
  }

  /// True where an "@" may follow: what looks like a mail address is passed over whole.
  private func isGluedToMark(_ lexeme: Lexeme) -> Bool {
    lexeme.span.end < text.count && text[lexeme.span.end] == 0x40
  }

  /// Takes what starts at a lexeme; returns the index after it, or `index` where nothing does.
  private mutating func take(at index: Int) -> Int {
    if let end = skip(at: index) { return end }
    let lexeme = lexemes[index]
    let startsDate = lexeme.shape != .symbol || lexeme.mark == .open
    if startsDate, let taken = calendar(at: index) { return keep(taken) }
    if let taken = recurrence(at: index) { return keep(taken) }
    if let taken = duration(at: index) { return keep(taken) }
    if let taken = measure(at: index) { return keep(taken) }
    if let taken = reference(at: index) { return keep(taken) }
    if let taken = count(at: index) { return keep(taken) }
    return index
  }

  private mutating func keep(_ taken: Taken) -> Int {
    found.append(contentsOf: taken.found)
    return taken.end
  }
}

/// What a reader took.
struct Taken {
  var found: [Found]
  /// Index after the last lexeme that is not to be looked at again.
  var end: Int

  init(_ found: [Found], end: Int) {
    self.found = found
    self.end = end
  }

  /// One thing that ends where the taking ends.
  init(_ kind: Entity.Kind, _ range: Range<Int>, _ value: Entity.Value = .none, pending: Pending = .none) {
    self.init([Found(kind: kind, range: range, value: value, pending: pending)], end: range.upperBound)
  }
}
