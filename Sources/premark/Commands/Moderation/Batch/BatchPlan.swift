import PremarkAnnotation
import PremarkModeration
import PremarkPlatform
import PremarkReporting
import PremarkText

/// What a batch has to do: a request for each submission, in the order of their ids. Requests are made when they are asked
/// for: of a hundred thousand submissions no more is kept than where they lie.
struct BatchPlan {
  /// A submission and the request that marks it.
  struct Job {
    let item: Intake.Item
    let request: WorkRequest
  }

  /// As they are to be called, sorted.
  private let items: [Intake.Item]
  private let options: BatchOptions

  /// - Parameter pseudonyms: a number for each learner where names are to be kept out; nil otherwise.
  init(_ items: [Intake.Item], _ options: BatchOptions, pseudonyms: [String: Int]?) {
    self.options = options
    guard let pseudonyms else {
      self.items = items
      return
    }
    var count: [String: Int] = [:]
    var renamed = items
    for index in renamed.indices {
      let item = renamed[index]
      let learner = Self.pseudonym(of: item, pseudonyms)
      count[learner, default: 0] += 1
      let name = learner + " file \(count[learner] ?? 1)" + Self.ending(of: item.name)
      renamed[index].name = name
      renamed[index].id = name
      renamed[index].circumstances.learner = learner
      if case .blackboard = item.platform { renamed[index].circumstances.participant = nil }
    }
    self.items = renamed.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// How many submissions there are.
  var count: Int { items.count }

  /// The number-th of them.
  subscript(number: Int) -> Job {
    let item = items[number]
    var request = WorkRequest(file: item.path, name: item.name)
    request.packed = item.packed
    request.unit = item.unit ?? options.unit
    request.submitted = item.submitted ?? options.submitted
    request.isMasked = options.usesPseudonyms
    request.submission = SubmissionOrigin(id: item.id, circumstances: item.circumstances)
    for audience in options.audiences {
      let page = BatchFolder.address(of: item.id, for: audience)
      request.pages.append(WorkRequest.Page(audience: audience, path: "\(options.folder)/\(page)"))
    }
    return Job(item: item, request: request)
  }

  /// Whose work it is, for telling learners apart: the platform's number, the manifest's name, else the file.
  static func learner(of item: Intake.Item) -> String {
    item.circumstances.participant ?? item.circumstances.learner ?? item.id
  }

  /// Learners in an order that says nothing of their names.
  static func learners(of items: [Intake.Item]) -> [String] {
    let all = Set(items.map(learner)).map { (name: $0, key: SHA256.hex(SHA256.digest(of: Array($0.utf8)))) }
    return all.sorted { $0.key < $1.key }.map(\.name)
  }

  private static func pseudonym(of item: Intake.Item, _ numbers: [String: Int]) -> String {
    if case .moodle(let name) = item.platform { return "Participant " + name.participant }
    let digits = String(numbers[learner(of: item)] ?? 0)
    return "Learner " + String(repeating: "0", count: max(5 - digits.utf8.count, 0)) + digits
  }

  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    let ending = name[dot...]
    return ending.utf8.count <= 6 && ending.dropFirst().utf8.allSatisfy(isPlain) ? String(ending) : ""
  }

  /// A name for files: the id's plain characters, and a few digits that tell it from any other.
  static func stem(of id: String) -> String {
    let plain = id.utf8.map { isPlain($0) || $0 == 0x2D || $0 == 0x2E ? $0 : UInt8(ascii: "-") }
    let digest = SHA256.hex(SHA256.digest(of: Array(id.utf8)))
    var stem = String(decoding: plain.suffix(64), as: UTF8.self)
    while stem.hasPrefix(".") || stem.hasPrefix("-") { stem.removeFirst() }
    return stem + "-" + digest.prefix(8)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == 0x5F
  }
}

extension BatchPlan.Job {
  /// What tells it from every other.
  var id: String { request.submission?.id ?? request.name }

  /// Says what its result is made from: the bytes, what was given, the rules and the program.
  func key(digest: String, rules: String) -> String {
    let text = [
      Array(digest.utf8), request.meaning, Array(rules.utf8), Array(Provenance.currentVersion.utf8),
    ]
    return SHA256.hex(SHA256.digest(of: Array(text.joined(separator: [0x0A]))))
  }

  /// True where every page that is to stand beside the result is there.
  var hasPages: Bool { request.pages.allSatisfy { RuleFolder.holds($0.path) } }
}

/// Where the parts of a batch's folder lie.
enum BatchFolder {
  static func pages(for audience: Audience) -> String {
    audience == .learner ? "reports" : "assessor-reports"
  }

  /// Address of the page for a submission, from the batch's folder on.
  static func address(of id: String, for audience: Audience) -> String {
    pages(for: audience) + "/" + BatchPlan.stem(of: id) + ".html"
  }

  /// Address of the page that was written for a submission, from the batch's folder on; nil where there is none.
  static func page(of id: String, in folder: String) -> String? {
    [Audience.learner, .assessor].map { address(of: id, for: $0) }
      .first { RuleFolder.holds(folder + "/" + $0) }
  }
}
