import PremarkMarking
public import PremarkModeration

/// A submission in the list of a cohort's page.
public struct CohortRow: Sendable {
  let record: ResultRecord
  let report: String?
  let decided: Int

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - report: address of its report from the page on; nil where there is none.
  ///   - decided: how many criteria people have decided.
  public init(_ record: ResultRecord, report: String?, decided: Int = 0) {
    self.record = record
    self.report = report
    self.decided = decided
  }
}

/// A cohort as one page: decisions by criterion, mistakes by group, spread, and every submission, in tables that can be
/// sorted. One HTML file that loads nothing.
public struct CohortPage: Sendable {
  /// Most submissions that are listed; the others are in the CSV.
  public static let mostRows = 2_000

  /// Makes a reporter.
  public init() {}

  /// Draws the page. UTF-8, ends in "\n".
  ///
  /// - Parameter rows: the submissions to list, in order.
  public func report(_ figures: CohortFigures, rows: [CohortRow]) -> [UInt8] {
    var page = HtmlWriter()
    HtmlFrame.begin(
      "Cohort", style: HtmlStyle.text + CohortStyle.text, script: CohortScript.text, on: &page)
    page.raw("<header>\n")
    page.element("h1", "Cohort of " + counted(figures.submissions, "submission", "submissions"))
    page.element(
      "p", "Proposals by fixed rules. They are not results: for each submission a named assessor decides.",
      class: "about")
    page.raw("</header>\n<main class=\"cohort\">\n")
    for unit in figures.units { draw(unit, on: &page) }
    draw(failures: figures, on: &page)
    draw(rows, of: figures.submissions, on: &page)
    page.raw("</main>\n<script>" + CohortScript.text + "</script>\n")
    HtmlFrame.end(on: &page)
    return page.bytes
  }

  private func draw(_ unit: CohortFigures.Unit, on page: inout HtmlWriter) {
    page.raw("<section")
    page.attribute("aria-label", unit.title)
    page.raw(">\n")
    page.element("h2", unit.title + " – " + counted(unit.submissions, "submission", "submissions"))
    drawBars(unit, on: &page)
    table(
      "Decisions by criterion", ["Criterion", "Met", "Partly met", "Not yet met", "To confirm"],
      unit.criteria.map { criterion in
        [
          .words(criterion.title), .figure(criterion.levels[2]), .figure(criterion.levels[1]),
          .figure(criterion.levels[0]), .figure(criterion.referred),
        ]
      }, on: &page)
    drawPeople(unit, on: &page)
    drawSpread(unit, on: &page)
    drawMistakes(unit, on: &page)
    if unit.rules.count > 1 {
      page.element(
        "p", "These results were made with \(unit.rules.count) versions of the rules: compare with care.",
        class: "warning")
    }
    page.raw("</section>\n")
  }

  /// What people decided beside what was proposed; nothing where nobody has.
  private func drawPeople(_ unit: CohortFigures.Unit, on page: inout HtmlWriter) {
    guard unit.criteria.contains(where: { $0.people.decided > 0 }) else { return }
    table(
      "Decided by people",
      [
        "Criterion", "Decided", "Met", "Partly met", "Not yet met", "Otherwise than proposed",
        "By a moderator",
        "Otherwise than the assessor",
      ],
      unit.criteria.map { criterion in
        let people = criterion.people
        return [.words(criterion.title)]
          + [
            people.decided, people.levels[2], people.levels[1], people.levels[0], people.changed,
            people.moderated, people.disputed,
          ].map { .figure($0) }
      }, on: &page)
  }

  private func draw(failures figures: CohortFigures, on page: inout HtmlWriter) {
    guard !figures.failures.isEmpty else { return }
    page.raw("<section>\n")
    page.element("h2", counted(figures.failures.count, "file", "files") + " could not be marked")
    table(
      "A person must look at these", ["Submission", "Why"],
      figures.failures.prefix(Self.mostRows).map { [.words($0.id), .words($0.message)] }, on: &page)
    page.raw("</section>\n")
  }

