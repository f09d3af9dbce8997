import PremarkAnnotation
import PremarkDocument
public import PremarkMarking

/// How a draft of rules did on submissions that a person has decided: agreement for each criterion, then what was missed
/// and what was wrongly found, with the learners' words.
public struct TrialReport: Sendable {
  private let style: TerminalStyle
  /// Most quotations beside a difference.
  static let mostQuotations = 3

  /// Makes a reporter.
  public init(style: TerminalStyle) { self.style = style }

  /// Draws a trial. UTF-8, every line ended by "\n".
  public func report(_ trial: Trial) -> [UInt8] {
    var page = TerminalPage(style: style)
    guard let unit = trial.subjects.first?.marking.result else { return page.bytes }
    page.paragraph([
      Run(unit.unit.title, .strong),
      Run(" – " + counted(trial.subjects.count, "submission", "submissions") + " with decisions"),
    ])
    page.blank()
    tabulate(trial, unit, on: &page)
    for number in unit.criteria.indices { draw(criterion: number, trial, on: &page) }
    for number in unit.mistakes.indices { draw(mistake: number, trial, on: &page) }
    return page.bytes
  }

  private func tabulate(_ trial: Trial, _ unit: MarkingResult, on page: inout TerminalPage) {
    let names = unit.criteria.map { $0.id } + unit.mistakes.map { $0.id }
    let width = min(names.reduce(9) { max($0, page.columns(of: $1)) }, style.width - 30)
    page.verbatim([Run(Self.padded("Criterion", width) + "  Exact             Kappa")])
    for (number, criterion) in unit.criteria.enumerated() {
      row(criterion.id, trial.agreement(onCriterion: number), width, on: &page)
    }
    guard !unit.mistakes.isEmpty else { return }
    page.blank()
    page.verbatim([Run(Self.padded("Mistake", width) + "  Exact             Kappa")])
    for (number, mistake) in unit.mistakes.enumerated() {
      row(mistake.id, trial.agreement(onMistake: number), width, on: &page)
    }
  }

  private func row(_ name: String, _ agreement: Agreement, _ width: Int, on page: inout TerminalPage) {
    let share = agreement.all == 0 ? "-" : percentage(agreement.exact, of: agreement.all)
    let exact = "\(agreement.exact) of \(agreement.all) (\(share))"
    page.verbatim([
      Run(
        Self.padded(name, width) + "  " + Self.padded(exact, 16) + "  "
          + (agreement.kappa.map(twoDecimals) ?? "-"))
    ])
  }

  private func draw(criterion number: Int, _ trial: Trial, on page: inout TerminalPage) {
    for subject in trial.subjects {
      let result = subject.marking.result.criteria[number]
      guard let level = subject.decided.level(of: result.id), level != result.decision else { continue }
      let isMissed = result.decision < level
      head(
        "\(result.id) in \(subject.name): ", isMissed ? "missed" : "wrongly found",
        " – decided \(level.name), proposed \(result.decision.name)", on: &page)
      let places = Places(subject.marking.text)
      for requirement in result.requirements where (requirement.state == .held) != isMissed {
        var words = requirement.state.rawValue + " " + requirement.id
        if let failed = requirement.failed, isMissed { words += " – " + failed }
        page.paragraph([Run(words)], indent: 2, hanging: 2)
        quote(requirement.evidence, subject.marking, places, on: &page)
      }
    }
  }

  private func draw(mistake number: Int, _ trial: Trial, on page: inout TerminalPage) {
    for subject in trial.subjects {
      let result = subject.marking.result.mistakes[number]
      guard let found = subject.decided.found(result.id), found != result.found else { continue }
      head(
        "\(result.id) in \(subject.name): ", result.found ? "wrongly found" : "missed",
        result.message.map { " – " + $0 } ?? "", on: &page)
      quote(result.evidence, subject.marking, Places(subject.marking.text), on: &page)
    }
  }

  private func head(_ what: String, _ verdict: String, _ more: String, on page: inout TerminalPage) {
    page.blank()
    page.paragraph([Run(what), Run(verdict, .strong), Run(more)], hanging: 2)
  }

  private func quote(
    _ evidence: [Evidence], _ marking: Marking, _ places: Places, on page: inout TerminalPage
  ) {
    for item in evidence.prefix(Self.mostQuotations) {
      page.paragraph(Self.quotation(item, marking, places), indent: 4, hanging: 2)
    }
  }

  /// `“words” – place`.
  static func quotation(_ evidence: Evidence, _ marking: Marking, _ places: Places) -> [Run] {
    let words = Quotation.words(of: evidence, in: marking.text.document, limit: 140)
    return [
      Run("“"), Run(words), Run("” – "),
      Run(places.words(evidence.block), .faint),
    ]
  }

  static func padded(_ text: String, _ width: Int) -> String {
    var text = text
    var count = text.unicodeScalars.count
    while count < width {
      text += " "
      count += 1
    }
    return text
  }
}

/// A share as whole per cents, rounded half up: "67%".
func percentage(_ part: Int, of whole: Int) -> String { "\((part * 200 + whole) / (whole * 2))%" }

/// A figure with two decimals, rounded half away from nought: "0.72", "-0.05".
func twoDecimals(_ value: Double) -> String {
  let hundredths = Int((value < 0 ? -value : value) * 100 + 0.5)
  let rest = hundredths % 100
  return (value < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)." + (rest < 10 ? "0" : "")
    + "\(rest)"
}
