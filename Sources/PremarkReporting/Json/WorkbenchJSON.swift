import PremarkAnnotation
public import PremarkMarking
import PremarkText

/// What the rule author's tools found, for other programs: one object.
public enum WorkbenchJSON {
  /// A trial: agreement by criterion and mistake, and each difference with what it rests on.
  public static func report(_ trial: Trial) -> [UInt8] {
    var json = JSONWriter()
    let unit = trial.subjects.first?.marking.result
    json.object { json in
      json.field("submissions", trial.subjects.count)
      json.array("criteria") { json in
        for (number, criterion) in (unit?.criteria ?? []).enumerated() {
          json.object { json in
            write(criterion.id, trial.agreement(onCriterion: number), to: &json)
            json.array("differences") { differences(trial, criterion: number, to: &$0) }
          }
        }
      }
      json.array("mistakes") { json in
        for (number, mistake) in (unit?.mistakes ?? []).enumerated() {
          json.object { json in
            write(mistake.id, trial.agreement(onMistake: number), to: &json)
            json.array("differences") { differences(trial, mistake: number, to: &$0) }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ id: String, _ agreement: Agreement, to json: inout JSONWriter) {
    json.field("id", id)
    json.field("decided", agreement.all)
    json.field("exact", agreement.exact)
    if let kappa = agreement.kappa { json.field("kappa", kappa) } else { json.nullField("kappa") }
  }

  private static func differences(_ trial: Trial, criterion number: Int, to json: inout JSONWriter) {
    for subject in trial.subjects {
      let result = subject.marking.result.criteria[number]
      guard let level = subject.decided.level(of: result.id), level != result.decision else { continue }
      json.object { json in
        json.field("name", subject.name)
        json.field("decided", level.name)
        json.field("proposed", result.decision.name)
        write(result, subject.marking, to: &json)
      }
    }
  }

  private static func differences(_ trial: Trial, mistake number: Int, to json: inout JSONWriter) {
    for subject in trial.subjects {
      let result = subject.marking.result.mistakes[number]
      guard let found = subject.decided.found(result.id), found != result.found else { continue }
      json.object { json in
        json.field("name", subject.name)
        json.field("decided", found)
        json.field("proposed", result.found)
        json.array("evidence") { ResultJSON.write(result.evidence, subject.marking.text.document, to: &$0) }
      }
    }
  }

  /// A comparison: each decision that would flip, with old and new evidence.
  public static func report(_ comparisons: [Comparison]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("submissions", comparisons.count)
      json.array("criteria") { json in
        for comparison in comparisons {
          for (old, new) in comparison.flippedCriteria {
            json.object { json in
              json.field("name", comparison.name)
              json.field("id", old.id)
              json.object("old") { side(old, comparison.old, to: &$0) }
              json.object("new") { side(new, comparison.new, to: &$0) }
            }
          }
        }
      }
      json.array("mistakes") { json in
        for comparison in comparisons {
          for (old, new) in comparison.flippedMistakes {
            json.object { json in
              json.field("name", comparison.name)
              json.field("id", old.id)
              json.object("old") { side(old, comparison.old, to: &$0) }
              json.object("new") { side(new, comparison.new, to: &$0) }
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func side(_ criterion: CriterionResult, _ marking: Marking, to json: inout JSONWriter) {
    json.field("decision", criterion.decision.name)
    write(criterion, marking, to: &json)
  }

  private static func side(_ mistake: MistakeResult, _ marking: Marking, to json: inout JSONWriter) {
    json.field("found", mistake.found)
    json.array("evidence") { ResultJSON.write(mistake.evidence, marking.text.document, to: &$0) }
  }

  private static func write(_ criterion: CriterionResult, _ marking: Marking, to json: inout JSONWriter) {
    json.array("requirements") { json in
      for requirement in criterion.requirements {
        json.object { json in
          json.field("id", requirement.id)
          json.field("state", requirement.state.rawValue)
          json.array("evidence") {
            ResultJSON.write(requirement.evidence, marking.text.document, to: &$0)
          }
        }
      }
    }
  }
}
