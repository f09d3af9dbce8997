public import PremarkDocument
public import PremarkModeration
public import PremarkReading

/// The submissions that folders, ZIP files, downloads of learning platforms and manifests hold.
public struct Intake: Sendable {
  /// A submission, not yet read.
  public struct Item: Sendable {
    /// What tells it from every other: its path inside what was named.
    public var id: String
    /// Base name of the file as the learner called it.
    public var name: String
    /// Where its bytes lie: a file, or the ZIP file that holds it.
    public let path: String
    /// The part of that ZIP file; nil for a file of its own.
    public let packed: PackedPart?
    /// Who and what stands around it.
    public var circumstances = Circumstances()
    /// The unit it is for; nil where nobody says.
    public var unit: String?
    /// The day it was handed in, as written; nil where nobody says.
    public var submitted: String?
    /// What the platform wrote into its path.
    public var platform: PlatformName?
  }

  /// In the order of their ids' bytes.
  public private(set) var items: [Item] = []
  /// What could not be taken in, a line each: lower case, no full stop.
  public private(set) var problems: [String] = []

  /// Largest ZIP file that is taken in.
  public static let archiveBytes = 2 << 30

  /// Looks through what is named, in that order.
  ///
  /// - Throws: a ``ReadingError`` for a name that is nothing at all; what is wrong inside is a problem.
  public init(_ inputs: [String]) throws(IntakeError) {
    for input in inputs {
      var found: [Item]
      do throws(ReadingError) {
        found = try take(input)
      } catch {
        throw IntakeError(input: input, error: error)
      }
      found = known(found, in: input)
      if inputs.count > 1 {
        let base = input.split(separator: "/").last.map(String.init) ?? input
        for index in found.indices { found[index].id = base + "/" + found[index].id }
      }
      items += found
    }
    items.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    separate()
  }

  private mutating func take(_ input: String) throws(ReadingError) -> [Item] {
    if RuleFolder.holdsFolder(input) { return folder(input) }
    let base = input.split(separator: "/").last.map(String.init) ?? input
    if input.lowercased().hasSuffix(".csv") { return try manifest(input) }
    let bytes = try FileBytes.read(input, limit: Self.archiveBytes)
    if bytes.starts(with: [0x50, 0x4B]), Self.isArchive(bytes) { return try archive(input, bytes) }
    return [Item(id: base, name: base, path: input, packed: nil)]
  }

  /// A ZIP file that is no document itself.
  private static func isArchive(_ bytes: [UInt8]) -> Bool {
    do throws(ReadingError) {
      _ = try Reader.plan(for: bytes)
      return false
    } catch {
      return error.code == "not-a-document"
    }
  }

  private func folder(_ path: String) -> [Item] {
    FolderWalk.files(under: path).filter { !PlatformName.isLitter($0) }.map { file in
      Item(
        id: file, name: file.split(separator: "/").last.map(String.init) ?? file, path: path + "/" + file,
        packed: nil)
    }
  }

  private mutating func archive(_ path: String, _ bytes: [UInt8]) throws(ReadingError) -> [Item] {
    let (parts, refused) = try Reader.files(inArchive: bytes)
    for refusal in refused {
      problems.append("\(path): '\(refusal.name)': \(refusal.error.message); \(refusal.error.advice)")
    }
    return parts.filter { !PlatformName.isLitter($0.name) }.map { part in
      Item(
        id: part.name, name: part.name.split(separator: "/").last.map(String.init) ?? part.name, path: path,
        packed: part)
    }
  }

  /// Two submissions of one id keep apart by a number.
  private mutating func separate() {
    var before = ""
    var count = 1
    for index in items.indices {
      if index > 0, items[index].id == before {
        count += 1
        items[index].id += " (\(count))"
      } else {
        before = items[index].id
        count = 1
      }
    }
  }
}

/// What is named is nothing that can be taken in.
public struct IntakeError: Error {
  /// As given on the command line.
  public let input: String
  /// Why.
  public let error: ReadingError
}

// MARK: - Manifests

extension Intake {
  /// A CSV file with the columns `file` and, where wanted, `learner`, `unit`, `assessor`, `cohort`, `location`, `method`
  /// and `submitted`; files lie beside it.
  private mutating func manifest(_ path: String) throws(ReadingError) -> [Item] {
    guard let table = CSVTable(try FileBytes.read(path)), let file = table.column("file") else {
      throw ReadingError(
        code: "no-manifest", message: "it is a CSV file without a column 'file'",
        advice: "name a manifest with the columns file, learner, unit, assessor, cohort")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var items: [Item] = []
    for row in table.rows {
      guard let name = table.value(row, file) else {
        problems.append("\(path): line \(row.line): it names no file")
        continue
      }
      guard row.cells.count == table.header.count else {
        problems.append(
          "\(path): line \(row.line): \(row.cells.count) cells under \(table.header.count) columns")
        continue
      }
      var item = Item(
        id: name, name: name.split(separator: "/").last.map(String.init) ?? name,
        path: name.hasPrefix("/") ? name : folder + name, packed: nil)
      item.circumstances.learner = table.value(row, table.column("learner"))
      item.circumstances.assessor = table.value(row, table.column("assessor"))
      item.circumstances.cohort = table.value(row, table.column("cohort"))
      item.circumstances.location = table.value(row, table.column("location"))
      item.circumstances.method = table.value(row, table.column("method"))
      item.unit = table.value(row, table.column("unit"))
      item.submitted = table.value(row, table.column("submitted"))
      items.append(item)
    }
    return items
  }
}

// MARK: - Platforms

extension Intake {
  /// Learners and files as a platform's names tell them; receipts and earlier attempts are left out.
  private mutating func known(_ items: [Item], in input: String) -> [Item] {
    guard !input.lowercased().hasSuffix(".csv") else { return items }
    var names = items.map { PlatformName.of($0.id) }
    let isCanvas = names.allSatisfy { if case .canvas = $0 { true } else { false } }
    if !isCanvas { names = names.map { if case .canvas = $0 { nil } else { $0 } } }
    let isMoodle = names.contains { if case .moodle = $0 { true } else { false } }
    var latest: [String: String] = [:]
    for case .blackboard(let name)? in names {
      latest[name.assignment + "\n" + name.user, default: ""] = max(
        latest[name.assignment + "\n" + name.user] ?? "", name.stamp)
    }
    var kept: [Item] = []
    for (item, name) in zip(items, names) {
      var item = item
      item.platform = name
      switch name {
      case .moodle(let name):
        item.name = name.file.split(separator: "/").last.map(String.init) ?? name.file
        item.circumstances.learner = name.learner
        item.circumstances.participant = name.participant
      case .canvas(let name):
        item.name = name.file
        item.circumstances.learner = name.learner.isEmpty ? "anonymous " + name.user : name.learner
        item.circumstances.participant = name.user
      case .blackboard(let name):
        guard let file = name.file, latest[name.assignment + "\n" + name.user] == name.stamp else { continue }
        item.name = file
        item.circumstances.learner = name.user
        item.circumstances.participant = name.user
      case nil:
        if isMoodle { problems.append("\(input): '\(item.id)' does not say whose it is") }
      }
      kept.append(item)
    }
    return kept
  }
}
