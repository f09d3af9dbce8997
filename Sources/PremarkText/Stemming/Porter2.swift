/// The Porter2 stemmer of English, also called Snowball English, in the version of Snowball 3.
///
/// It takes inflections and common derivations off a word in five steps, each of which looks for the longest ending
/// of its table and acts only on that one. Endings may be removed only inside two regions at the end of the word:
/// *R1* begins after the first consonant that follows a vowel, *R2* after the first such consonant inside R1.
///
///     b e a u t i f u l        R1 = "iful", R2 = "ul"
///
/// - Source: M. F. Porter and R. Boulton, https://snowballstem.org/algorithms/english/stemmer.html
public struct Porter2: Sendable {
  private var word: [UInt8]
  private var r1 = 0
  private var r2 = 0

  /// The stem of a word in lower case. Words of other scripts, or with other characters than letters and
  /// apostrophes, are their own stems.
  ///
  /// - Complexity: O(*n*) in the letters.
  public static func stem(of word: [UInt8]) -> [UInt8] { changedStem(of: word) ?? word }

  /// The stem where it differs from the word, else nil.
  static func changedStem(of word: [UInt8]) -> [UInt8]? {
    for byte in word where byte &- 0x61 >= 26 && byte != 0x27 { return nil }
    if let special = Porter2Tables.special(word) { return special == word ? nil : special }
    guard word.count > 2 else { return nil }
    var stemmer = Porter2(word)
    stemmer.run()
    return stemmer.word == word ? nil : stemmer.word
  }

  private init(_ word: [UInt8]) { self.word = word }

  private mutating func run() {
    if word[0] == 0x27 { word.removeFirst() }
    markConsonantYs()
    markRegions()
    step1a()
    step1b()
    step1c()
    step2()
    step3()
    step4()
    step5()
    for index in word.indices where word[index] == Self.consonantY { word[index] = 0x79 }
  }
}

// MARK: - Regions and letters

extension Porter2 {
  /// "Y" stands for a y that is a consonant while the steps run.
  private static let consonantY: UInt8 = 0x59

  private mutating func markConsonantYs() {
    for index in word.indices where word[index] == 0x79 {
      if index == 0 || Self.isVowel(word[index - 1]) { word[index] = Self.consonantY }
    }
  }

  private mutating func markRegions() {
    r1 = Porter2Tables.irregularRegion(word) ?? endOfRegion(from: 0)
    r2 = endOfRegion(from: r1)
  }

  /// The offset after the first consonant that follows a vowel, or the end of the word.
  private func endOfRegion(from start: Int) -> Int {
    var index = start
    while index < word.count, !Self.isVowel(word[index]) { index += 1 }
    while index < word.count, Self.isVowel(word[index]) { index += 1 }
    return min(index + 1, word.count)
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  private func hasVowel(before end: Int) -> Bool {
    for index in 0..<max(end, 0) where Self.isVowel(word[index]) { return true }
    return false
  }

  /// True where `word[..<end]` ends in a short syllable.
  private func endsShort(at end: Int) -> Bool {
    guard end >= 2 else { return false }
    let last = word[end - 1]
    if end == 2 { return Self.isVowel(word[0]) && !Self.isVowel(last) }
    let isPlain = !Self.isVowel(last) && last != 0x77 && last != 0x78 && last != Self.consonantY
    if isPlain, Self.isVowel(word[end - 2]), !Self.isVowel(word[end - 3]) { return true }
    return end >= 4 && hasSuffix("past", endingAt: end)
  }

  private func hasSuffix(_ suffix: StaticString) -> Bool { hasSuffix(suffix, endingAt: word.count) }

  private func hasSuffix(_ suffix: StaticString, endingAt end: Int) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard count <= end else { return false }
    var index = count
    while index > 0 {
      index -= 1
      if word[end - count + index] != suffix.utf8Start[index] { return false }
    }
    return true
  }

  private mutating func drop(_ count: Int) { word.removeLast(count) }

  /// Puts `ending` in the place of the last `count` letters.
  private mutating func replace(_ count: Int, by ending: StaticString) {
    word.removeLast(count)
    for offset in 0..<ending.utf8CodeUnitCount { word.append(ending.utf8Start[offset]) }
  }

