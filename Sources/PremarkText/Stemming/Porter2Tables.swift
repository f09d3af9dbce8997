/// The word lists and endings of ``Porter2``, as the definition of the algorithm prints them.
enum Porter2Tables {
  enum Condition {
    case none, inR2, afterL, afterSOrT, afterValidLi
  }

  struct Ending {
    let suffix: StaticString
    let replacement: StaticString
    let condition: Condition

    init(_ suffix: StaticString, _ replacement: StaticString = "", _ condition: Condition = .none) {
      self.suffix = suffix
      self.replacement = replacement
      self.condition = condition
    }
  }

  /// The endings of a step, by their last letter, so that a word is held against few of them.
  struct Endings {
    private var endings: [Ending] = []
    /// Each ending as a number, and how far a word's last eight letters are shifted to be compared with it.
    private var keys: [(packed: UInt64, shift: UInt64)] = []
    /// For each letter where its endings start; the last entry is where they end.
    private var starts: [Int] = []

    /// - Parameter all: longest first, so that the first that a word ends in is the longest.
    init(_ all: [Ending]) {
      for letter in UInt8(0x61)...0x7A {
        starts.append(endings.count)
        for ending in all where ending.suffix.utf8Start[ending.suffix.utf8CodeUnitCount - 1] == letter {
          endings.append(ending)
          keys.append((packed(ending.suffix), UInt64(64 - 8 * ending.suffix.utf8CodeUnitCount)))
        }
      }
      starts.append(endings.count)
    }

    /// The longest ending of a word with these last letters, the last one in the highest byte.
    func longest(of tail: UInt64) -> Ending? {
      let letter = Int(truncatingIfNeeded: tail >> 56) - 0x61
      guard letter >= 0, letter < 26 else { return nil }
      for index in starts[letter]..<starts[letter + 1] where tail >> keys[index].shift == keys[index].packed {
        return endings[index]
      }
      return nil
    }
  }

  /// Up to eight letters as one number, the first in the lowest byte.
  @inline(__always)
  static func packed(_ text: StaticString) -> UInt64 {
    var value: UInt64 = 0
    for offset in 0..<text.utf8CodeUnitCount {
      value |= UInt64(text.utf8Start[offset]) << UInt64(8 * offset)
    }
    return value
  }

  static let step2 = Endings([
    Ending("ational", "ate"), Ending("fulness", "ful"), Ending("iveness", "ive"), Ending("ization", "ize"),
    Ending("ousness", "ous"), Ending("biliti", "ble"), Ending("lessli", "less"), Ending("tional", "tion"),
    Ending("alism", "al"), Ending("aliti", "al"), Ending("ation", "ate"), Ending("entli", "ent"),
    Ending("fulli", "ful"), Ending("iviti", "ive"), Ending("ogist", "og"), Ending("ousli", "ous"),
    Ending("abli", "able"), Ending("alli", "al"), Ending("anci", "ance"), Ending("ator", "ate"),
    Ending("enci", "ence"), Ending("izer", "ize"), Ending("bli", "ble"), Ending("ogi", "og", .afterL),
    Ending("li", "", .afterValidLi),
  ])

  static let step3 = Endings([
    Ending("ational", "ate"), Ending("tional", "tion"), Ending("alize", "al"), Ending("ative", "", .inR2),
    Ending("icate", "ic"), Ending("iciti", "ic"), Ending("ical", "ic"), Ending("ness"), Ending("ful"),
  ])

  static let step4 = Endings([
    Ending("ement"), Ending("able"), Ending("ance"), Ending("ence"), Ending("ible"), Ending("ment"),
    Ending("ant"),
    Ending("ate"), Ending("ent"), Ending("ion", "", .afterSOrT), Ending("ism"), Ending("iti"), Ending("ive"),
    Ending("ize"), Ending("ous"), Ending("al"), Ending("er"), Ending("ic"),
  ])

  /// The stem of a word that follows no rule, or nil.
  ///
  /// - Parameter whole: its last eight letters, the last one in the highest byte; zeros before a shorter word.
  static func special(whole: UInt64, count: Int) -> StaticString? {
    guard count >= 3, count <= 6 else { return nil }
    let word = whole >> UInt64(64 - 8 * count)
    guard isIrregularStart(UInt8(truncatingIfNeeded: word)) else { return nil }
    for (key, stem) in specials where key == word { return stem }
    return nil
  }

  /// Where R1 starts in words on stems that would otherwise run together ("general", "generic"), or nil.
  ///
  /// - Parameter head: the first eight letters of the word, the first in the lowest byte.
  @inline(__always)
  static func irregularRegion(head: UInt64) -> Int? {
    switch UInt8(truncatingIfNeeded: head) {
    case 0x61: end("arsen", head)
    case 0x63: end("commun", head)
    case 0x65: end("emerg", head)
    case 0x67: end("gener", head)
    case 0x69: end("inter", head)
    case 0x6C: end("later", head)
    case 0x6F: end("organ", head)
    case 0x70: end("past", head)
    case 0x75: end("univers", head)
    default: nil
    }
  }

  @inline(__always)
  private static func end(_ prefix: StaticString, _ head: UInt64) -> Int? {
    let unused = UInt64(64 - 8 * prefix.utf8CodeUnitCount)
    return head << unused == packed(prefix) << unused ? prefix.utf8CodeUnitCount : nil
  }

  /// "proceed", "exceed" and "succeed" with what follows keep "eed".
  ///
  /// - Parameter tail: all letters before the ending, the last one in the highest byte.
  static func keepsEed(before tail: UInt64) -> Bool {
    isWhole("proc", tail) || isWhole("exc", tail) || isWhole("succ", tail)
  }

  /// Nouns in "-ing" whose stem is another word ("evening", "herring").
  ///
  /// - Parameter tail: all letters before the ending, the last one in the highest byte.
  static func keepsIng(before tail: UInt64) -> Bool {
    isWhole("inn", tail) || isWhole("out", tail) || isWhole("cann", tail) || isWhole("herr", tail)
      || isWhole("earr", tail) || isWhole("even", tail)
  }

  /// True where the letters are these and no others.
  @inline(__always)
  private static func isWhole(_ text: StaticString, _ tail: UInt64) -> Bool {
    tail == packed(text) << UInt64(64 - 8 * text.utf8CodeUnitCount)
  }

  /// Consonants that double before an ending: bb dd ff gg mm nn pp rr tt.
  static func isDoubling(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x62, 0x64, 0x66, 0x67, 0x6D, 0x6E, 0x70, 0x72, 0x74: true
    default: false
    }
  }

  /// Letters after which "li" is an ending: c d e g h k m n r t.
  static func isValidLi(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x63, 0x64, 0x65, 0x67, 0x68, 0x6B, 0x6D, 0x6E, 0x72, 0x74: true
    default: false
    }
  }

  /// The first letters of ``specials``.
  private static func isIrregularStart(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x62, 0x63, 0x65, 0x67, 0x68, 0x69, 0x6E, 0x6F, 0x73, 0x75: true
    default: false
    }
  }

  private static let specials: [(key: UInt64, stem: StaticString)] = [
    ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"),
    ("atlas", "atlas"),
    ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
  ].map { (word: StaticString, stem: StaticString) in (packed(word), stem) }
}
