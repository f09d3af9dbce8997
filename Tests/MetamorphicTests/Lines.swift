/// A submission's text by lines, of which only those a learner wrote as sentences are changed.
enum Lines {
  /// True for a heading, a row of a table, a rule: what is no running text.
  static func isFixed(_ line: Substring) -> Bool {
    guard let first = line.drop(while: { $0 == " " || $0 == "\t" }).first else { return true }
    return "#|=+".contains(first) || line.allSatisfy { "-_=*| \t".contains($0) }
  }

  /// The text with each line of running text changed.
  static func changed(_ text: String, _ change: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { isFixed($0) ? String($0) : change(String($0)) }
      .joined(separator: "\n")
  }

  /// Rows of a Markdown table as cells without blanks around them; nil where the line is none.
  static func cells(_ line: Substring) -> [String]? {
    let inner = line.trimmed
    guard inner.count > 2, inner.first == "|", inner.last == "|" else { return nil }
    return inner.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmed
    }
  }

  static func isRuler(_ cells: [String]) -> Bool {
    cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed())
  }
}
