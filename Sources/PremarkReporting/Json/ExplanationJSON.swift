import PremarkDocument
public import PremarkMarking
import PremarkText

/// Explanations for other programs: one object for a submission.
public enum ExplanationJSON {
  /// One line: what was marked with what, and each criterion's rule as a tree of nodes.
  ///
  /// A node has `kind`, `rule` (as written), `state`, `failed`, `evidence` (exact words and places) and `children`.
  public static func report(_ report: Report, _ explanation: Explanation) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      ResultJSON.writeOrigin(of: report, to: &json)
      json.array("criteria") { json in
        for criterion in explanation.criteria { write(criterion, report.document, to: &json) }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(
    _ criterion: CriterionExplanation, _ document: Document, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("id", criterion.result.id)
      json.field("title", criterion.result.title)
      json.field("markingPoint", criterion.result.markingPoint)
      json.field("decision", criterion.result.decision.name)
      json.field("refer", criterion.result.refer)
      json.field("metWhen", criterion.metWhen)
      json.field("partlyWhen", criterion.partlyWhen)
      json.array("requirements") { json in
        for requirement in criterion.requirements { write(requirement, document, to: &json) }
      }
    }
  }

  private static func write(
    _ requirement: RequirementExplanation, _ document: Document, to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("id", requirement.result.id)
      json.field("essential", requirement.result.isEssential)
      json.field("state", requirement.result.state.rawValue)
      json.field("failed", requirement.result.failed)
      json.array("evidence") { ResultJSON.write(requirement.result.evidence, document, to: &$0) }
      json.array("counterEvidence") {
        ResultJSON.write(requirement.result.counterEvidence, document, to: &$0)
      }
      json.array("lines") { json in
        for branch in requirement.branches {
          json.object { json in
            json.field("line", branch.name)
            json.name("node")
            write(branch.node, document, to: &json)
          }
        }
      }
    }
  }

  private static func write(_ node: ExplanationNode, _ document: Document, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", node.kind)
      json.field("rule", node.text)
      json.field("state", node.state.rawValue)
      json.field("failed", node.failed)
      json.array("evidence") { ResultJSON.write(node.evidence, document, to: &$0) }
      if node.isRepeated { json.field("repeated", true) }
      json.array("children") { json in
        for child in node.children { write(child, document, to: &json) }
      }
    }
  }
}
