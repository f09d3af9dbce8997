import PremarkText

/// Judges words by their endings: -ed, -ing, -s and -ly on a verb of the tables, or long enough to be trusted.
enum Endings {
  /// Classes to add to what is listed of the word.
  static func classes(of word: [UInt8], known: WordClass, _ grammar: Grammar, _ words: WordTable) -> WordClass
  {
    guard word.count >= 3, word[word.count - 1] < 0x80 else { return [] }
    if ends(word, "'s") { return .possessive }
    if ends(word, "ed"), word.count >= 4 { return past(word, grammar, words) }
    if ends(word, "ing"), word.count >= 5 { return gerund(word, grammar, words) }
    if ends(word, "ly"), word.count >= 5 { return known.has(.anyVerb) ? [] : .adverb }
    if ends(word, "s"), !ends(word, "ss"), !ends(word, "'s") { return plural(word, grammar, words) }
    return []
  }

  private static func past(_ word: [UInt8], _ grammar: Grammar, _ words: WordTable) -> WordClass {
    let base = base(of: Array(word.dropLast(2)), grammar, words)
    var classes: WordClass = [.pastForm, .participle]
    if base.isEmpty {
      classes = word.count < 6 ? [.participle, .guessed] : [.pastForm, .participle, .guessed]
    }
    return classes
  }

  private static func gerund(_ word: [UInt8], _ grammar: Grammar, _ words: WordTable) -> WordClass {
    let base = base(of: Array(word.dropLast(3)), grammar, words)
    return base.isEmpty && word.count < 7 ? [] : .gerund
  }

  private static func plural(_ word: [UInt8], _ grammar: Grammar, _ words: WordTable) -> WordClass {
    var stem = Array(word.dropLast())
    var base = grammar.listedClasses(of: stem, in: words)
    if !base.has(.baseVerb), ends(stem, "ie") {
      stem.removeLast(2)
      stem.append(0x79)
      base = grammar.listedClasses(of: stem, in: words)
    } else if !base.has(.baseVerb), ends(stem, "e") {
      stem.removeLast()
      base = grammar.listedClasses(of: stem, in: words)
    }
    guard base.has(.baseVerb) else { return .plural }
    return base.has(.alsoNoun) ? [.presentS, .alsoNoun, .plural] : [.presentS, .plural]
  }

  /// Classes of the verb whose regular form has this stem: "plann" → plan, "stud(i)" → study, "hop" → hope.
  private static func base(of stem: [UInt8], _ grammar: Grammar, _ words: WordTable) -> WordClass {
    let same = grammar.listedClasses(of: stem, in: words)
    if same.has(.baseVerb) { return same.intersection([.baseVerb, .alsoNoun]) }
    let withE = grammar.listedClasses(of: stem + [0x65], in: words)
    if withE.has(.baseVerb) { return withE.intersection([.baseVerb, .alsoNoun]) }
    guard let last = stem.last, stem.count > 2 else { return [] }
    var shorter = Array(stem.dropLast())
    if last == 0x69 { shorter.append(0x79) } else if last != shorter.last { return [] }
    return grammar.listedClasses(of: shorter, in: words).intersection([.baseVerb, .alsoNoun])
  }

  static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count >= count else { return false }
    for offset in 0..<count where word[word.count - count + offset] != ending.utf8Start[offset] {
      return false
    }
    return true
  }
}
