public import PremarkMarking

extension Level {
  /// The level a decision's name in JSON and rules means.
  public init?(named name: String) {
    switch name {
    case "met": self = .met
    case "partly": self = .partly
    case "not-met": self = .notMet
    default: return nil
    }
  }

  /// The level that an assessor's word means ("achieved", "NYA", "further evidence required"); nil for other words.
  public init?(word: String) {
    let letters = word.lowercased().utf8.filter { 0x61...0x7A ~= $0 }
    switch String(decoding: letters, as: UTF8.self) {
    case "met", "achieved", "pass", "passed", "competent", "criteriamet", "criterionmet", "yes", "agreed":
      self = .met
    case "partly", "partlymet", "partial", "partiallymet", "partiallyachieved", "insufficientevidence",
      "furtherevidencerequired", "partlyachieved":
      self = .partly
    case "notmet", "notyetmet", "notyetachieved", "nya", "notachieved", "notyetcompetent", "nyc", "refer",
      "referred", "resubmit", "no":
      self = .notMet
    default: return nil
    }
  }
}
