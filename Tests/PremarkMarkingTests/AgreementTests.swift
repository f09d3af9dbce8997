import PremarkMarking
import Testing

/// Agreement against figures worked out by hand.
struct AgreementTests {
  @Test(arguments: [
    ("all alike", [(0, 0), (1, 1), (2, 2)], 3, 1.0 as Double?),
    ("turned round", [(0, 2), (2, 0)], 0, -1.0),
    ("by chance", [(0, 0), (0, 2), (2, 0), (2, 2)], 2, 0.0),
    // squares seen: 1; by chance 20 / 4, from rows [2, 1, 1] and columns [1, 2, 1]
    ("one off by one", [(0, 0), (0, 1), (1, 1), (2, 2)], 3, 1 - 4.0 / 20.0),
    ("one level only", [(1, 1), (1, 1)], 2, nil),
    ("nothing", [], 0, nil),
  ])
  func reckons(_ why: String, _ pairs: [(Int, Int)], _ exact: Int, _ kappa: Double?) {
    var agreement = Agreement(levels: 3)
    for (a, b) in pairs { agreement.count(a, b) }
    #expect(agreement.all == pairs.count)
    #expect(agreement.exact == exact, "\(why)")
    #expect(agreement.kappa == kappa, "\(why)")
  }
}
