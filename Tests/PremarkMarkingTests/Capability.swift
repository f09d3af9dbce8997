import Testing

/// One thing the rule language can say: how it is written, a text in which it holds and one in which it does not.
struct Capability: Sendable, CustomTestStringConvertible {
  /// What the language has to be able to say.
  let what: String
  /// A construct that stands in the examples of `Rules/README.md`.
  let construct: String
  /// Statements below the unit's head; the words of ``vocabulary`` are in reach.
  let rules: String
  /// What the one requirement asks.
  let test: String
  let holds: String
  /// Nil where it is said of every text.
  let not: String?
  /// What the report has to say where it holds; nil where the decision is looked at.
  let says: String?

  var testDescription: String { what }

  init(
    _ what: String, _ construct: String, _ rules: String, _ test: String, _ holds: String, _ not: String?,
    says: String? = nil
  ) {
    self.what = what
    self.construct = construct
    self.rules = rules
    self.test = test
    self.holds = holds
    self.not = not
    self.says = says
  }

  /// A condition in an indicator of one clause, sentence, …
  init(_ what: String, _ construct: String, in condition: String, _ holds: String, _ not: String) {
    self.init(what, construct, "indicator seen\n  \(condition)\n", "seen", holds, not)
  }

  /// A phrase of a word list.
  init(_ what: String, _ construct: String, phrase: String, _ holds: String, _ not: String) {
    self.init(
      what, construct, "words wanted\n  \(phrase)\nindicator seen\n  sentence <wanted>\n", "seen", holds, not)
  }

  static let vocabulary = """
    words helper
      manager:   team leader, line manager
      colleague: buddy, team mate

    words measure
      quality: quality, call score
      speed:   call length, wrap-up

    words less-is-better
      <measure:speed>

    words goal-heading
      objective, goal

    words review-word
      review, progress log

    passage look-back
      starts at   <date:month>, or label <review-word>
      lasts until next start or heading

    item work-goal
      called   "objective", "objectives"
      from     rows of a table with an objective column
      from     a list with objective role
      from     statements, "my aim is"
      known by <measure>
      part measure  <percentage>
      part deadline <deadline>

    """

  /// All of them, in the order of the list of what the language has to be able to say.
  static let all =
    phrases + nearness + values + comparisons + speakers + passages + items + links + counting
    + decisions + recipes
}
