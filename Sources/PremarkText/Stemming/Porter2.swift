/// The Porter2 stemmer of English, also called Snowball English, in the version of Snowball 3.
///
/// It takes inflections and common derivations off a word in five steps, each of which looks for the longest ending
/// of its table and acts only on that one. Endings may be removed only inside two regions at the end of the word:
/// *R1* begins after the first consonant that follows a vowel, *R2* after the first such consonant inside R1.
///
///     b e a u t i f u l        R1 = "iful", R2 = "ul"
///
/// - Source: M. F. Porter and R. Boulton, https://snowballstem.org/algorithms/english/stemmer.html
public struct Porter2 {
  // The letters stand in a buffer of the caller's between two runs of eight zero bytes, so that the last eight letters,
  // and the first eight, are one number each: an ending is compared at once, not letter by letter, and never
  // reads past the word. Steps only shorten a word or put letters back where some were taken off.
  // safe: the buffer is as long as the word with eight bytes on either side, and no step lengthens a word past where it began.
  private let word: UnsafeMutablePointer<UInt8>
  private var count: Int
  private var r1 = 0
  private var r2 = 0

  /// Zero bytes before and after the word.
  private static let margin = 8

  /// The stem of a word in lower case. Words of other scripts, or with other characters than letters and
  /// apostrophes, are their own stems.
  ///
  /// - Complexity: O(*n*) in the letters.
  public static func stem(of word: [UInt8]) -> [UInt8] {
    // safe: read within the closure only; the stem is copied.
    word.withUnsafeBufferPointer { bytes in withStem(of: bytes) { $0.map { Array($0) } } } ?? word
  }

  /// Calls `body` with the stem where it differs from the word, else with nil. The stem is good inside the call only.
  @inline(__always)
  static func withStem<Result>(
    of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>?) -> Result
  ) -> Result {
    guard word.count > 2, isLatin(word) else { return body(nil) }
    // safe: `stem(of:in:)` fills all of the room, and nothing of it outlives the closure.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 2 * margin) { room in
      guard let start = room.baseAddress else { return body(nil) }
      let stem = stem(of: word, in: start)
      return body(isSame(stem, word) ? nil : stem)
    }
  }

  /// The stem, in the room given: as long as the word with a margin on both sides.
  private static func stem(
    of word: UnsafeBufferPointer<UInt8>, in room: UnsafeMutablePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    room.initialize(repeating: 0, count: margin)
    let letters = room + margin
    for index in 0..<word.count { (letters + index).initialize(to: word[index]) }
    (letters + word.count).initialize(repeating: 0, count: margin)
    if let special = Porter2Tables.special(whole: tail(letters + word.count), count: word.count) {
      let length = special.utf8CodeUnitCount
      for index in 0..<length { letters[index] = special.utf8Start[index] }
      return UnsafeBufferPointer(start: letters, count: length)
    }
    var stemmer = Porter2(word: letters, count: word.count)
    stemmer.run()
    return UnsafeBufferPointer(start: stemmer.word, count: stemmer.count)
  }

  private static func isLatin(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in word where byte &- 0x61 >= 26 && byte != 0x27 { return false }
    return true
  }

  private static func isSame(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in 0..<a.count where a[index] != b[index] { return false }
    return true
  }

  // safe: the room is as long as the word with a margin on both sides, and outlives the stemmer.
  private init(word: UnsafeMutablePointer<UInt8>, count: Int) {
    // an apostrophe in front goes, and the margin with it
    let isQuoted = word[0] == 0x27
    if isQuoted { word[0] = 0 }
    self.word = isQuoted ? word + 1 : word
    self.count = isQuoted ? count - 1 : count
  }

  private mutating func run() {
    markConsonantYs()
    markRegions()
    step1a()
    step1b()
    step1c()
    step2()
    step3()
    step4()
    step5()
    for index in 0..<count where word[index] == Self.consonantY { word[index] = 0x79 }
  }
}

// MARK: - Regions and letters

extension Porter2 {
  /// "Y" stands for a y that is a consonant while the steps run.
  private static let consonantY: UInt8 = 0x59

  private func markConsonantYs() {
    for index in 0..<count where word[index] == 0x79 {
      if index == 0 || Self.isVowel(word[index - 1]) { word[index] = Self.consonantY }
    }
  }

  private mutating func markRegions() {
    // safe: eight bytes may be read from the start of any word: the margin behind it is eight zeros.
    let head = UInt64(littleEndian: UnsafeRawPointer(word).loadUnaligned(as: UInt64.self))
    r1 = Porter2Tables.irregularRegion(head: head) ?? endOfRegion(from: 0)
    r2 = endOfRegion(from: r1)
  }

  /// The offset after the first consonant that follows a vowel, or the end of the word.
  private func endOfRegion(from start: Int) -> Int {
    var index = start
    while index < count, !Self.isVowel(word[index]) { index += 1 }
    while index < count, Self.isVowel(word[index]) { index += 1 }
    return min(index + 1, count)
  }

