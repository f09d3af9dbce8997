import PremarkMarking

extension AgreementStudy {
  /// One assessor against another judge of the same cases.
  public struct Bias: Sendable {
    /// The assessor's name.
    public let assessor: String
    /// Against whom: Premark or the moderator.
    public let against: Judge
    /// Cases both judged.
    public let cases: Int
    /// Levels that the assessor lies above the other in the mean (a level is the step from not met to partly, or from
    /// partly to met); nil for fewer than two cases.
    public let mean: Estimate?
    /// Levels that the difference grows in 30 days; nil where fewer than three cases have dates, or all the same.
    public let drift: Estimate?
    /// The mean difference by quarter of the time the assessor's dates cover, earliest first; none without dates.
    public let quarters: [(cases: Int, mean: Double)]
  }

  /// Every assessor, in the order of names, against Premark and, where there is one, the moderator.
  ///
  /// Intervals take the cases as independent; criteria of one submission are not quite, so true ones are a little wider.
  public func biases() -> [Bias] {
    var biases: [Bias] = []
    for other in [Judge.premark, .moderator] {
      let both = cases.filter { $0.assessor != nil && $0.level(other) != nil }
      for (name, cases) in Self.grouped(both, by: { $0.assessor?.person ?? "" }) where !name.isEmpty {
        biases.append(bias(of: name, cases, other))
      }
    }
    return biases
  }

  private func bias(of assessor: String, _ cases: [Case], _ other: Judge) -> Bias {
    var figures: [Double] = []
    var dated: [(day: Int, figure: Double)] = []
    for one in cases {
      guard let own = one.level(.assessor), let theirs = one.level(other) else { continue }
      let figure = Double(own.rawValue - theirs.rawValue)
      figures.append(figure)
      if let day = one.assessor?.day { dated.append((day: day.number, figure: figure)) }
    }
    dated.sort { $0.day < $1.day }
    return Bias(
      assessor: assessor, against: other, cases: figures.count, mean: Trend.mean(of: figures),
      drift: Trend.slope(of: dated.map { $0.figure }, over: dated.map { Double($0.day) / 30 }),
      quarters: Self.quarters(dated))
  }

  private static func quarters(_ dated: [(day: Int, figure: Double)]) -> [(cases: Int, mean: Double)] {
    guard let first = dated.first?.day, let last = dated.last?.day, last > first else { return [] }
    var sums = [(cases: Int, sum: Double)](repeating: (cases: 0, sum: 0), count: 4)
    for (day, figure) in dated {
      let quarter = min((day - first) * 4 / (last - first), 3)
      sums[quarter].cases += 1
      sums[quarter].sum += figure
    }
    return sums.map { (cases: $0.cases, mean: $0.cases > 0 ? $0.sum / Double($0.cases) : 0) }
  }
}

extension AgreementStudy {
  /// A requirement that stands out among the cases where Premark and the assessor differ.
  public struct Driver: Sendable {
    /// `unit/criterion`.
    public let criterion: String
    /// The requirement's id.
    public let requirement: String
    /// True where Premark came out below the assessor, false where above.
    public let isTooStrict: Bool
    /// Cases of that criterion and direction.
    public let differing: Int
    /// Of these, those in which the requirement points that way: not held where Premark is below, held where above.
    public let pointing: Int
    /// Cases of that criterion in which both agree.
    public let agreeing: Int
    /// Of these, those in which the requirement stood the same way.
    public let pointingThough: Int
  }

  /// Requirements that point the way of a disagreement at least twice, the most cases first: what to look at before a
  /// standardisation meeting.
  public func drivers() -> [Driver] {
    var drivers: [Driver] = []
    let decided = cases.filter { $0.assessor != nil }
    for (name, cases) in Self.grouped(decided, by: { criterionName(of: $0) }) {
      drivers += self.drivers(of: name, cases, isTooStrict: true)
      drivers += self.drivers(of: name, cases, isTooStrict: false)
    }
    return drivers.sorted { ($1.pointing, $0.key) < ($0.pointing, $1.key) }
  }

  /// Those of one criterion, for decisions below the assessors' or above them.
  private func drivers(of criterion: String, _ cases: [Case], isTooStrict: Bool) -> [Driver] {
    var agreeing: [Case] = []
    var differing: [Case] = []
    for one in cases {
      guard let level = one.level(.assessor) else { continue }
      if level == one.proposed { agreeing.append(one) }
      if isTooStrict ? one.proposed < level : one.proposed > level { differing.append(one) }
    }
    guard let sample = differing.first else { return [] }
    var drivers: [Driver] = []
    for (index, requirement) in self.criterion(of: sample).requirements.enumerated() {
      let driver = Driver(
        criterion: criterion, requirement: requirement.id, isTooStrict: isTooStrict,
        differing: differing.count, pointing: count(differing, pointingBy: index, isTooStrict),
        agreeing: agreeing.count, pointingThough: count(agreeing, pointingBy: index, isTooStrict))
      if driver.pointing > 1, driver.standsOut { drivers.append(driver) }
    }
    return drivers
  }

  private func count(_ cases: [Case], pointingBy requirement: Int, _ isTooStrict: Bool) -> Int {
    var count = 0
    for one in cases where points(one, requirement, isTooStrict) { count += 1 }
    return count
  }

  private func criterion(of one: Case) -> ResultRecord.Criterion {
    results[one.result].criteria[one.criterion]
  }

  private func points(_ one: Case, _ requirement: Int, _ isTooStrict: Bool) -> Bool {
    let requirements = criterion(of: one).requirements
    guard requirements.indices.contains(requirement) else { return false }
    return (requirements[requirement].state == .held) != isTooStrict
  }
}

extension AgreementStudy.Driver {
  /// True where the requirement stands that way oftener among the differing cases than among the agreeing ones.
  fileprivate var standsOut: Bool {
    agreeing == 0 || pointing * agreeing > pointingThough * differing
  }

  fileprivate var key: String { criterion + "/" + requirement }
}
