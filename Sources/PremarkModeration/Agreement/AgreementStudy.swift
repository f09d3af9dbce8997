import PremarkMarking

/// Premark, assessors and moderators compared, decision by decision.
///
/// A *case* is one criterion of one submission. Premark proposes on every case; people decided some of them.
public struct AgreementStudy: Sendable {
  /// Who judges.
  public enum Judge: String, Sendable, CaseIterable {
    case premark, assessor, moderator
  }

  /// One criterion of one submission, with what each judge came to.
  public struct Case: Sendable {
    /// Index in the results.
    public let result: Int
    /// Index of the criterion in that result.
    let criterion: Int
    /// Premark's proposal.
    let proposed: Level
    /// The assessor's decision; nil where there is none.
    var assessor: Mark?
    /// The moderator's decision; nil where there is none.
    var moderator: Mark?

    /// What a judge came to.
    func level(_ judge: Judge) -> Level? {
      switch judge {
      case .premark: proposed
      case .assessor: assessor?.level
      case .moderator: moderator?.level
      }
    }
  }

  /// Everything that could be matched.
  public let results: [ResultRecord]
  /// Cases on which at least one person decided, in the order of results and criteria.
  public private(set) var cases: [Case] = []
  /// Marks that belong to no result or no criterion of it, a line each.
  public private(set) var unmatched: [String] = []
  /// Marks that a later one for the same case and role replaced.
  public private(set) var replaced = 0

  /// Matches marks with results: by the submission's id, then the file's name, then the name without its ending where
  /// that is one submission's only.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(results: [ResultRecord], marks: [Mark]) {
    self.results = results
    let names = SubmissionNames(results)
    var found: [UInt64: Int] = [:]
    for mark in marks {
      guard let result = names.index(of: mark.submission) else {
        unmatched.append("no result for '" + mark.submission + "'")
        continue
      }
      guard let criterion = results[result].criteria.firstIndex(where: { $0.id == mark.criterion }) else {
        unmatched.append("'" + mark.submission + "' has no criterion '" + mark.criterion + "'")
        continue
      }
      let key = UInt64(truncatingIfNeeded: result) << 16 | UInt64(truncatingIfNeeded: criterion)
      let index = found[key] ?? cases.count
      if found[key] == nil {
        found[key] = index
        cases.append(
          Case(
            result: result, criterion: criterion, proposed: results[result].criteria[criterion].decision))
      }
      switch mark.role {
      case .assessor:
        if cases[index].assessor != nil { replaced += 1 }
        cases[index].assessor = mark
      case .moderator:
        if cases[index].moderator != nil { replaced += 1 }
        cases[index].moderator = mark
      }
    }
    cases.sort { ($0.result, $0.criterion) < ($1.result, $1.criterion) }
  }
}

/// Finds a submission by what people call it.
public struct SubmissionNames: Sendable {
  private var byName: [String: Int] = [:]

  /// Ids win over names, names over names without their endings; what two submissions share means neither.
  public init(_ results: [ResultRecord]) {
    let kinds: [(ResultRecord) -> String] = [{ $0.id }, { $0.name }, { Self.stem($0.name) }]
    for kind in kinds {
      var fresh: [String: Int] = [:]
      for (index, result) in results.enumerated() {
        let name = kind(result)
        if byName[name] != nil { continue }
        fresh[name] = fresh[name] == nil ? index : -1
      }
      for (name, index) in fresh { byName[name] = index }
    }
  }

  /// The index of a submission; nil where none or several are called so.
  public func index(of name: String) -> Int? {
    guard let index = byName[name], index >= 0 else { return nil }
    return index
  }

  private static func stem(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard let dot = bytes.lastIndex(of: 0x2E), dot > 0 else { return name }
    return String(decoding: bytes[..<dot], as: UTF8.self)
  }
}
