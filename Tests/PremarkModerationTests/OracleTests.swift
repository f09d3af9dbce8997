import Foundation
import PremarkMarking
import Testing

@testable import PremarkModeration

/// Values that scikit-learn, statsmodels, krippendorff and irrCAC give (`.ci/oracles`).
struct OracleTable: Decodable, Sendable, CustomTestStringConvertible {
  struct Trend: Decodable, Sendable {
    let figures: [Double]
    let times: [Double]
    let mean: [Double]?
    let slope: [Double]?
  }

  let name: String
  let levels: Int
  let rows: [[Int?]]
  let kappa: [String: [Double]?]
  let alpha: [String: Double?]
  let gwet: [String: [Double]?]
  let trend: Trend?

  var testDescription: String { name }

  static func all() throws -> [OracleTable] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/agreement.json")
    return try JSONDecoder().decode([OracleTable].self, from: Data(contentsOf: file))
  }
}

struct OracleTests {
  private static let tolerance = 1e-9

  private func compare(_ own: Estimate?, _ oracle: [Double]?, _ what: String) {
    guard let own, let oracle else {
      #expect((own == nil) == (oracle == nil), "\(what)")
      return
    }
    for (mine, theirs) in zip([own.value, own.error, own.low, own.high], oracle) {
      #expect(abs(mine - theirs) < Self.tolerance, "\(what): \(mine) instead of \(theirs)")
    }
  }

  @Test(arguments: try OracleTable.all())
  func kappa(_ table: OracleTable) {
    var agreement = Agreement(levels: table.levels)
    for row in table.rows {
      if let first = row[0], let second = row[1] { agreement.count(first, second) }
    }
    for weighting in Weighting.allCases {
      compare(
        agreement.kappa(weighting), table.kappa[weighting.rawValue] ?? nil, "kappa, \(weighting.rawValue)")
    }
  }

  @Test(arguments: try OracleTable.all())
  func alpha(_ table: OracleTable) throws {
    let ratings = Ratings(table.rows, levels: table.levels)
    for metric in Ratings.Metric.allCases {
      let own = try #require(ratings.alpha(metric))
      let oracle = try #require(table.alpha[metric.rawValue] ?? nil)
      #expect(abs(own - oracle) < Self.tolerance, "alpha, \(metric.rawValue)")
    }
  }

  @Test(arguments: try OracleTable.all())
  func gwet(_ table: OracleTable) {
    let ratings = Ratings(table.rows, levels: table.levels)
    for weighting in Weighting.allCases {
      compare(
        ratings.gwet(weighting), table.gwet[weighting.rawValue] ?? nil, "Gwet, \(weighting.rawValue)")
    }
  }

  @Test(arguments: try OracleTable.all())
  func trend(_ table: OracleTable) {
    guard let trend = table.trend else { return }
    compare(Trend.mean(of: trend.figures), trend.mean, "mean")
    compare(Trend.slope(of: trend.figures, over: trend.times), trend.slope, "slope")
  }

  @Test func saysNothingWhereNothingCanBeSaid() {
    #expect(Agreement(levels: 3).kappa(.identity) == nil)
    #expect(Ratings([[1, nil], [nil, 2]], levels: 3).alpha(.ordinal) == nil)
    #expect(Ratings([[1, 1]], levels: 3).gwet(.identity) == nil)
    #expect(Trend.mean(of: [1]) == nil)
    #expect(Trend.slope(of: [1, 2, 3], over: [5, 5, 5]) == nil)
    var constant = Agreement(levels: 3)
    constant.count(2, 2)
    #expect(constant.kappa(.quadratic) == nil)
  }
}
