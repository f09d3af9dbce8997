public import PremarkMarking
public import PremarkText

/// One submission's result as another run wrote it (`result.schema.json`), as far as a moderator needs it.
public struct ResultRecord: Sendable {
  /// A criterion's proposal.
  public struct Criterion: Sendable {
    /// Its id.
    public let id: String
    /// Its title.
    public let title: String
    /// What was proposed.
    public let decision: Level
    /// Why a person must look; nil where none need.
    public let refer: String?
    /// Its parts.
    public let requirements: [Requirement]
  }

  /// A part of a criterion.
  public struct Requirement: Sendable {
    /// Its id.
    public let id: String
    /// `held`, `near`, `contradicted` or `absent`.
    public let state: State
    /// False for a supporting one.
    public let isEssential: Bool
  }

  /// A common mistake that was found.
  public struct Mistake: Sendable {
    /// Its id.
    public let id: String
    /// Its title.
    public let title: String
    /// The learner's words it was found in.
    public let quotes: [String]
  }

  /// What tells this submission from every other of the run; the file's name where the run had no such thing.
  public let id: String
  /// Base name of the file.
  public let name: String
  /// What is known beside the file.
  public let circumstances: Circumstances
  /// The unit's id; "" where the file could not be read.
  public let unit: String
  /// The unit's title.
  public let unitTitle: String
  /// SHA-256 over the rules.
  public let rulesDigest: String
  /// SHA-256 over the file.
  public let digest: String
  /// Ten-thousandths.
  public let score: Int
  /// In the order of the rules.
  public let criteria: [Criterion]
  /// Only those found.
  public let mistakes: [Mistake]
  /// Code and message where it could not be marked.
  public let error: (code: String, message: String)?

  /// Takes the figures out of a result; nil where it is none.
  public init?(_ value: JSONValue) {
    guard let document = value["document"], let name = document["name"]?.text else { return nil }
    let submission = value["submission"]
    id = submission?["id"]?.text ?? name
    self.name = name
    circumstances = Circumstances(submission)
    unit = value["unit"]?["id"]?.text ?? ""
    unitTitle = value["unit"]?["title"]?.text ?? ""
    rulesDigest = value["premark"]?["rulesDigest"]?.text ?? ""
    digest = document["digest"]?.text ?? ""
    score = value["score"].flatMap(Self.tenThousandths) ?? 0
    criteria = (value["criteria"]?.elements ?? []).compactMap { Criterion($0) }
    mistakes = (value["mistakes"]?.elements ?? []).compactMap { Mistake($0) }
    error = value["error"].map { (code: $0["code"]?.text ?? "", message: $0["message"]?.text ?? "") }
  }

  /// The criterion of that id.
  public func criterion(_ id: String) -> Criterion? { criteria.first { $0.id == id } }

  /// A share of 1 with up to four decimals.
  private static func tenThousandths(_ value: JSONValue) -> Int? {
    guard case .number(let written) = value else { return nil }
    var (whole, decimals) = (0, -1)
    for byte in written.utf8.prefix(8) {
      if byte == 0x2E, decimals < 0 {
        decimals = 0
      } else if 0x30...0x39 ~= byte, decimals < 4 {
        whole = whole * 10 + Int(byte - 0x30)
        if decimals >= 0 { decimals += 1 }
      } else if byte > 0x39 || byte < 0x30 {
        return nil
      }
    }
    for _ in max(decimals, 0)..<4 { whole *= 10 }
    return whole
  }
}

extension ResultRecord.Criterion {
  init?(_ value: JSONValue) {
    guard let id = value["id"]?.text, let decision = value["decision"]?.text.flatMap(Level.init(named:))
    else {
      return nil
    }
    self.id = id
    title = value["title"]?.text ?? id
    self.decision = decision
    refer = value["refer"]?.text
    requirements = (value["requirements"]?.elements ?? []).compactMap { value in
      guard let id = value["id"]?.text, let state = value["state"]?.text.flatMap(State.init(rawValue:)) else {
        return nil
      }
      return ResultRecord.Requirement(id: id, state: state, isEssential: value["essential"] == .bool(true))
    }
  }
}

extension ResultRecord.Mistake {
  init?(_ value: JSONValue) {
    guard let id = value["id"]?.text, value["found"] == .bool(true) else { return nil }
    self.id = id
    title = value["title"]?.text ?? id
    quotes = (value["evidence"]?.elements ?? []).compactMap { $0["quote"]?.text }
  }
}

/// Who and what stands around a submission: what a cohort is told apart by.
public struct Circumstances: Sendable, Equatable {
  /// Whose work it is.
  public var learner: String?
  /// The number that the learning platform knows the learner by in this assignment.
  public var participant: String?
  /// Who assesses it.
  public var assessor: String?
  /// The group it belongs to.
  public var cohort: String?
  /// Where it is assessed.
  public var location: String?
  /// How it is assessed: product, observation, professional discussion …
  public var method: String?

  /// Nothing is known.
  public init() {}

  /// Reads the object `submission` of a result.
  public init(_ value: JSONValue?) {
    learner = value?["learner"]?.text
    participant = value?["participant"]?.text
    assessor = value?["assessor"]?.text
    cohort = value?["cohort"]?.text
    location = value?["location"]?.text
    method = value?["method"]?.text
  }

  /// Names and values of what is known, in a fixed order.
  public var fields: [(name: String, value: String)] {
    let all: [(String, String?)] = [
      ("learner", learner), ("participant", participant), ("assessor", assessor), ("cohort", cohort),
      ("location", location),
      ("method", method),
    ]
    return all.compactMap { name, value in value.map { (name: name, value: $0) } }
  }
}

extension JSONValue {
  /// The elements of an array.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}
