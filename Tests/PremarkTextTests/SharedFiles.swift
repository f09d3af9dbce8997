import FoundationEssentials

/// Test data that is kept beside the repository and may be absent.
enum SharedFiles {
  /// The text of a file under `../shared`, seen from the root of the package, or nil.
  static func text(_ path: String) -> String? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    guard let data = try? Data(contentsOf: root.appending(path: "shared").appending(path: path)) else {
      return nil
    }
    return String(decoding: data, as: UTF8.self)
  }
}
