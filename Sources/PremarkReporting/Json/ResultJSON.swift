import PremarkDocument
import PremarkMarking
public import PremarkModeration
import PremarkText

/// Results for other programs, as `result.schema.json` describes them: one object a line.
public enum ResultJSON {
  /// One line for one file: the result, or the document and the error.
  ///
  /// The order of the fields is fixed; the same outcome gives the same bytes everywhere.
  ///
  /// - Parameter submission: written first where a batch knows more than the file says.
  public static func report(_ outcome: Outcome, of submission: SubmissionOrigin? = nil) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      if let submission {
        json.name("submission")
        submission.write(to: &json)
      }
      switch outcome {
      case .marked(let report): write(report, to: &json)
      case .failed(let failure):
        json.object("document") { $0.field("name", failure.name) }
        write(failure, to: &json)
      }
    }
    json.endLine()
    return json.bytes
  }

  /// The field `error`, here and in an inspection.
  static func write(_ failure: Failure, to json: inout JSONWriter) {
    json.object("error") { json in
      json.field("code", failure.code)
      json.field("message", failure.message)
    }
  }

  /// The fields that say what was marked and with what: `premark`, `unit` and `document`.
  static func writeOrigin(of report: Report, to json: inout JSONWriter) {
    let result = report.result
    json.object("premark") { json in
      json.field("version", report.provenance.version)
      json.field("rulesDigest", report.provenance.rulesDigest)
      json.object("options") { json in
        json.field("submitted", report.provenance.submitted?.words)
        json.field("learner", report.provenance.learner)
      }
    }
    json.object("unit") { json in
      json.field("id", result.unit.id)
      json.field("title", result.unit.title)
    }
    json.object("document") { json in
      writeDocument(
        name: report.name, words: result.words, digest: report.digest, warnings: result.warnings,
        report.document,
        to: &json)
    }
  }

  private static func write(_ report: Report, to json: inout JSONWriter) {
    let result = report.result
    writeOrigin(of: report, to: &json)
    json.field("score", share(result.score))
    json.array("criteria") { json in
      for criterion in result.criteria { write(criterion, report.document, to: &json) }
    }
    json.array("mistakes") { json in
      for mistake in result.mistakes { write(mistake, report.document, to: &json) }
    }
    json.array("tips") { json in
      for tip in result.tips {
        json.object { json in
          json.field("id", tip.id)
          json.field("text", tip.text)
        }
      }
    }
    json.array("ledger") { json in
      for entry in result.ledger { write(entry, report.document, to: &json) }
    }
    json.array("nextEdits") { json in
      for edit in result.nextEdits {
        json.object { json in
          json.field("text", edit.text)
          json.array("criteria") { json in for id in edit.criteria { json.string(id) } }
        }
      }
    }
  }

  /// The fields of `document`, here and in an inspection.
  static func writeDocument(
    name: String, words: Int, digest: String, warnings: [ReadingWarning], _ document: Document,
    to json: inout JSONWriter
  ) {
    json.field("name", name)
    json.field("format", document.format.rawValue)
    json.field("words", words)
    json.field("digest", digest)
    json.array("warnings") { json in
      for warning in warnings {
        json.object { json in
          json.field("code", warning.code)
          json.field("message", warning.message)
          if let block = warning.block, document.blocks.indices.contains(block) {
            json.object("location") { writeLocation(block, nil, document, to: &$0) }
          }
        }
      }
    }
  }

  private static func write(_ criterion: CriterionResult, _ document: Document, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", criterion.id)
      json.field("title", criterion.title)
      json.field("learningOutcome", criterion.learningOutcome)
      json.field("markingPoint", criterion.markingPoint)
      json.field("decision", criterion.decision.name)
      json.field("score", share(criterion.score))
      json.field("refer", criterion.refer)
      json.array("requirements") { json in
        for requirement in criterion.requirements { write(requirement, document, to: &json) }
      }
      json.field("feedback", criterion.feedback)
      json.field("assessorNote", criterion.assessorNote)
      json.field("question", criterion.question)
    }
  }

  private static func write(_ requirement: RequirementResult, _ document: Document, to json: inout JSONWriter)
  {
    json.object { json in
      json.field("id", requirement.id)
      json.field("essential", requirement.isEssential)
      json.field("state", requirement.state.rawValue)
      json.array("evidence") { write(requirement.evidence, document, to: &$0) }
      json.array("counterEvidence") { write(requirement.counterEvidence, document, to: &$0) }
      json.field("failed", requirement.failed)
      json.field("advice", requirement.advice)
    }
  }

  private static func write(_ mistake: MistakeResult, _ document: Document, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", mistake.id)
      json.field("title", mistake.title)
      json.field("severity", mistake.isMajor ? "major" : "minor")
      json.field("found", mistake.found)
      json.array("evidence") { write(mistake.evidence, document, to: &$0) }
      json.field("message", mistake.message)
      json.field("advice", mistake.advice)
    }
  }

  private static func write(_ entry: LedgerEntry, _ document: Document, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", entry.kind)
      json.field("number", entry.number)
      json.name("text")
      json.string(utf8: quote(entry.at, document))
      json.object("location") { writeLocation(entry.at.block, entry.at.span, document, to: &$0) }
      json.field("counts", entry.counts)
      json.object("parts") { json in
        for part in entry.parts { json.array(part.name) { write(part.evidence, document, to: &$0) } }
      }
      json.array("links") { json in
        for link in entry.links {
          json.object { json in
            json.field("kind", link.kind)
            json.field("number", link.number)
          }
        }
      }
    }
  }

  /// Quotations with their places, inside an array.
  static func write(_ evidence: [Evidence], _ document: Document, to json: inout JSONWriter) {
    for item in evidence {
      json.object { json in
        json.name("quote")
        json.string(utf8: quote(item, document))
        if let rule = item.rule { json.field("rule", rule) }
        json.object("location") { writeLocation(item.block, item.span, document, to: &$0) }
      }
    }
  }

  private static func quote(_ evidence: Evidence, _ document: Document) -> [UInt8] {
    Array(document.blocks[evidence.block].text[evidence.span.range])
  }

  /// Where something stands; table, row and column are counted from 0 as blocks are.
  static func writeLocation(_ index: Int, _ span: Span?, _ document: Document, to json: inout JSONWriter) {
    let block = document.blocks[index]
    json.field("block", index)
    if let span {
      json.field("start", span.start)
      json.field("end", span.end)
    }
    writePlace(of: block, index, document, to: &json)
  }

  /// Section, table position and page, as far as there are any.
  static func writePlace(of block: Block, _ index: Int, _ document: Document, to json: inout JSONWriter) {
    let path = Places.path(of: index, in: document)
    if !path.isEmpty {
      var section: [UInt8] = []
      for heading in path {
        if !section.isEmpty { section += Array(" / ".utf8) }
        section += document.blocks[heading].text
      }
      json.name("section")
      json.string(utf8: section)
    }
    if let cell = block.cell {
      json.field("table", cell.table)
      json.field("row", cell.row)
      json.field("column", cell.column)
    }
    if let page = block.page { json.field("page", page) }
  }

  /// Ten-thousandths as a share of 1.
  private static func share(_ tenThousandths: Int) -> Double { Double(tenThousandths) / 10_000 }
}

extension JSONWriter {
  /// Writes a name and a string, or null.
  mutating func field(_ name: String, _ value: String?) {
    if let value { field(name, value) } else { nullField(name) }
  }
}
