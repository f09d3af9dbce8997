import PremarkDocument
import PremarkMarking
import PremarkText

/// What has changed between two versions, for other programs: one object.
public enum ProgressJSON {
  /// Writes the comparison. Criteria and requirements stand in the order of the rules; only requirements that changed
  /// are named.
  public static func report(_ progress: Progress) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("unit", progress.later.result.unit.id)
      json.field("rulesDigest", progress.later.provenance.rulesDigest)
      write(progress.earlier, "earlier", to: &json)
      write(progress.later, "later", to: &json)
      json.array("criteria") { json in
        for change in progress.changes { write(change, progress, to: &json) }
      }
      write(progress.mistakesGone, "mistakesGone", to: &json)
      write(progress.mistakesNew, "mistakesNew", to: &json)
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ report: Report, _ name: String, to json: inout JSONWriter) {
    json.object(name) { json in
      json.field("name", report.name)
      json.field("sha256", report.digest)
    }
  }

  private static func write(_ change: Progress.Change, _ progress: Progress, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", change.criterion.id)
      json.field("before", change.before.name)
      json.field("after", change.criterion.decision.name)
      json.array("requirements") { json in
        for step in change.steps {
          json.object { json in
            json.field("id", step.requirement.id)
            json.field("before", step.before.rawValue)
            json.field("after", step.requirement.state.rawValue)
            write(step.gained, "gained", of: progress.later, to: &json)
            write(step.lost, "lost", of: progress.earlier, to: &json)
          }
        }
      }
    }
  }

  private static func write(
    _ evidence: [Evidence], _ name: String, of report: Report, to json: inout JSONWriter
  ) {
    json.array(name) { json in
      for item in evidence {
        json.object { json in
          json.field("block", item.block)
          json.field("start", item.span.start)
          json.field("end", item.span.end)
          json.field("quote", report.document.blocks[item.block].string(item.span))
        }
      }
    }
  }

  private static func write(_ mistakes: [MistakeResult], _ name: String, to json: inout JSONWriter) {
    json.array(name) { json in
      for mistake in mistakes { json.string(mistake.id) }
    }
  }
}
