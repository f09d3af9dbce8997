public import PremarkMarking
import PremarkModeration
public import PremarkText

/// A feedback comment as Moodle's grading worksheet takes it: HTML on one line, with paragraphs and lists only, that
/// begins with a tag (no formula) and never ends in a backslash.
public struct MoodleComment: Sendable {
  /// What every comment of Premark's begins with; what follows it is replaced by the next run.
  static let heading = "<p><strong>Premark, before marking</strong></p>"

  /// Makes a writer.
  public init() {}

  /// The comment on all files of one learner, behind what the cell held before.
  ///
  /// - Parameters:
  ///   - feedback: for each file its name and, for each criterion, title, decision and feedback.
  ///   - present: the cell as it is; what an earlier run of Premark wrote in it is replaced.
  public func words(_ feedback: [Feedback], present: String) -> String {
    var page = HtmlWriter()
    page.raw(Self.heading)
    for file in feedback {
      if feedback.count > 1 { paragraph(file.name, on: &page) }
      page.raw("<ul>")
      for criterion in file.criteria {
        page.raw("<li><strong>")
        page.text(Self.oneLine(criterion.title + ": " + criterion.level.words + "."))
        page.raw("</strong> ")
        page.text(Self.oneLine(criterion.feedback))
        page.raw("</li>")
      }
      page.raw("</ul>")
    }
    page.raw("<p>This is a check by fixed rules, not your result: your assessor decides.</p>")
    let own = String(decoding: page.bytes, as: UTF8.self)
    return Self.before(present) + own
  }

  private func paragraph(_ words: String, on page: inout HtmlWriter) {
    page.raw("<p>")
    page.text(Self.oneLine(words))
    page.raw("</p>")
  }

  /// The cell up to what an earlier run wrote.
  private static func before(_ present: String) -> String {
    let (bytes, mark) = (Array(present.utf8), Array(heading.utf8))
    guard bytes.count >= mark.count else { return present }
    for start in 0...(bytes.count - mark.count) where bytes[start..<start + mark.count].elementsEqual(mark) {
      return String(decoding: bytes[..<start], as: UTF8.self)
    }
    return present
  }

  /// Without line breaks, which a cell of one line cannot hold.
  private static func oneLine(_ words: String) -> String {
    String(decoding: words.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// What one file's result says to its learner.
  public struct Feedback: Sendable {
    let name: String
    let criteria: [(title: String, level: Level, feedback: String)]

    /// The criteria's decisions.
    public var levels: [Level] { criteria.map { $0.level } }

    /// Takes it out of a result; nil where that is a failure.
    public init?(_ value: JSONValue) {
      guard let name = value["document"]?["name"]?.text, let criteria = value["criteria"]?.elements else {
        return nil
      }
      self.name = name
      self.criteria = criteria.compactMap { criterion in
        guard let level = criterion["decision"]?.text.flatMap(Level.init(named:)) else { return nil }
        return (
          title: criterion["title"]?.text ?? "", level: level, feedback: criterion["feedback"]?.text ?? ""
        )
      }
    }
  }
}
