import PremarkMarking
public import PremarkModeration

/// A sampling plan with the fields of awarding bodies' forms: as CSV to work in, as a page to print, for the terminal.
public struct SamplingReport: Sendable {
  private let plan: SamplingPlan
  private let results: [ResultRecord]
  private let seed: String
  private let strategy: SamplingPlan.Strategy
  private let stage: String

  /// Makes a reporter.
  ///
  /// - Parameters:
  ///   - results: those the plan was made from.
  ///   - stage: `F`, `I` or `S`: formative, interim, summative.
  public init(
    _ plan: SamplingPlan, of results: [ResultRecord], strategy: SamplingPlan.Strategy, seed: String,
    stage: String
  ) {
    self.plan = plan
    self.results = results
    self.strategy = strategy
    self.seed = seed
    self.stage = stage
  }

  private static let columns = [
    "Qualification unit", "IQA", "Assessor", "Assessor status", "Learner", "Submission", "Group", "Location",
    "Why chosen", "Planned date", "Stage", "Method", "Criteria proposed not met or to confirm", "Done date",
    "IQA agrees", "Outcome", "Action ref",
  ]

  /// UTF-8 with a byte-order mark, CRLF, no cell a formula. Cells for the moderator are empty.
  public func csv() -> [UInt8] {
    plan.entries.reduce(CSVWriter.mark + CSVWriter.line(Self.columns)) { $0 + CSVWriter.line(row($1)) }
  }

  private func row(_ entry: SamplingPlan.Entry) -> [String] {
    let record = results[entry.index]
    let known = record.circumstances
    let open = record.criteria.filter { $0.decision != .met || $0.refer != nil }.map { $0.id }
    return [
      record.unitTitle, "", known.assessor ?? "", entry.reasons.contains(.newAssessor) ? "new" : "",
      known.learner ?? "", record.id, known.cohort ?? "", known.location ?? "", Self.words(entry), "", stage,
      "product review", open.joined(separator: " "), "", "", "", "",
    ]
  }

  /// A page to print: what was chosen, why, and room for what came of it.
  public func page() -> [UInt8] {
    var page = HtmlWriter()
    HtmlFrame.begin("Sampling plan", style: HtmlStyle.text + CohortStyle.text, script: nil, on: &page)
    page.raw("<header>\n<h1>Sampling plan</h1>\n")
    for line in summary { page.element("p", line, class: "about") }
    page.raw("<p>IQA: ____________________ Date: ____________ Review date: ____________</p>\n</header>\n")
    page.raw(
      "<main class=\"cohort\">\n<div class=\"scroll\"><table>\n<caption>Submissions to sample</caption>\n<thead><tr>"
    )
    let shown = [
      "No.", "Submission", "Learner", "Assessor", "Unit", "Why chosen", "Planned", "Done", "IQA agrees",
      "Action",
    ]
    for column in shown {
      page.raw("<th scope=\"col\">")
      page.text(column)
      page.raw("</th>")
    }
    page.raw("</tr></thead>\n<tbody>\n")
    for (number, entry) in plan.entries.enumerated() {
      let record = results[entry.index]
      page.raw("<tr><td>\(number + 1)</td>")
      let cells = [
        record.id, record.circumstances.learner ?? "", record.circumstances.assessor ?? "", record.unitTitle,
        Self.words(entry), "", "", "", "",
      ]
      for cell in cells { page.element("td", cell) }
      page.raw("</tr>\n")
    }
    page.raw("</tbody></table></div>\n")
    page.element(
      "p",
      "For each: valid, authentic, current, sufficient, reliable; feedback linked to criteria; records complete, signed, dated. "
        + "A disagreement is closed before certification and checked across the cohort.")
    page.raw("</main>\n")
    HtmlFrame.end(on: &page)
    return page.bytes
  }

  /// For the terminal. UTF-8, every line ended by "\n".
  public func text(style: TerminalStyle) -> [UInt8] {
    var page = TerminalPage(style: style)
    for line in summary { page.paragraph([Run(line)]) }
    page.blank()
    for (number, entry) in plan.entries.enumerated() {
      let record = results[entry.index]
      let who = [record.circumstances.learner, record.circumstances.assessor].compactMap { $0 }
      page.paragraph(
        [
          Run("\(number + 1). "), Run(record.id, .strong),
          Run(
            (who.isEmpty ? "" : " (" + who.joined(separator: ", assessed by ") + ")") + ": "
              + Self.words(entry)),
        ], hanging: 4)
    }
    return page.bytes
  }

  /// Size, seed and what the size can find.
  private var summary: [String] {
    let (all, size) = (plan.population, plan.entries.count)
    var lines = [
      "\(size) of \(counted(all, "submission", "submissions")) (\(percentage(size, of: max(all, 1)))), "
        + "strategy \(strategy.rawValue), seed \(seed)"
    ]
    let shares = [1, 5, 10].map { share in
      let faulty = max((all * share + 50) / 100, 1)
      let power = SamplingPlan.power(population: all, size: size, faulty: faulty)
      return
        "\(percentage(Int(power * 10_000 + 0.5), of: 10_000)) if \(faulty) of them (\(share)%) were wrong"
    }
    lines.append(
      "Chance that a sample of this size drawn by lot holds a wrong decision: "
        + shares.joined(separator: ", "))
    return lines
  }

  private static func words(_ entry: SamplingPlan.Entry) -> String {
    var words: [String] =
      switch entry.choice {
      case .spread(let strata): ["first of " + strata.joined(separator: ", ")]
      case .risk: ["risk"]
      case .lot: ["lot"]
      }
    for reason in entry.reasons {
      switch reason {
      case .notMarked: words.append("could not be marked")
      case .newAssessor: words.append("new assessor")
      case .disagreement: words.append("past disagreement with the assessor")
      case .sharedText: words.append("shares text with another")
      case .toConfirm(let count): words.append(counted(count, "criterion", "criteria") + " to confirm")
      case .partly(let count): words.append(counted(count, "criterion", "criteria") + " partly met")
      }
    }
    return words.joined(separator: "; ")
  }
}
