import Foundation

/// Runs the built command, which lies beside the test bundle.
enum Command {
  /// What a run came to.
  struct Outcome {
    let code: Int32
    let output: String
    let messages: String

    /// Lines on standard error.
    var lines: [String] { messages.split(separator: "\n").map(String.init) }
  }

  /// Seconds after which a run is ended and counts as hanging.
  static let limit = 60.0

  /// The repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The program under test.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("premark")

  /// Runs `premark` with these arguments, in the repository or another folder.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: URL = root
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    let (output, messages) = (try Collector(), try Collector())
    process.standardOutput = output.handle
    process.standardError = messages.handle
    let source = try Collector()
    try source.handle.write(contentsOf: input)
    process.standardInput = try FileHandle(forReadingFrom: source.place)
    try process.run()
    let watch = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    return Outcome(code: process.terminationStatus, output: try output.text, messages: try messages.text)
  }
}

/// A file that takes what a process writes: no pipe, so that nothing can wait for anything.
private struct Collector {
  let place: URL
  let handle: FileHandle

  init() throws {
    place = FileManager.default.temporaryDirectory.appendingPathComponent("premark-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: place.path, contents: nil)
    handle = try FileHandle(forWritingTo: place)
  }

  /// What was written; the file is removed.
  var text: String {
    get throws {
      defer { try? FileManager.default.removeItem(at: place) }
      return try String(decoding: Data(contentsOf: place), as: UTF8.self)
    }
  }
}

/// A folder that is there for one test.
struct TemporaryFolder {
  let place: URL

  init() throws {
    place = FileManager.default.temporaryDirectory.appendingPathComponent("premark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: Data) throws -> String {
    let file = place.appendingPathComponent(name)
    try bytes.write(to: file)
    return file.path
  }

  func remove() { try? FileManager.default.removeItem(at: place) }
}