  /// The longest ending of a step that the word ends in.
  private func longest(in endings: Porter2Tables.Endings) -> Porter2Tables.Ending? {
    guard let last = word.last else { return nil }
    for ending in endings.row(last) where hasSuffix(ending.suffix) { return ending }
    return nil
  }
}

// MARK: - Steps

extension Porter2 {
  private mutating func step1a() {
    if hasSuffix("'s'") {
      drop(3)
    } else if hasSuffix("'s") {
      drop(2)
    } else if hasSuffix("'") {
      drop(1)
    }
    if hasSuffix("sses") {
      drop(2)
    } else if hasSuffix("ied") || hasSuffix("ies") {
      drop(word.count > 4 ? 2 : 1)
    } else if hasSuffix("s"), !hasSuffix("us"), !hasSuffix("ss"), hasVowel(before: word.count - 2) {
      drop(1)
    }
  }

  private mutating func step1b() {
    for suffix in Porter2Tables.pastEndings where hasSuffix(suffix) {
      let count = suffix.utf8CodeUnitCount
      let start = word.count - count
      if suffix.utf8Start[0] == 0x65, suffix.utf8Start[1] == 0x65 {
        if start >= r1, !Porter2Tables.keepsEed(word, start) { replace(count, by: "ee") }
        return
      }
      if count == 3, keepsIng(start) { return }
      guard hasVowel(before: start) else { return }
      drop(count)
      return mendEnding()
    }
  }

  /// The "-ing" words that are no participles, and "-ying" after one consonant, which becomes "-ie" here.
  private mutating func keepsIng(_ start: Int) -> Bool {
    if start == 2, word[1] == 0x79, !Self.isVowel(word[0]) {
      replace(4, by: "ie")
      return true
    }
    return Porter2Tables.keepsIng(word, start)
  }

  private mutating func mendEnding() {
    let end = word.count
    if hasSuffix("at") || hasSuffix("bl") || hasSuffix("iz") {
      word.append(0x65)
    } else if end >= 2, word[end - 1] == word[end - 2], Porter2Tables.isDoubling(word[end - 1]) {
      let isWhole = end == 3 && (word[0] == 0x61 || word[0] == 0x65 || word[0] == 0x6F)
      if !isWhole { drop(1) }
    } else if end == r1, endsShort(at: end) {
      word.append(0x65)
    }
  }

  private mutating func step1c() {
    guard word.count > 2, let last = word.last, last == 0x79 || last == Self.consonantY else { return }
    if !Self.isVowel(word[word.count - 2]) { word[word.count - 1] = 0x69 }
  }

  private mutating func step2() {
    guard let ending = longest(in: Porter2Tables.step2) else { return }
    let start = word.count - ending.suffix.utf8CodeUnitCount
    guard start >= r1 else { return }
    switch ending.condition {
    case .afterL: if start == 0 || word[start - 1] != 0x6C { return }
    case .afterValidLi: if start == 0 || !Porter2Tables.isValidLi(word[start - 1]) { return }
    default: break
    }
    replace(ending.suffix.utf8CodeUnitCount, by: ending.replacement)
  }

  private mutating func step3() {
    guard let ending = longest(in: Porter2Tables.step3) else { return }
    let start = word.count - ending.suffix.utf8CodeUnitCount
    guard start >= r1, ending.condition != .inR2 || start >= r2 else { return }
    replace(ending.suffix.utf8CodeUnitCount, by: ending.replacement)
  }

  private mutating func step4() {
    guard let ending = longest(in: Porter2Tables.step4) else { return }
    let start = word.count - ending.suffix.utf8CodeUnitCount
    guard start >= r2 else { return }
    if ending.condition == .afterSOrT, start == 0 || (word[start - 1] != 0x73 && word[start - 1] != 0x74) {
      return
    }
    drop(ending.suffix.utf8CodeUnitCount)
  }

  private mutating func step5() {
    let start = word.count - 1
    guard let last = word.last else { return }
    if last == 0x65 {
      if start >= r2 || (start >= r1 && !endsShort(at: start)) { drop(1) }
    } else if last == 0x6C, start >= r2, start > 0, word[start - 1] == 0x6C {
      drop(1)
    }
  }
}