  private func draw(_ rows: [CohortRow], of all: Int, on page: inout HtmlWriter) {
    let marked = rows.filter { $0.record.error == nil }
    guard !marked.isEmpty else { return }
    page.raw("<section>\n<h2>Submissions</h2>\n")
    if marked.count < all {
      page.element("p", "The first \(marked.count); every one is in results.csv.", class: "about")
    }
    let hasDecisions = marked.contains { $0.decided > 0 }
    table(
      "One row each",
      ["Submission", "Learner", "Assessor", "Group", "Met", "Partly met", "Not yet met", "To confirm"]
        + (hasDecisions ? ["Decided by people"] : []),
      marked.map { row in
        let record = row.record
        let levels = [2, 1, 0].map { level in record.criteria.count { $0.decision.rawValue == level } }
        return [
          row.report.map { .link(record.id, $0) } ?? .words(record.id),
          .words(record.circumstances.learner ?? ""), .words(record.circumstances.assessor ?? ""),
          .words(record.circumstances.cohort ?? ""), .figure(levels[0]), .figure(levels[1]),
          .figure(levels[2]), .figure(record.criteria.count { $0.refer != nil }),
        ] + (hasDecisions ? [.figure(row.decided)] : [])
      }, on: &page)
    page.raw("</section>\n")
  }
}

// MARK: - Tables

extension CohortPage {
  /// What stands in a cell.
  enum Cell {
    case words(String)
    case figure(Int)
    case link(String, String)
  }

  /// A table whose columns a reader can sort by.
  func table(_ caption: String, _ columns: [String], _ rows: [[Cell]], on page: inout HtmlWriter) {
    guard !rows.isEmpty else { return }
    page.raw("<div class=\"scroll\"><table class=\"sortable\">\n")
    page.element("caption", caption)
    page.raw("<thead><tr>")
    for column in columns {
      page.raw("<th scope=\"col\"><button type=\"button\">")
      page.text(column)
      page.raw("</button></th>")
    }
    page.raw("</tr></thead>\n<tbody>\n")
    for row in rows {
      page.raw("<tr>")
      for (index, cell) in row.enumerated() { draw(cell, isHead: index == 0, on: &page) }
      page.raw("</tr>\n")
    }
    page.raw("</tbody></table></div>\n")
  }

  private func draw(_ cell: Cell, isHead: Bool, on page: inout HtmlWriter) {
    let name = isHead ? "th scope=\"row\"" : "td"
    switch cell {
    case .words(let words):
      page.raw("<" + name + ">")
      page.text(words)
    case .figure(let figure):
      page.raw("<td class=\"figure\">\(figure)")
    case .link(let words, let address):
      page.raw("<" + name + "><a")
      page.attribute("href", address)
      page.raw(">")
      page.text(words)
      page.raw("</a>")
    }
    page.raw(isHead ? "</th>" : "</td>")
  }
}

// MARK: - Pictures

extension CohortPage {
  /// A bar for each criterion, its parts as wide as the shares of its decisions; the table below says the same.
  private func drawBars(_ unit: CohortFigures.Unit, on page: inout HtmlWriter) {
    page.raw("<figure>\n<figcaption>Decisions by criterion: met ")
    page.raw(
      "<span class=\"key met-bar\"></span>, partly met <span class=\"key partly-bar\"></span>, "
        + "not yet met <span class=\"key open-bar\"></span></figcaption>\n")
    for criterion in unit.criteria {
      let all = max(criterion.levels.reduce(0, +), 1)
      page.element("p", criterion.title, class: "bar-name")
      page.raw("<svg class=\"bar\" viewBox=\"0 0 1000 40\" preserveAspectRatio=\"none\" role=\"img\"")
      page.attribute(
        "aria-label",
        "\(criterion.levels[2]) met, \(criterion.levels[1]) partly met, \(criterion.levels[0]) not yet met")
      page.raw(">")
      var left = 0
      for (level, style) in [(2, "met-bar"), (1, "partly-bar"), (0, "open-bar")] {
        let width = criterion.levels[level] * 1000 / all
        page.raw("<rect class=\"\(style)\" x=\"\(left)\" y=\"0\" width=\"\(width)\" height=\"40\"/>")
        left += width
      }
      page.raw("</svg>\n")
    }
    page.raw("</figure>\n")
  }

