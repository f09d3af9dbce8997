public import PremarkRules
import PremarkText

/// A unit as a package of 1EdTech CASE 1.1: the document, items for unit, outcomes and criteria, a tree of associations,
/// and a rubric with the marking point of each criterion and its three levels.
///
/// Identifiers are made of the rules' ids (``NamedUUID``): the same unit has the same ones in every version, and an
/// outcome keeps its own as long as its words stay.
///
/// - Source: CASE Service 1.1, getCFPackage JSON binding (1EdTech Final Release).
public struct CasePackage: Sendable {
  private let changed: String
  private let base: String
  private let version: String

  /// What every identifier of Premark's is named in.
  static let namespace = NamedUUID("https://premark.invalid/units", in: .uri)

  /// - Parameters:
  ///   - day: the day the unit last changed, as `2026-04-30`: the package says so everywhere, and the same day gives the
  ///     same bytes.
  ///   - base: beginning of every address, without a last "/".
  ///   - version: which rules these are, such as the beginning of their digest.
  public init(day: String, base: String, version: String) {
    changed = day + "T00:00:00+00:00"
    self.base = base
    self.version = version
  }

  /// One JSON object on lines of its own. UTF-8, ends in "\n".
  public func report(_ rules: RuleSet) -> [UInt8] {
    let outline = UnitOutline(rules)
    var json = JSONWriter(style: .indented)
    json.object { json in
      json.object("CFDocument") { document(outline, to: &$0) }
      json.array("CFItems") { items(outline, to: &$0) }
      json.array("CFAssociations") { associations(outline, to: &$0) }
      json.object("CFDefinitions") { json in
        json.array("CFItemTypes") { json in
          for type in ItemType.allCases { json.object { draw(type, of: outline, to: &$0) } }
        }
      }
      json.array("CFRubrics") { json in json.object { rubric(outline, to: &$0) } }
    }
    json.endLine()
    return json.bytes
  }

  private enum ItemType: String, CaseIterable {
    case unit = "Unit"
    case outcome = "Learning outcome"
    case criterion = "Assessment criterion"

    var level: String {
      switch self {
      case .unit: "1"
      case .outcome: "2"
      case .criterion: "3"
      }
    }
  }

  /// The identifier of something of a unit.
  private func id(_ outline: UnitOutline, _ name: String) -> String {
    NamedUUID(outline.unit.id + "/" + name, in: Self.namespace).text
  }

  private func begin(_ kind: String, _ id: String, to json: inout JSONWriter) {
    json.field("identifier", id)
    json.field("uri", base + "/ims/case/v1p1/" + kind + "/" + id)
  }

  private func link(_ name: String, _ title: String, _ kind: String, _ id: String, to json: inout JSONWriter)
  {
    json.object(name) { json in
      json.field("title", title)
      begin(kind, id, to: &json)
    }
  }

  private func document(_ outline: UnitOutline, to json: inout JSONWriter) {
    begin("CFDocuments", id(outline, "document"), to: &json)
    json.field("creator", outline.unit.awardedBy.isEmpty ? "Premark" : outline.unit.awardedBy)
    json.field("title", outline.unit.title)
    json.field("lastChangeDateTime", changed)
    json.field("language", "en-GB")
    json.field("version", version)
    json.field("adoptionStatus", "Draft")
    json.field("caseVersion", "1.1")
    json.field("notes", "Marking points as Premark's rules put them; the awarding body's wording counts.")
  }

  private func draw(_ type: ItemType, of outline: UnitOutline, to json: inout JSONWriter) {
    begin("CFItemTypes", id(outline, "type/" + type.rawValue), to: &json)
    json.field("title", type.rawValue)
    json.field("description", type.rawValue)
    json.field("hierarchyCode", type.level)
    json.field("lastChangeDateTime", changed)
  }
}

// MARK: - The tree

extension CasePackage {
  /// An item as associations name it.
  private struct Node {
    let name: String
    let title: String
    var kind = "CFItems"

    static func unit(_ outline: UnitOutline) -> Node { Node(name: "unit", title: outline.unit.title) }
    static func criterion(_ item: UnitOutline.Item) -> Node {
      Node(name: "criterion/" + item.criterion.id, title: item.code)
    }
    /// By its words, not by its number, which changes when another is put before it.
    static func outcome(_ title: String, _ code: String) -> Node {
      Node(name: "outcome/" + title, title: code)
    }
  }

