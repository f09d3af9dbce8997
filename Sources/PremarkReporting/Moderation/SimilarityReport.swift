import PremarkMarking
public import PremarkModeration
import PremarkText

/// Text that submissions share, side by side. It says what is the same and never why.
public struct SimilarityReport: Sendable {
  /// A submission that was compared.
  public struct Submission: Sendable {
    let id: String
    let learner: String
    let text: [UInt8]

    /// Makes one; `text` is what was compared.
    public init(id: String, learner: String, text: [UInt8]) {
      self.id = id
      self.learner = learner
      self.text = text
    }
  }

  private let shared: SharedText
  private let submissions: [Submission]

  /// Makes a reporter; `shared` must come from these submissions.
  public init(_ shared: SharedText, of submissions: [Submission]) {
    self.shared = shared
    self.submissions = submissions
  }

  private static let caution =
    "Shared words have many honest reasons: work done together, a common source, a form. A person must look and ask."
  /// Most passages of a pair on the terminal.
  private static let mostPassages = 3

  /// For the terminal. UTF-8, every line ended by "\n".
  public func text(style: TerminalStyle) -> [UInt8] {
    var page = TerminalPage(style: style)
    page.paragraph([
      Run(
        counted(shared.pairs.count, "pair", "pairs") + " of "
          + counted(submissions.count, "submission", "submissions")
          + " share text.", .strong)
    ])
    page.paragraph([Run(Self.caution)])
    for pair in shared.pairs {
      let (first, second) = (submissions[pair.first], submissions[pair.second])
      page.blank()
      page.paragraph(
        [Run(first.id, .strong), Run(" and "), Run(second.id, .strong), Run(": \(pair.words) words")],
        hanging: 2)
      for passage in pair.passages.prefix(Self.mostPassages) {
        page.sideBySide(
          [[Run(Quotation.shortened(Array(first.text[passage.first]), limit: 300))]],
          [[Run(Quotation.shortened(Array(second.text[passage.second]), limit: 300))]], indent: 2)
      }
      if pair.passages.count > Self.mostPassages {
        page.paragraph([Run("and \(pair.passages.count - Self.mostPassages) more")], indent: 2)
      }
    }
    return page.bytes
  }

  /// A row for each pair. UTF-8 with a byte-order mark, CRLF, no cell a formula.
  public func csv() -> [UInt8] {
    var bytes =
      CSVWriter.mark
      + CSVWriter.line([
        "first", "second", "first learner", "second learner", "words shared", "passages", "longest passage",
      ])
    for pair in shared.pairs {
      let (first, second) = (submissions[pair.first], submissions[pair.second])
      let longest = pair.passages.first.map { Array(first.text[$0.first]) } ?? []
      bytes += CSVWriter.line([
        first.id, second.id, first.learner, second.learner, String(pair.words), String(pair.passages.count),
        String(decoding: Quotation.shortened(longest, limit: 200), as: UTF8.self),
      ])
    }
    return bytes
  }

  /// A page for the moderator: every pair with its passages side by side. UTF-8, ends in "\n".
  public func page() -> [UInt8] {
    var page = HtmlWriter()
    HtmlFrame.begin("Shared text", style: HtmlStyle.text + CohortStyle.text, script: nil, on: &page)
    page.raw("<header>\n<h1>Shared text</h1>\n")
    page.element("p", Self.caution)
    page.element("p", "For the moderator only: this page names pairs of learners.", class: "about")
    page.raw("</header>\n<main class=\"cohort\">\n")
    for pair in shared.pairs {
      let (first, second) = (submissions[pair.first], submissions[pair.second])
      page.raw("<section>\n")
      page.element("h2", first.id + " and " + second.id)
      page.raw("<div class=\"scroll\"><table>\n")
      page.element("caption", "\(pair.words) words in " + counted(pair.passages.count, "passage", "passages"))
      page.raw("<thead><tr>")
      for submission in [first, second] {
        page.raw("<th scope=\"col\">")
        page.text(submission.learner.isEmpty ? submission.id : submission.learner)
        page.raw("</th>")
      }
      page.raw("</tr></thead>\n<tbody>\n")
      for passage in pair.passages {
        page.raw("<tr><td>")
        page.text(first.text[passage.first])
        page.raw("</td><td>")
        page.text(second.text[passage.second])
        page.raw("</td></tr>\n")
      }
      page.raw("</tbody></table></div>\n</section>\n")
    }
    page.raw("</main>\n")
    HtmlFrame.end(on: &page)
    return page.bytes
  }
}
