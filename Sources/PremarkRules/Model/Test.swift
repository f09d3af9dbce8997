/// What is counted over the document: the findings of a term, those for which the condition holds in their stretch.
public struct Thing: Sendable {
  /// What is counted.
  public let term: Term
  /// What must hold in the stretch of each; nil for nothing more.
  public let having: Condition?
  /// How findings are told apart; nil where every one counts.
  public let different: Different?
  /// Least number of days between the first and the last dated one.
  public let spreadDays: Int?
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
  public init(term: Term, having: Condition?, different: Different?, spreadDays: Int?, location: RuleLocation)
  {
    self.term = term
    self.having = having
    self.different = different
    self.spreadDays = spreadDays
    self.location = location
  }
}

/// What is asked of the whole document.
public indirect enum Test: Sendable {
  /// How many of the things.
  public enum Share: Sendable, Equatable { case all, most, half, none }
  case atLeast(Int, Thing)
  case atMost(Int, Thing)
  /// A share of the things (`having` empty there) for which the condition holds; false where there is no thing at all.
  case share(Share, Thing, Condition)
  case all([Test])
  case any([Test])
  case not(Test)
  /// `criterion x is met`, `… is below met`, `… is not-met`.
  case criterion(String, atLeast: String?, below: String?, RuleLocation)
  /// `requirement x is held`.
  case requirement(String, isHeld: Bool, RuleLocation)
  /// `<a> outnumbers <b>`.
  case outnumbers(Term, Term, RuleLocation)
  /// `fewer than n words` in the evidence of the document.
  case words(below: Int)
}
