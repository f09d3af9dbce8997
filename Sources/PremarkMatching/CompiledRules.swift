public import PremarkRules
public import PremarkText

/// A rule set ready to match: names are numbers, phrases are one tree, conditions know their slots.
///
/// Compiled once for each rule set; holds nothing of a document.
public struct CompiledRules: Sendable {
  /// What it was compiled from.
  public let rules: RuleSet
  /// The words of the vocabulary and the rules; a document's table begins as a copy.
  public let words: WordTable

  let trie: PhraseTrie
  /// Patterns with gaps, wildcards or references.
  let patterns: PhrasePatterns
  let patternIndex: PatternIndex
  /// Prefixes that steps ask for, folded, each with its number.
  let prefixes: ByteStrings
  /// Slots in order of first use; see ``Slot``.
  let slots: [Slot]
  let listNames: [String]
  let groupNames: [[String]]
  var indicators: [CompiledIndicator]
  var passages: [CompiledPassage]
  var items: [CompiledItem]
  /// The tests of each criterion, in the order of ``RuleSet/criteria``.
  public internal(set) var criteria: [CompiledCriterion]
  /// The tests of each mistake and tip, in the order of the rule set.
  public internal(set) var mistakes: [CompiledMistake]
  /// The test of each tip; nil for one that always applies.
  public let tips: [CompiledTest?]
  /// Where one holds the submission is no evidence for the unit; in the order of ``Unit/appliesUnless``.
  public let appliesUnless: [CompiledTest]
  /// What a statement takes where its condition says nothing: the unit's default.
  let statementFilter: ClauseFilter
  let names: [String: Name]
  let spelling: SpellingCorrector
  let echo: EchoIndex

  init(
    rules: RuleSet, words: WordTable, trie: PhraseTrie, patterns: PhrasePatterns,
    patternIndex: PatternIndex, prefixes: ByteStrings,
    slots: [Slot],
    listNames: [String], groupNames: [[String]], indicators: [CompiledIndicator], passages: [CompiledPassage],
    items: [CompiledItem], criteria: [CompiledCriterion], mistakes: [CompiledMistake], tips: [CompiledTest?],
    appliesUnless: [CompiledTest], statementFilter: ClauseFilter, names: [String: Name],
    spelling: SpellingCorrector, echo: EchoIndex
  ) {
    self.rules = rules
    self.words = words
    self.trie = trie
    self.patterns = patterns
    self.patternIndex = patternIndex
    self.prefixes = prefixes
    self.slots = slots
    self.listNames = listNames
    self.groupNames = groupNames
    self.indicators = indicators
    self.passages = passages
    self.items = items
    self.criteria = criteria
    self.mistakes = mistakes
    self.tips = tips
    self.appliesUnless = appliesUnless
    self.statementFilter = statementFilter
    self.names = names
    self.spelling = spelling
    self.echo = echo
  }

  /// What a bare name stands for.
  enum Name: Sendable, Equatable { case indicator(Int), passage(Int), item(Int) }
}

/// Something that has occurrences.
enum Slot: Sendable, Hashable {
  /// A word list, or one group of it. Inline phrases are lists of their own.
  case list(Int, group: Int?)
  /// Entities: a bit for each kind, and what else is asked of them.
  case entity(EntityTest)
}

/// Which entities a slot takes.
struct EntityTest: Sendable, Hashable {
  enum Demand: Sendable, Hashable {
    case none, learnerExcluded, day, month, up, down
    case role(String)
  }
  /// Bit n: the n-th case of `Entity.Kind.allCases`.
  let kinds: UInt32
  let demand: Demand
}
