import PremarkDocument
import PremarkMarking
import PremarkReporting
import PremarkRules

/// All that a page holds between calls: the file at hand, units that are loaded, what came of the files before.
struct Session {
  /// What the host calls the unit whose rules were dropped into the page.
  static let ownUnit = "own-rules"

  /// The file at hand.
  var job: Job?
  /// What came of each file, in order.
  private(set) var outcomes: [Outcome] = []
  private var recogniser: UnitRecogniser?
  private var engines: [(id: String, engine: Result<UnitEngine, ReadingError>)] = []

  /// A line for each unit: its id, a tab, its title.
  var units: String {
    var lines = ""
    for unit in UnitEngine.builtIn { lines += unit.id + "\t" + unit.title + "\n" }
    return lines
  }

  /// Marks the file at hand; nil where there is none.
  ///
  /// - Parameter unit: its id; empty where the document is to say it.
  mutating func mark(_ request: Request, unit: String) -> Outcome? {
    guard let job else { return nil }
    do throws(ReadingError) {
      let document = try job.document()
      let id = unit.isEmpty ? try recognised(document) : unit
      return .marked(job.report(document, request, try engine(of: id).get()))
    } catch {
      let message = error.message + "; " + error.advice
      return .failed(Failure(name: request.name, code: error.code, message: message))
    }
  }

  private mutating func recognised(_ document: Document) throws(ReadingError) -> String {
    let known = recogniser ?? UnitEngine.recogniser
    recogniser = known
    guard let unit = known.unit(of: document) else {
      throw ReadingError(
        code: "unit-unknown", message: "it does not say for which unit it was written",
        advice: "choose the unit from the list and the file again")
    }
    return unit
  }

  /// Loads a unit, or where the id is empty what tells units apart, unless it is loaded. What is wrong with it is said
  /// when a submission is marked.
  mutating func prepare(_ unit: String) {
    if unit.isEmpty { recogniser = recogniser ?? UnitEngine.recogniser } else { _ = engine(of: unit) }
  }

  /// Keeps an outcome.
  ///
  /// - Returns: its number, from 0.
  mutating func keep(_ outcome: Outcome) -> Int {
    outcomes.append(outcome)
    return outcomes.count - 1
  }

  /// Forgets all outcomes.
  mutating func clear() {
    job = nil
    outcomes = []
  }

  /// Takes rules of one's own.
  ///
  /// - Returns: the title of the unit, empty where the rules cannot be used; then a line end; then what is wrong.
  mutating func take(rules: [UInt8], name: String) -> String {
    let (unit, problems) = UnitEngine.own(RuleFile(path: name, text: rules))
    engines.removeAll { $0.id == Self.ownUnit }
    if let unit { engines.append((Self.ownUnit, .success(unit))) }
    return (unit?.title ?? "") + "\n" + problems
  }

  private mutating func engine(of unit: String) -> Result<UnitEngine, ReadingError> {
    if let known = engines.first(where: { $0.id == unit }) { return known.engine }
    let engine = UnitEngine.builtIn(unit)
    engines.append((unit, engine))
    return engine
  }
}

/// The forms in which the host can have an outcome.
enum PageForm: Int32 {
  /// One line of JSON, as `premark check --format json` prints it.
  case json
  /// What a page shows to a learner, to an assessor.
  case learner, assessor
  /// A page that stands alone, as `premark check --format html` writes it.
  case learnerPage, assessorPage

  /// Draws an outcome.
  func drawn(_ outcome: Outcome) -> [UInt8] {
    switch self {
    case .json: ResultJSON.report(outcome)
    case .learner: HtmlReport(audience: .learner).fragment(outcome)
    case .assessor: HtmlReport(audience: .assessor).fragment(outcome)
    case .learnerPage: HtmlReport(audience: .learner).report(outcome)
    case .assessorPage: HtmlReport(audience: .assessor).report(outcome)
    }
  }
}
