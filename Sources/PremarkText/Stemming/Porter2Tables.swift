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
    private var rows = [[Ending]](repeating: [], count: 26)

    /// - Parameter endings: longest first, so that the first that a word ends in is the longest.
    init(_ endings: [Ending]) {
      for ending in endings {
        let last = ending.suffix.utf8Start[ending.suffix.utf8CodeUnitCount - 1]
        rows[Int(last - 0x61)].append(ending)
      }
    }

    /// The endings with a last letter; none for what is no letter.
    func row(_ last: UInt8) -> [Ending] { last &- 0x61 < 26 ? rows[Int(last - 0x61)] : [] }
  }

  /// The endings of step 1b, longest first.
  static let pastEndings: [StaticString] = ["eedly", "ingly", "edly", "eed", "ing", "ed"]

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
  static func special(_ word: [UInt8]) -> [UInt8]? {
    guard word.count >= 3, word.count <= 6, isIrregularStart(word[0]) else { return nil }
    for (whole, stem) in specials where isWhole(word, whole) { return bytes(stem) }
    return nil
  }

  /// Where R1 starts in words on stems that would otherwise run together ("general", "generic"), or nil.
  static func irregularRegion(_ word: [UInt8]) -> Int? {
    for prefix in regionPrefixes where hasPrefix(word, prefix) { return prefix.utf8CodeUnitCount }
    return nil
  }

  /// "proceed", "exceed" and "succeed" with what follows keep "eed".
  static func keepsEed(_ word: [UInt8], _ start: Int) -> Bool {
    for stem in ["proc", "exc", "succ"] as [StaticString] where isWhole(word[..<start], stem) { return true }
    return false
  }

  /// Nouns in "-ing" whose stem is another word ("evening", "herring").
  static func keepsIng(_ word: [UInt8], _ start: Int) -> Bool {
    for stem in nounsInIng where isWhole(word[..<start], stem) { return true }
    return false
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

  private static let specials: [(StaticString, StaticString)] = [
    ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"),
    ("atlas", "atlas"),
    ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
  ]

  private static let regionPrefixes: [StaticString] = [
    "univers", "commun", "arsen", "emerg", "gener", "inter", "later", "organ", "past",
  ]

  private static let nounsInIng: [StaticString] = ["inn", "out", "cann", "herr", "earr", "even"]

  private static func bytes(_ text: StaticString) -> [UInt8] {
    Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func isWhole(_ word: [UInt8], _ text: StaticString) -> Bool {
    word.count == text.utf8CodeUnitCount && hasPrefix(word, text)
  }

  private static func isWhole(_ word: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    guard word.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<word.count where word[word.startIndex + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private static func hasPrefix(_ word: [UInt8], _ text: StaticString) -> Bool {
    guard word.count >= text.utf8CodeUnitCount else { return false }
    for offset in 0..<text.utf8CodeUnitCount where word[offset] != text.utf8Start[offset] { return false }
    return true
  }
}
