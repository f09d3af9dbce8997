import PremarkMarking
public import PremarkModeration

/// How far Premark, assessors and moderators agree, for the terminal.
public struct AgreementReport: Sendable {
  private let style: TerminalStyle
  /// Most rules drawn under "what drives disagreement".
  private static let mostDrivers = 12

  /// Makes a reporter.
  public init(style: TerminalStyle) { self.style = style }

  /// Draws a study. UTF-8, every line ended by "\n".
  public func report(_ study: AgreementStudy) -> [UInt8] {
    var page = TerminalPage(style: style)
    page.paragraph([
      Run(
        counted(study.cases.count, "decision", "decisions") + " by people on "
          + counted(Set(study.cases.map { $0.result }).count, "submission", "submissions"), .strong)
    ])
    let comparisons = study.comparisons()
    for pair in study.pairs {
      let own = comparisons.filter { $0.first == pair.first && $0.second == pair.second }
      draw(own, pair, on: &page)
    }
    if let together = study.together { draw(together, on: &page) }
    draw(study.biases(), on: &page)
    draw(study.drivers(), on: &page)
    page.blank()
    page.paragraph(
      [
        Run(
          """
          Intervals hold 95 of 100: kappa by its asymptotic variance (Fleiss, Cohen and Everitt 1969), AC1, AC2 and \
          means by Student's t. Kappa is weighted quadratically, alpha (Krippendorff) ordinal. Where nearly all \
          decisions are alike, kappa is low though agreement is high: read it beside AC2.
          """, .faint)
      ])
    return page.bytes
  }

  private func draw(
    _ comparisons: [AgreementStudy.Comparison],
    _ pair: (first: AgreementStudy.Judge, second: AgreementStudy.Judge),
    on page: inout TerminalPage
  ) {
    page.blank()
    page.paragraph([Run(pair.second.words + " against " + pair.first.words.lowercased(), .strong)])
    var kind = ""
    for one in comparisons {
      if one.kind != kind {
        kind = one.kind
        page.blank()
        page.verbatim([
          Run(Self.columns(Self.heading(kind), "n", "exact", "near", "kappa   95 %", "alpha", "AC2"))
        ])
      }
      let name = one.kind == "all" ? "All" : one.group
      let shown = page.columns(of: name) <= Self.nameColumns ? name : ""
      if shown.isEmpty { page.paragraph([Run(name)]) }
      page.verbatim([
        Run(
          Self.columns(
            shown, String(one.table.all), percentage(one.table.exact, of: one.table.all),
            percentage(one.table.adjacent, of: one.table.all), Self.interval(one.table.kappa(.quadratic)),
            one.alpha.map(twoDecimals) ?? "-", one.ac2.map { twoDecimals($0.value) } ?? "-"))
      ])
    }
  }

  private func draw(_ ratings: Ratings, on page: inout TerminalPage) {
    page.blank()
    page.paragraph([
      Run("All three together: ", .strong),
      Run(
        "alpha " + (ratings.alpha(.ordinal).map(twoDecimals) ?? "-") + ", AC1 "
          + Self.interval(ratings.gwet(.identity)) + ", AC2 " + Self.interval(ratings.gwet(.quadratic))),
    ])
  }

  private func draw(_ biases: [AgreementStudy.Bias], on page: inout TerminalPage) {
    guard !biases.isEmpty else { return }
    page.blank()
    page.paragraph([Run("Assessors: how many levels above (+) or below (-)", .strong)])
    for bias in biases {
      var words =
        "against \(bias.against.words.lowercased()), \(counted(bias.cases, "decision", "decisions")): "
      words +=
        bias.mean.map {
          Self.signed($0.value) + " [" + Self.signed($0.low) + ", " + Self.signed($0.high) + "]"
        } ?? "-"
      if let mean = bias.mean, mean.low > 0 { words += ", more lenient" }
      if let mean = bias.mean, mean.high < 0 { words += ", stricter" }
      if let drift = bias.drift {
        words +=
          "; in 30 days " + Self.signed(drift.value) + " [" + Self.signed(drift.low) + ", "
          + Self.signed(drift.high) + "]"
        if drift.low > 0 || drift.high < 0 { words += ", drifting" }
      }
      page.paragraph([Run(bias.assessor + " ", .strong), Run(words)], indent: 2, hanging: 2)
    }
  }

  private func draw(_ drivers: [AgreementStudy.Driver], on page: inout TerminalPage) {
    guard !drivers.isEmpty else { return }
    page.blank()
    page.paragraph([Run("Rules that drive disagreement with assessors", .strong)])
    for driver in drivers.prefix(Self.mostDrivers) {
      page.paragraph(
        [
          Run(driver.criterion + ": " + driver.requirement, .strong),
          Run(
            (driver.isTooStrict ? " is not held in " : " is held in ") + "\(driver.pointing) of the "
              + "\(driver.differing) where Premark lies "
              + (driver.isTooStrict ? "below" : "above")
              + " the assessor; the same in \(driver.pointingThough) of "
              + "\(driver.agreeing) where both agree"),
        ], indent: 2, hanging: 2)
    }
    if drivers.count > Self.mostDrivers {
      page.paragraph([Run("and \(drivers.count - Self.mostDrivers) more in the JSON")], indent: 2)
    }
  }

  private static let nameColumns = 30

  private static func columns(
    _ name: String, _ n: String, _ exact: String, _ near: String, _ kappa: String, _ alpha: String,
    _ ac2: String
  ) -> String {
    TrialReport.padded(name, nameColumns) + right(n, 5) + right(exact, 6) + right(near, 6) + "  "
      + TrialReport.padded(kappa, 18) + right(alpha, 6) + right(ac2, 6)
  }

  private static func right(_ words: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - words.utf8.count, 0)) + words
  }

  private static func heading(_ kind: String) -> String {
    switch kind {
    case "unit": "By unit"
    case "criterion": "By criterion"
    case "assessor": "By assessor"
    default: ""
    }
  }

  /// "0.72 [0.61, 0.83]"; ends beyond what a coefficient can be are cut.
  private static func interval(_ estimate: Estimate?) -> String {
    guard let estimate else { return "-" }
    return twoDecimals(estimate.value) + " [" + twoDecimals(max(estimate.low, -1)) + ", "
      + twoDecimals(min(estimate.high, 1)) + "]"
  }

  private static func signed(_ value: Double) -> String {
    let words = twoDecimals(value)
    return value > 0 && words != "0.00" ? "+" + words : words
  }
}

extension AgreementStudy.Judge {
  /// "Premark", "Assessor", "Moderator".
  var words: String {
    switch self {
    case .premark: "Premark"
    case .assessor: "Assessor"
    case .moderator: "Moderator"
    }
  }
}
