import PremarkText

/// Every name of the files in reach, collected before anything is parsed, so that order does not matter and a statement
/// with an error in it still has a name.
struct Declarations {
  enum Kind: String {
    case indicator, item, passage

    /// With its article.
    var described: String { self == .passage ? "a passage" : "an \(rawValue)" }
  }

  struct Named {
    /// What it is.
    let kind: Kind
    let location: RuleLocation
    /// Of an item: the names of its parts.
    let parts: [String]
    var isUsed = false
    /// What its definition names, by index, with the place.
    var uses: [(index: Int, location: RuleLocation)] = []
  }

  struct ListEntry {
    let location: RuleLocation
    /// Names of its groups, known once the list is built.
    var groups: [String] = []
    var isUsed = false
  }

  struct CriterionEntry {
    let name: String
    let location: RuleLocation
    let requirements: [String]
  }

  /// Indicators, items and passages share their names.
  var named: [Named] = []
  var namedNames: [String] = []
  var namedIndex: [String: Int] = [:]
  var lists: [ListEntry] = []
  var listNames: [String] = []
  var listIndex: [String: Int] = [:]
  var criteria: [CriterionEntry] = []
  var criterionIndex: [String: Int] = [:]
  /// Names that something unreadable may have given; nobody is told that they are unknown.
  var doubtful: Set<String> = []
  /// True where a vocabulary is missing, so that an unknown name may be one of its own.
  var isIncomplete = false

  /// Suggestions that may still be looked for: each costs a comparison with every name, and nobody reads hundreds.
  private var suggestionsLeft = 200

  /// The nearest known name, for "did you mean".
  mutating func nearest(to name: String, in names: some Sequence<String>) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return Spelling.nearest(to: name, in: names)
  }

  /// Counts every name that a stretch of text mentions as used: the stretch could not be read.
  mutating func useMentions(in span: Span, of text: [UInt8]) {
    var at = span.start
    while at < span.end {
      let start = at
      while at < span.end, text[at].isWordByte { at += 1 }
      if at > start { useByName(String(decoding: text[start..<at], as: UTF8.self)) } else { at += 1 }
    }
  }

  /// Counts a name as used, whatever it names.
  mutating func useByName(_ name: String) {
    if let index = namedIndex[name] { named[index].isUsed = true }
    if let index = listIndex[name] { lists[index].isUsed = true }
  }

  /// The item of that name, if it is one.
  func item(_ name: String) -> Named? {
    guard let index = namedIndex[name], named[index].kind == .item else { return nil }
    return named[index]
  }

  /// True where the name is taken in that file at that place: the first of several is the one that counts.
  func isFirstNamed(_ name: String, at location: RuleLocation) -> Bool {
    namedIndex[name].map { named[$0].location == location } ?? false
  }
}
