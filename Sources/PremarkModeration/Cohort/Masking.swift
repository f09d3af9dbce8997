/// Takes what could name a person out of a quotation: for pages about a cohort, whose readers have no need to know.
///
/// Mail addresses, long numbers (telephones, accounts, cards) and every capitalised word that does not begin a sentence
/// and is no month, weekday or abbreviation become a word in square brackets. Too much goes rather than too little.
/// A name that begins a sentence looks like any other word there: the names of the people of a document can be given, and
/// where nobody at all is to be named, every such word goes that sentences do not often begin with.
public enum Masking {
  /// The text without names and numbers, and how much was taken out. Linear.
  ///
  /// - Parameters:
  ///   - isStrict: true where a word that begins a sentence goes too, unless it often does.
  ///   - names: words of names, lower case, that go wherever they begin with a capital.
  public static func masked(
    _ text: String, isStrict: Bool = false, names: Set<String> = []
  ) -> (text: String, count: Int) {
    var output: [UInt8] = []
    var count = 0
    var startsSentence = true
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      let end = endOfWord(bytes, at)
      if end == at {
        if bytes[at] == 0x2E || bytes[at] == 0x21 || bytes[at] == 0x3F || bytes[at] == 0x0A {
          startsSentence = true
        }
        output.append(bytes[at])
        at += 1
        continue
      }
      let word = bytes[at..<end]
      let isOpener = startsSentence && !(isStrict && !isCommon(word)) && !isName(word, names)
      let mask = mask(for: word, isOpener)
      output += mask.map { Array($0.utf8) } ?? Array(word)
      if mask != nil { count += 1 }
      startsSentence = false
      at = end
    }
    return (String(decoding: output, as: UTF8.self), count)
  }

  /// Letters, digits and what stands inside words, numbers and addresses; other bytes stand alone.
  private static func endOfWord(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count, isOfWord(bytes[end]) || end > start && isInside(bytes, end) { end += 1 }
    return end
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    0x41...0x5A ~= byte || 0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte >= 0x80
  }

  /// `.`, `@`, `-`, `'`, `_` and `+` between letters or digits; a space between groups of digits.
  private static func isInside(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at + 1 < bytes.count, isOfWord(bytes[at + 1]) else { return false }
    switch bytes[at] {
    case 0x2E, 0x40, 0x2D, 0x27, 0x5F, 0x2B: return true
    case 0x20: return 0x30...0x39 ~= bytes[at - 1] && 0x30...0x39 ~= bytes[at + 1]
    default: return false
    }
  }

  /// A possessive names as well: "Keisha's".
  private static func isName(_ word: ArraySlice<UInt8>, _ names: Set<String>) -> Bool {
    guard !names.isEmpty else { return false }
    let written = String(decoding: word, as: UTF8.self).lowercased()
    let bare = written.hasSuffix("'s") || written.hasSuffix("’s") ? String(written.dropLast(2)) : written
    return names.contains(bare)
  }

  private static func isCommon(_ word: ArraySlice<UInt8>) -> Bool {
    openers.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static func mask(for word: ArraySlice<UInt8>, _ startsSentence: Bool) -> String? {
    if word.contains(0x40) { return "[address]" }
    let digits = word.count { 0x30...0x39 ~= $0 }
    if digits >= 6, digits * 2 > word.count { return "[number]" }
    guard let first = word.first, 0x41...0x5A ~= first, !startsSentence else { return nil }
    let hasSmall = word.contains { 0x61...0x7A ~= $0 || $0 >= 0x80 }
    guard hasSmall, !known.contains(String(decoding: word, as: UTF8.self)) else { return nil }
    return "[name]"
  }

  /// Capitalised words that name nobody.
  private static let known: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov",
    "Dec", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Wed",
    "Thu", "Fri", "Sat", "Sun", "Easter", "Christmas", "English", "British", "Excel", "Word", "I'm", "I've",
    "I'll", "I'd",
  ]

  /// Words that sentences about one's own work often begin with, and that nobody is called.
  private static let openers: Set<String> = [
    "a", "about", "after", "all", "also", "although", "an", "and", "another", "any", "as", "at", "attend",
    "be", "because", "been", "before", "being", "both", "but", "by", "call", "calls", "communicate",
    "complete", "continue", "customers", "customer", "did", "do", "each", "every", "everyone",
    "everything", "feedback", "find", "finish", "first", "for", "from", "get", "give", "goal", "goals",
    "had", "has", "have", "having", "he", "help", "her", "his", "how", "however", "i", "if", "improve",
    "in", "increase", "instead", "is", "it", "its", "keep", "last", "later", "learn", "look", "make",
    "manage", "many", "maybe", "measure", "meet", "meeting", "more", "most", "my", "need", "never", "next",
    "no", "nobody", "not", "nothing", "now", "objective", "objectives", "of", "often", "on", "once", "one",
    "only", "other", "our", "over", "people", "plan", "read", "reduce", "review", "said", "same", "second",
    "set", "she", "since", "so", "some", "sometimes", "somebody", "speak", "still", "such", "take", "talk",
    "target", "team", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
    "though", "through", "time", "to", "today", "training", "try", "twice", "two", "under", "until", "up",
    "us", "use", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "why",
    "with", "without", "work", "working", "would", "you", "your",
  ]
}