  private func items(_ outline: UnitOutline, to json: inout JSONWriter) {
    let unit = outline.unit
    item(outline, .unit(outline), .unit, code: unit.id, unit.title, notes: "", to: &json)
    for branch in outline.branches {
      if let title = branch.title {
        item(outline, .outcome(title, branch.code), .outcome, code: branch.code, title, notes: "", to: &json)
      }
      for entry in branch.items {
        let criterion = entry.criterion
        item(
          outline, .criterion(entry), .criterion, code: entry.code, criterion.title,
          notes: criterion.evidenceGuidance, to: &json)
      }
    }
  }

  private func item(
    _ outline: UnitOutline, _ node: Node, _ type: ItemType, code: String, _ statement: String, notes: String,
    to json: inout JSONWriter
  ) {
    json.object { json in
      begin(node.kind, id(outline, node.name), to: &json)
      json.field("fullStatement", statement)
      json.field("humanCodingScheme", code)
      json.field("CFItemType", type.rawValue)
      link("CFItemTypeURI", type.rawValue, "CFItemTypes", id(outline, "type/" + type.rawValue), to: &json)
      if !notes.isEmpty { json.field("notes", notes) }
      json.field("language", "en-GB")
      json.field("lastChangeDateTime", changed)
    }
  }

  /// From each child to its parent; the unit to the document.
  private func associations(_ outline: UnitOutline, to json: inout JSONWriter) {
    let unit = Node.unit(outline)
    let document = Node(name: "document", title: outline.unit.title, kind: "CFDocuments")
    association(outline, unit, document, 1, to: &json)
    for (index, branch) in outline.branches.enumerated() {
      guard let title = branch.title else {
        for entry in branch.items { association(outline, .criterion(entry), unit, index + 1, to: &json) }
        continue
      }
      let outcome = Node.outcome(title, branch.code)
      association(outline, outcome, unit, index + 1, to: &json)
      for (number, entry) in branch.items.enumerated() {
        association(outline, .criterion(entry), outcome, number + 1, to: &json)
      }
    }
  }

  private func association(
    _ outline: UnitOutline, _ child: Node, _ parent: Node, _ number: Int, to json: inout JSONWriter
  ) {
    json.object { json in
      begin("CFAssociations", id(outline, "association/" + child.name), to: &json)
      json.field("associationType", "isChildOf")
      json.field("sequenceNumber", number)
      link("originNodeURI", child.title, child.kind, id(outline, child.name), to: &json)
      link("destinationNodeURI", parent.title, parent.kind, id(outline, parent.name), to: &json)
      json.field("lastChangeDateTime", changed)
    }
  }
}

// MARK: - The rubric

extension CasePackage {
  private func rubric(_ outline: UnitOutline, to json: inout JSONWriter) {
    begin("CFRubrics", id(outline, "rubric"), to: &json)
    json.field("title", outline.unit.title)
    json.field("description", "Proposals by fixed rules; a named assessor decides.")
    json.field("lastChangeDateTime", changed)
    json.array("CFRubricCriteria") { json in
      for (index, entry) in outline.items.enumerated() {
        json.object { criterion(outline, entry, index + 1, to: &$0) }
      }
    }
  }

  private func criterion(
    _ outline: UnitOutline, _ entry: UnitOutline.Item, _ number: Int, to json: inout JSONWriter
  ) {
    let own = id(outline, "rubric/" + entry.criterion.id)
    begin("CFRubricCriteria", own, to: &json)
    json.field("rubricId", id(outline, "rubric"))
    json.field("position", number)
    json.field("weight", 1)
    json.field("description", entry.criterion.markingPoint)
    link("CFItemURI", entry.code, "CFItems", id(outline, Node.criterion(entry).name), to: &json)
    json.field("lastChangeDateTime", changed)
    let advice = entry.criterion.advice
    let levels: [(words: String, score: Double, feedback: String)] = [
      ("Not yet met", 0, advice), ("Partly met", 0.5, advice), ("Met", 1, entry.criterion.praise ?? ""),
    ]
    json.array("CFRubricCriterionLevels") { json in
      for (index, level) in levels.enumerated() {
        json.object { json in
          begin(
            "CFRubricCriterionLevels", id(outline, "rubric/" + entry.criterion.id + "/" + level.words),
            to: &json)
          json.field("rubricCriterionId", own)
          json.field("position", index + 1)
          json.field("quality", level.words)
          json.field("score", level.score)
          if !level.feedback.isEmpty { json.field("feedback", level.feedback) }
          json.field("lastChangeDateTime", changed)
        }
      }
    }
  }
}
