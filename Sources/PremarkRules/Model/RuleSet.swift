public import PremarkText

/// The rules of one unit with the vocabulary in reach, as checked data. Order is the order of the files.
public struct RuleSet: Sendable {
  /// Files it was read from, in order of first use: the unit's own first.
  public let files: [RuleFile]
  /// The unit itself.
  public let unit: Unit
  /// Every word list in reach, `extends` and `drop` already applied, names unique.
  public let wordLists: [WordList]
  /// What holds the phrases of the word lists.
  public let phrases: PhraseStore
  /// Passages, in order.
  public let passages: [PassageRule]
  /// Indicators, in order.
  public let indicators: [Indicator]
  /// Items, in order.
  public let items: [ItemRule]
  /// Criteria of the unit, in order.
  public let criteria: [Criterion]
  /// Common mistakes of the unit, in order.
  public let mistakes: [CommonMistake]
  /// Exam tips of the unit, in order.
  public let tips: [Tip]

  /// Makes a rule set of lists from anywhere: writes their phrases into one store.
  public init(
    files: [RuleFile], unit: Unit, wordLists: [WordList], passages: [PassageRule], indicators: [Indicator],
    items: [ItemRule], criteria: [Criterion], mistakes: [CommonMistake], tips: [Tip]
  ) {
    var phrases = PhraseStore()
    let entries = wordLists.map { list in
      list.groups.map { $0.phrases.map { phrases.add($0.elements, at: $0.location) } }
    }
    let lists = zip(wordLists, entries).map { list, entries in
      WordList(
        name: list.name,
        groups: zip(list.groups, entries).map { .init(name: $0.name, entries: $1, store: phrases) },
        location: list.location)
    }
    self.init(
      files: files, unit: unit, wordLists: lists, phrases: phrases, passages: passages,
      indicators: indicators, items: items, criteria: criteria, mistakes: mistakes, tips: tips)
  }

  /// Makes a rule set.
  init(
    files: [RuleFile], unit: Unit, wordLists: [WordList], phrases: PhraseStore,
    passages: [PassageRule], indicators: [Indicator],
    items: [ItemRule], criteria: [Criterion], mistakes: [CommonMistake], tips: [Tip]
  ) {
    self.files = files
    self.unit = unit
    self.wordLists = wordLists
    self.phrases = phrases
    self.passages = passages
    self.indicators = indicators
    self.items = items
    self.criteria = criteria
    self.mistakes = mistakes
    self.tips = tips
  }
}

/// A rule file: its path as given (for diagnostics) and its bytes, line ends normalised to "\n".
public struct RuleFile: Sendable {
  /// As given by whoever read it.
  public let path: String
  /// Its bytes.
  public let text: [UInt8]

  /// Makes a rule file.
  public init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
  }
}

/// A place in a rule file: index in ``RuleSet/files`` and bytes in its text.
public struct RuleLocation: Sendable, Hashable {
  /// Index in ``RuleSet/files``.
  public let file: Int
  /// Bytes in the text of the file.
  public let span: Span

  /// Makes a location.
  public init(file: Int, span: Span) {
    self.file = file
    self.span = span
  }
}

/// Why a whole submission is no evidence for a unit.
public struct Exclusion: Sendable {
  /// Holds where the unit does not apply.
  public let test: Test
  /// What learner and assessor are told; nil for the words about another occupation.
  public let says: String?

  /// Makes an exclusion.
  public init(test: Test, says: String?) {
    self.test = test
    self.says = says
  }
}

/// What stands at the top of a unit's file.
public struct Unit: Sendable {
  /// Its name.
  public let id: String
  /// Its title for people.
  public let title: String
  /// Who awards it; empty where the file does not say.
  public let awardedBy: String
  /// Filters of every indicator and statement that does not say otherwise.
  public let defaults: [Filter]
  /// Where one of these holds the submission is no evidence for this unit at all; the first that does is told.
  public let appliesUnless: [Exclusion]
  /// Names by which a submission may call the unit: in a heading or in its first words.
  public let recognisedBy: [String]
  /// Echo: for each sentence of the unit's own wording the sorted FNV-1a 32-bit hashes of its content stems.
  public let wording: [[UInt32]]
  /// True where a part that is said to be somebody else's work is no evidence.
  public let setsBorrowedAside: Bool
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes a unit.
  public init(
    id: String, title: String, awardedBy: String, defaults: [Filter], appliesUnless: [Exclusion],
    recognisedBy: [String], wording: [[UInt32]], setsBorrowedAside: Bool = false,
    location: RuleLocation
  ) {
    self.id = id
    self.title = title
    self.awardedBy = awardedBy
    self.defaults = defaults
    self.appliesUnless = appliesUnless
    self.recognisedBy = recognisedBy
    self.wording = wording
    self.setsBorrowedAside = setsBorrowedAside
    self.location = location
  }
}