  /// The letters a e i o u y.
  @inline(__always)
  private static func isVowel(_ letter: UInt8) -> Bool {
    let vowels: UInt32 = 1 << 0 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20 | 1 << 24
    let index = letter &- 0x61
    return index < 26 && vowels >> UInt32(index) & 1 == 1
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
    return Self.hasSuffix("past", Self.tail(word + end))
  }

  /// The last eight letters before a place as one number, the last one in its highest byte; zeros before the word.
  @inline(__always)
  // safe: eight bytes may be read before the end of any word: the margin before it is eight zeros.
  private static func tail(_ end: UnsafeMutablePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(end - margin).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  private static func hasSuffix(_ suffix: StaticString, _ tail: UInt64) -> Bool {
    tail >> UInt64(64 - 8 * suffix.utf8CodeUnitCount) == Porter2Tables.packed(suffix)
  }

  @inline(__always)
  private func hasSuffix(_ suffix: StaticString) -> Bool { Self.hasSuffix(suffix, Self.tail(word + count)) }

  /// Takes letters off the end; what stood there is not read again before it is written, except as zero.
  @inline(__always)
  private mutating func drop(_ number: Int) { count -= number }

  @inline(__always)
  private mutating func append(_ letter: UInt8) {
    word[count] = letter
    count += 1
  }

  /// Puts `ending` in the place of the last `number` letters.
  private mutating func replace(_ number: Int, by ending: StaticString) {
    drop(number)
    for offset in 0..<ending.utf8CodeUnitCount { append(ending.utf8Start[offset]) }
  }

  /// The longest ending of a step that the word ends in.
  private func longest(in endings: Porter2Tables.Endings) -> Porter2Tables.Ending? {
    guard count > 0 else { return nil }
    return endings.longest(of: Self.tail(word + count))
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
      drop(count > 4 ? 2 : 1)
    } else if hasSuffix("s"), !hasSuffix("us"), !hasSuffix("ss"), hasVowel(before: count - 2) {
      drop(1)
    }
  }

  private mutating func step1b() {
    let last = count > 0 ? word[count - 1] : 0
    guard last == 0x64 || last == 0x67 || last == 0x79 else { return }  // no ending but in d, g, y
    if hasSuffix("eedly") { return shortenEed(5) }
    if hasSuffix("ingly") { return takePastEnding(5) }
    if hasSuffix("edly") { return takePastEnding(4) }
    if hasSuffix("eed") { return shortenEed(3) }
    if hasSuffix("ing") { return keepsIng(count - 3) ? () : takePastEnding(3) }
    if hasSuffix("ed") { return takePastEnding(2) }
  }

  private mutating func shortenEed(_ number: Int) {
    let start = count - number
    if start >= r1, !Porter2Tables.keepsEed(before: Self.tail(word + start)) { replace(number, by: "ee") }
  }

  private mutating func takePastEnding(_ number: Int) {
    guard hasVowel(before: count - number) else { return }
    drop(number)
    mendEnding()
  }

  /// The "-ing" words that are no participles, and "-ying" after one consonant, which becomes "-ie" here.
  private mutating func keepsIng(_ start: Int) -> Bool {
    if start == 2, word[1] == 0x79, !Self.isVowel(word[0]) {
      replace(4, by: "ie")
      return true
    }
    return Porter2Tables.keepsIng(before: Self.tail(word + start))
  }

  private mutating func mendEnding() {
    let end = count
    if hasSuffix("at") || hasSuffix("bl") || hasSuffix("iz") {
      append(0x65)
    } else if end >= 2, word[end - 1] == word[end - 2], Porter2Tables.isDoubling(word[end - 1]) {
      let isWhole = end == 3 && (word[0] == 0x61 || word[0] == 0x65 || word[0] == 0x6F)
      if !isWhole { drop(1) }
    } else if end == r1, endsShort(at: end) {
      append(0x65)
    }
  }

  private mutating func step1c() {
    guard count > 2, word[count - 1] == 0x79 || word[count - 1] == Self.consonantY else { return }
    if !Self.isVowel(word[count - 2]) { word[count - 1] = 0x69 }
  }

  private mutating func step2() {
    guard let ending = longest(in: Porter2Tables.step2) else { return }
    let start = count - ending.suffix.utf8CodeUnitCount
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
    let start = count - ending.suffix.utf8CodeUnitCount
    guard start >= r1, ending.condition != .inR2 || start >= r2 else { return }
    replace(ending.suffix.utf8CodeUnitCount, by: ending.replacement)
  }

  private mutating func step4() {
    guard let ending = longest(in: Porter2Tables.step4) else { return }
    let start = count - ending.suffix.utf8CodeUnitCount
    guard start >= r2 else { return }
    if ending.condition == .afterSOrT, start == 0 || (word[start - 1] != 0x73 && word[start - 1] != 0x74) {
      return
    }
    drop(ending.suffix.utf8CodeUnitCount)
  }

  private mutating func step5() {
    let start = count - 1
    guard count > 0 else { return }
    let last = word[start]
    if last == 0x65 {
      if start >= r2 || (start >= r1 && !endsShort(at: start)) { drop(1) }
    } else if last == 0x6C, start >= r2, start > 0, word[start - 1] == 0x6C {
      drop(1)
    }
  }
}