  /// How many submissions have so many criteria met.
  private func drawSpread(_ unit: CohortFigures.Unit, on page: inout HtmlWriter) {
    let most = max(unit.met.max() ?? 0, 1)
    page.raw("<figure>\n<figcaption>Spread: submissions by number of criteria met</figcaption>\n")
    page.raw("<ol class=\"spread\" start=\"0\">\n")
    for (met, count) in unit.met.enumerated() {
      page.raw("<li><svg viewBox=\"0 0 1000 40\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
      page.raw("<rect class=\"plain-bar\" width=\"\(count * 1000 / most)\" height=\"40\"/></svg> ")
      page.text("\(met) met: \(count)")
      page.raw("</li>\n")
    }
    page.raw("</ol>\n</figure>\n")
  }

  private func drawMistakes(_ unit: CohortFigures.Unit, on page: inout HtmlWriter) {
    guard !unit.mistakes.isEmpty else { return }
    let groups = unit.groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let shown = groups.count > 1 ? groups : []
    let columns = shown.map { name in
      (name.isEmpty ? "no group" : name) + " (of \(unit.groups[name] ?? 0))"
    }
    let ordered = unit.mistakes.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    table(
      "Common mistakes by group", ["Mistake", "All"] + columns + ["For example (names taken out)"],
      ordered.map { mistake in
        [.words(mistake.title), .figure(mistake.count)] + shown.map { .figure(mistake.groups[$0] ?? 0) }
          + [.words(mistake.quote.map { "“" + $0.text + "”" } ?? "")]
      }, on: &page)
  }
}

/// What a cohort's page adds to the look of reports.
enum CohortStyle {
  static let text = """
    main.cohort { display: block } figure { margin: 1rem 0 } figcaption, caption { font-weight: 600; text-align: left; margin: .5rem 0 }
    .bar-name { margin: .5rem 0 .1rem } svg.bar { width: 100%; height: 1.5rem; display: block; border: 1px solid var(--line) }
    .met-bar { fill: var(--good); background: var(--good) } .partly-bar { fill: var(--part); background: var(--part) }
    .open-bar { fill: var(--open-bg); background: var(--open-bg) } .plain-bar { fill: var(--link) }
    .key { display: inline-block; width: 1rem; height: .8rem; border: 1px solid var(--faint) }
    .spread { list-style: none; padding: 0 } .spread svg { width: 50%; height: 1rem; vertical-align: middle }
    .figure { text-align: right; font-variant-numeric: tabular-nums } th button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; min-height: 1.5rem; text-align: left; cursor: pointer }
    th[aria-sort=ascending] button::after { content: " \\2191" } th[aria-sort=descending] button::after { content: " \\2193" }

    """
}

/// The one script of a cohort's page: it sorts tables. It asks nothing of any server.
enum CohortScript {
  static let text = """
    for (const table of document.querySelectorAll('table.sortable'))
      table.querySelectorAll('thead button').forEach((button, column) => button.addEventListener('click', () => {
        const head = button.closest('th'), rises = head.getAttribute('aria-sort') !== 'ascending'
        for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort')
        head.setAttribute('aria-sort', rises ? 'ascending' : 'descending')
        const body = table.tBodies[0], order = new Intl.Collator('en-GB', { numeric: true })
        const rows = [...body.rows].sort((a, b) => order.compare(a.cells[column].textContent, b.cells[column].textContent))
        body.append(...(rises ? rows : rows.reverse()))
      }))

    """
}
