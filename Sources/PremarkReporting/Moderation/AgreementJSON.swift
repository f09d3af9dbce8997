import PremarkMarking
public import PremarkModeration
import PremarkText

/// How far Premark, assessors and moderators agree, for other programs: one object.
public enum AgreementJSON {
  /// Every figure unrounded; `null` where it says nothing. The order of the fields is fixed.
  public static func report(_ study: AgreementStudy) -> [UInt8] {
    var json = JSONWriter(style: .indented)
    json.object { json in
      json.field("decisions", study.cases.count)
      json.array("levels") { json in for level in ["not-met", "partly", "met"] { json.string(level) } }
      json.array("comparisons") { json in
        for comparison in study.comparisons() { json.object { write(comparison, to: &$0) } }
      }
      json.name("together")
      if let together = study.together { json.object { write(together, to: &$0) } } else { json.null() }
      json.array("assessors") { json in
        for bias in study.biases() { json.object { write(bias, to: &$0) } }
      }
      json.array("drivers") { json in
        for driver in study.drivers() { json.object { write(driver, to: &$0) } }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ comparison: AgreementStudy.Comparison, to json: inout JSONWriter) {
    let table = comparison.table
    json.field("of", comparison.second.rawValue)
    json.field("against", comparison.first.rawValue)
    json.field("by", comparison.kind)
    json.field("group", comparison.group)
    json.array("table") { json in
      for row in table.counts { json.array { json in for count in row { json.int(count) } } }
    }
    json.field("decisions", table.all)
    json.field("exact", table.exact)
    json.field("adjacent", table.adjacent)
    json.object("kappa") { json in
      for weighting in Weighting.allCases { field(weighting.rawValue, table.kappa(weighting), to: &json) }
    }
    field("alphaOrdinal", comparison.alpha, to: &json)
    field("ac1", comparison.ac1, to: &json)
    field("ac2Quadratic", comparison.ac2, to: &json)
  }

  private static func write(_ ratings: Ratings, to json: inout JSONWriter) {
    json.field("things", ratings.rows.count)
    field("alphaOrdinal", ratings.alpha(.ordinal), to: &json)
    field("alphaNominal", ratings.alpha(.nominal), to: &json)
    field("ac1", ratings.gwet(.identity), to: &json)
    field("ac2Quadratic", ratings.gwet(.quadratic), to: &json)
  }

  private static func write(_ bias: AgreementStudy.Bias, to json: inout JSONWriter) {
    json.field("assessor", bias.assessor)
    json.field("against", bias.against.rawValue)
    json.field("decisions", bias.cases)
    field("levelsAbove", bias.mean, to: &json)
    field("driftIn30Days", bias.drift, to: &json)
    json.array("quarters") { json in
      for quarter in bias.quarters {
        json.object { json in
          json.field("decisions", quarter.cases)
          json.field("levelsAbove", quarter.mean)
        }
      }
    }
  }

  private static func write(_ driver: AgreementStudy.Driver, to json: inout JSONWriter) {
    json.field("criterion", driver.criterion)
    json.field("requirement", driver.requirement)
    json.field("premarkIs", driver.isTooStrict ? "below" : "above")
    json.field("differing", driver.differing)
    json.field("pointing", driver.pointing)
    json.field("agreeing", driver.agreeing)
    json.field("pointingThough", driver.pointingThough)
  }

  private static func field(_ name: String, _ value: Double?, to json: inout JSONWriter) {
    if let value { json.field(name, value) } else { json.nullField(name) }
  }

  private static func field(_ name: String, _ estimate: Estimate?, to json: inout JSONWriter) {
    guard let estimate else { return json.nullField(name) }
    json.object(name) { json in
      json.field("value", estimate.value)
      json.field("error", estimate.error)
      json.field("low", estimate.low)
      json.field("high", estimate.high)
    }
  }
}
