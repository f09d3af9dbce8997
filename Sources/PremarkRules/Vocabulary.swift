/// The words of the language itself.
enum Vocabulary {
  /// First words of statements.
  static let statements = [
    "language", "unit", "vocabulary", "words", "passage", "indicator", "item", "criterion", "mistake", "tip",
    "rows",
  ]

  /// What a column, a label or a heading may say its content is; the roles of the annotation.
  static let roles = [
    "need", "objective", "career", "reason", "priority", "level", "activity", "support", "deadline",
    "measure",
    "evidence", "progress", "review", "reflection", "feedback", "strength", "weakness", "opportunity",
    "threat",
    "agreement", "person", "date", "meta", "self-assessment",
  ]

  /// Entity kinds of the annotation, and the two names for several of them.
  static let entities = [
    "date", "date-range", "time-limit", "duration", "recurrence", "percentage", "score", "money", "count",
    "number",
    "change", "person", "role", "reference", "figure", "deadline",
  ]

  /// What may stand after the colon of an entity; nil where a group of the list of roles may.
  static func refinements(of entity: String) -> [String]? {
    switch entity {
    case "date": ["day", "month", "year"]
    case "change": ["up", "down"]
    case "person", "role": nil
    default: []
    }
  }

  /// The word list whose groups `<person:group>` and `<role:group>` name, where it is in reach.
  static let peopleRoles = "people-role"

  /// How far a claim goes, weakest first.
  static let strengths = ["none", "aspiration", "plan", "done", "result", "result-with-data", "corroborated"]

  /// What strings may hold in braces.
  static let placeholders = ["count", "quote", "item", "figure"]

  /// Words that begin a filter, for the nearest known name.
  static let filters = [
    "own", "other", "general", "affirmed", "negated", "hypothetical", "aspiration", "planned", "plan", "done",
    "result", "result-with-data", "corroborated", "asked",
  ]

  /// Words that no indicator, item, passage or part may have as its name.
  static let reserved: Set<String> = [
    "a", "an", "the", "and", "or", "not", "no", "with", "within", "before", "in", "outside", "at", "more",
    "fewer",
    "exactly", "some", "any", "all", "most", "half", "none", "of", "different", "by", "over", "criterion",
    "requirement", "outnumbers", "label", "own", "other", "general", "affirmed", "negated", "hypothetical",
    "aspiration", "plan", "planned", "done", "result", "result-with-data", "corroborated", "asked",
  ]

  /// Stretches in which an indicator may be looked for.
  static let scopes = ["clause", "sentence", "block", "row", "passage", "section", "document"]

  /// Levels of brackets and `not`; deeper ones are reported.
  static let deepestNesting = 40
}
