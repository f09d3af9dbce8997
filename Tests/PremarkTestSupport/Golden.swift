import Foundation
public import Testing

/// Files that hold what a report should be, byte for byte. `PREMARK_BLESS=1 swift test` rewrites them; the diff is
/// then reviewed.
public struct Golden: Sendable {
  private let folder: URL

  /// Golden files in the folder `Golden` beside the calling test file.
  public init(beside file: String = #filePath) {
    folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden")
  }

  /// Expects `bytes` to be what the golden file holds.
  public func expect(
    _ bytes: [UInt8], is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["PREMARK_BLESS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      return
    }
    let wanted = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(String(decoding: bytes, as: UTF8.self) == wanted, "\(name)", sourceLocation: sourceLocation)
  }
}
