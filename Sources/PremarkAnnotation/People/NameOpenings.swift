import PremarkText

/// What the first word of a sentence is beside its capital, which it owes to its place: a word of the language, a verb
/// whose subject is left out, or a word known for nothing else, which may be a name.
struct NameOpenings {
  /// What each word of the document can be to grammar.
  let grammar: Grammar
  let words: WordTable
  /// Number of words known before the document's.
  let knownWords: Int

  /// A word that neither grammar nor the lexicon knows, without the ending of a noun of things: "Tam", not "Accuracy".
  func isStrange(_ word: WordID) -> Bool {
    guard Int(word.rawValue) >= knownWords, Int(words.stem(of: word).rawValue) >= knownWords else {
      return false
    }
    guard grammar[word].subtracting([.judged, .possessive]).isEmpty else { return false }
    let bytes = words.bytes(of: word)
    return bytes.count > 2 && bytes.last != 0x73
      && !Self.endings.contains { bytes.reversed().starts(with: $0.utf8.reversed()) }
  }

  private static let endings = [
    "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "age", "ure", "ogy", "ic", "ive",
    "ous", "ful", "less", "able", "ible", "hood", "dom", "ware", "work", "board", "time", "way",
    "book",
  ]

  /// "Big Kenny", "Asked Kenny", "Email Kenny": a word that stands in front of a name and is no part of it.
  func standsBeforeName(_ word: WordID) -> Bool {
    let classes = grammar[word]
    if classes.has([.pastForm, .baseVerb]), !classes.has(.guessed) { return true }
    if grammar.listedClass(word).has([.timeWord, .adverb]) { return true }
    return Self.isListed(words.bytes(of: word), Self.adjectives)
  }

  /// "Mirrored Kenny", "Mirroring Kenny": a verb by its ending alone.
  func mayBeVerb(_ word: WordID) -> Bool { grammar[word].has([.pastForm, .participle, .gerund]) }

  /// "never rang", "has finished": what may stand between a name and its verb.
  func isBetween(_ word: WordID) -> Bool { grammar[word].has([.adverb, .negator, .have]) }

  /// A verb of which things are the subject as often: "Citrix went down".
  func isOfThings(_ word: WordID) -> Bool { Self.isListed(words.bytes(of: word), Self.thingVerbs) }

  /// The opening of an object: "took [the] calls", "let [me] sit in".
  func isObject(_ word: WordID) -> Bool {
    grammar[word].has([.determiner, .firstObject, .thirdOther, .firstPluralOther, .firstPossessive])
  }

  /// True for a given name that is another word too, without its capital: "mark", "may".
  func isOtherWord(_ word: WordID) -> Bool { Self.isOtherWord(words.bytes(of: word)) }

  /// The same for its bytes in small letters.
  static func isOtherWord<Bytes: Sequence>(_ word: Bytes) -> Bool where Bytes.Element == UInt8 {
    isListed(word, wordsAndNames)
  }

  private static func isListed<Bytes: Sequence>(_ word: Bytes, _ list: [String]) -> Bool
  where Bytes.Element == UInt8 {
    list.contains { word.elementsEqual($0.utf8) }
  }

  private static let adjectives = [
    "big", "little", "young", "old", "wee", "poor", "dear", "lovely", "good", "tall", "small", "new",
  ]

  private static let thingVerbs = [
    "works", "worked", "started", "finished", "runs", "ran", "went", "came", "helps", "helped", "gives",
    "gave",
    "made", "makes", "took", "takes", "needs", "needed", "gets", "got", "improved", "moved", "shows",
    "showed",
    "left", "kept", "didn't", "doesn't", "isn't", "wasn't", "won't", "couldn't", "hasn't", "marked", "scored",
    "covered", "stayed", "found", "picked", "brought", "set", "put", "cut", "let", "hit", "read", "shut",
    "spread", "cost", "met", "drew", "stood", "struggled", "looked", "counted", "played", "suggested",
    "suggests", "applied", "passed", "did", "does", "tells", "told", "means", "says", "said", "called", "led",
    "leads", "expects", "expected", "wants", "wanted", "reminded", "taught", "teaches", "confirmed", "handed",
  ]

  /// Given names that may open a sentence as another word.
  private static let wordsAndNames = [
    "mark", "will", "bill", "rob", "sue", "may", "april", "june", "august", "rose", "grace", "drew", "pat",
    "hope", "faith", "joy", "dawn", "frank", "rich", "art", "chase", "ray", "miles", "max", "carol", "holly",
    "ivy", "heather", "ruby", "amber", "summer", "autumn", "penny", "robin", "guy", "lance", "dean", "grant",
    "nick", "jade", "crystal", "angel", "sandy", "pip", "wren", "willow", "dolly", "jack", "jay", "don",
    "bob", "gene", "iris", "eve", "pearl", "violet", "lily", "poppy", "daisy", "olive", "basil", "sage",
    "skip", "wade", "clay", "glen", "cliff", "dale", "heath", "reed", "paris", "chelsea", "brook", "jan",
    "hazel", "ginger", "honey", "precious", "blessing", "comfort", "patience", "prudence", "charity", "mercy",
    "gift", "earl", "duke", "prince", "major", "sterling", "victor", "mo", "bea", "pearse", "loveday", "rani",
  ]

}
