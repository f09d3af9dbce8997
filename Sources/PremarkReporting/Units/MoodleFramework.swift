import PremarkModeration
public import PremarkRules

/// A unit as a competency framework of Moodle: 14 columns, the framework first, every parent before its children.
///
/// - Source: Moodle, `admin/tool/lpimportcsv/classes/framework_importer.php`: the description is HTML, id number and short
///   name are needed and cut at 100 characters, the scale's configuration names a default and a proficient item.
public enum MoodleFramework {
  /// UTF-8 without a byte-order mark, CRLF.
  public static func report(_ rules: RuleSet) -> [UInt8] {
    let outline = UnitOutline(rules)
    let unit = outline.unit
    var bytes = CSVWriter.line(columns)
    bytes += CSVWriter.line([
      "", cut(unit.id), cut(unit.title), html(unit.title), "1", "Not yet competent,Competent", scale, "", "",
      "", "", "", "1", "outcome,indicator,indicator,indicator",
    ])
    for branch in outline.branches {
      let id = cut(unit.id + "-" + branch.code)
      if let title = branch.title { bytes += row(under: "", id, title, title) }
      for entry in branch.items {
        bytes += row(
          under: branch.title == nil ? "" : id, cut(unit.id + "-" + entry.code), entry.criterion.title,
          entry.criterion.markingPoint)
      }
    }
    return bytes
  }

  private static let columns = [
    "Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values",
    "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
    "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy",
  ]

  /// The second word is what a learner has by default when rated, and what counts as proficient.
  private static let scale = #"[{"scaleid":"1"},{"id":2,"scaledefault":1,"proficient":1}]"#

  private static func row(under parent: String, _ id: String, _ name: String, _ about: String) -> [UInt8] {
    CSVWriter.line([parent, id, cut(name), html(about), "1", "", "", "", "", "null", "", "", "", ""])
  }

  /// Moodle would cut it there itself, in an id without a word.
  private static func cut(_ text: String) -> String { String(text.unicodeScalars.prefix(100)) }

  private static func html(_ words: String) -> String {
    var page = HtmlWriter()
    page.text(words)
    return String(decoding: page.bytes, as: UTF8.self)
  }
}
