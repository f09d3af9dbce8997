public import PremarkRules
import PremarkText

/// A unit as a SmartEvidence framework of Mahara (`.matrix`): learning outcomes as standards, criteria as their elements.
///
/// - Source: Mahara, `htdocs/module/framework/lib.php`: `standardid` is compared strictly, so it is a number on both sides;
///   an element that stands directly under its standard has no `parentelementid`; descriptions are HTML.
public enum MaharaMatrix {
  /// One JSON object on lines of its own. UTF-8, ends in "\n".
  public static func report(_ rules: RuleSet) -> [UInt8] {
    let outline = UnitOutline(rules)
    var json = JSONWriter(style: .indented)
    json.object { json in
      json.object("framework") { json in
        json.field("institution", "all")
        json.field("name", outline.unit.title)
        json.field("description", paragraph(outline.unit.title))
        json.field("selfassess", false)
        json.array("evidencestatuses") { json in
          for status in statuses { json.object { $0.field(status.name, status.words) } }
        }
        draw(standards(of: outline), to: &json)
      }
    }
    json.endLine()
    return json.bytes
  }

  private static let statuses = [
    (name: "begun", words: "Ready for assessment"), (name: "incomplete", words: "Not yet met"),
    (name: "partialcomplete", words: "Partly met"), (name: "completed", words: "Met"),
  ]

  private struct Standard {
    let code: String
    let title: String
    var items: [UnitOutline.Item]
  }

  /// The outcomes; criteria of none stand together under the unit's title, as an element needs a standard.
  private static func standards(of outline: UnitOutline) -> [Standard] {
    var standards: [Standard] = []
    for branch in outline.branches {
      if branch.title == nil, let place = standards.firstIndex(where: { $0.code == outline.unit.id }) {
        standards[place].items += branch.items
      } else {
        standards.append(
          Standard(
            code: branch.title == nil ? outline.unit.id : branch.code,
            title: branch.title ?? outline.unit.title, items: branch.items))
      }
    }
    return standards
  }

  private static func draw(_ standards: [Standard], to json: inout JSONWriter) {
    json.array("standards") { json in
      for (index, standard) in standards.enumerated() {
        json.object { json in
          json.field("shortname", standard.code)
          json.field("name", standard.title)
          json.field("description", paragraph(standard.title))
          json.field("standardid", index + 1)
        }
      }
    }
    json.array("standardelements") { json in
      for (index, standard) in standards.enumerated() {
        for entry in standard.items {
          json.object { json in
            json.field("shortname", entry.code)
            json.field("name", entry.criterion.title)
            json.field(
              "description",
              paragraph(entry.criterion.markingPoint) + paragraph(entry.criterion.evidenceGuidance))
            json.field("standardid", index + 1)
            json.field("elementid", entry.code)
          }
        }
      }
    }
  }

  private static func paragraph(_ words: String) -> String {
    guard !words.isEmpty else { return "" }
    var page = HtmlWriter()
    page.element("p", words)
    var bytes = page.bytes
    while bytes.last == 0x0A { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
