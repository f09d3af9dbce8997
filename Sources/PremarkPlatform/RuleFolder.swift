import Glibc
public import PremarkDocument
public import PremarkRules

/// A folder of rules: `vocabulary/` and one folder for each unit with its `unit.rules` and `examples/`.
public struct RuleFolder: Sendable {
  /// As given on the command line.
  public let path: String

  /// Names a folder; nothing is read yet.
  public init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Ids of the units, sorted by their bytes.
  ///
  /// - Throws: a ``ReadingError`` where the folder is not there or not a folder of rules.
  public func units() throws(ReadingError) -> [String] {
    guard Self.isFolder(path) else {
      throw ReadingError(
        code: "missing", message: "there is no such folder", advice: "name the folder that holds 'vocabulary'"
      )
    }
    let units = Self.entries(of: path).filter { Self.isFile("\(path)/\($0)/unit.rules") }
    guard !units.isEmpty else {
      throw ReadingError(
        code: "missing", message: "it holds no unit (a folder with a file 'unit.rules')",
        advice: "name the folder that holds 'vocabulary' and the units' folders")
    }
    return units
  }

  /// The rule file of a unit.
  public func unit(_ id: String) throws(ReadingError) -> RuleFile { try file("\(id)/unit.rules") }

  /// The file with more examples of a unit's rules; nil where there is none or it cannot be read.
  public func rows(of unit: String) -> RuleFile? { try? file("\(unit)/rows.rules") }

  /// A vocabulary file; nil where there is none or it cannot be read.
  public func vocabulary(_ name: String) -> RuleFile? {
    guard !name.contains("/") else { return nil }
    return try? file("vocabulary/\(name).rules")
  }

  /// Names of the files in a unit's folder of examples, sorted by their bytes; none where there is no such folder.
  public func examples(of unit: String) -> [String] {
    Self.entries(of: "\(path)/\(unit)/examples").filter { Self.isFile("\(path)/\(unit)/examples/\($0)") }
  }

  private func file(_ name: String) throws(ReadingError) -> RuleFile {
    RuleFile(path: "\(path)/\(name)", text: try FileBytes.read("\(path)/\(name)"))
  }

  /// Names of the files in any folder, sorted by their bytes; nil where there is no such folder.
  public static func files(in folder: String) -> [String]? {
    guard isFolder(folder) else { return nil }
    return entries(of: folder).filter { isFile("\(folder)/\($0)") }
  }

  /// True where something stands at a path.
  public static func holds(_ path: String) -> Bool { kind(of: path) != nil }

  /// True where a folder stands at a path.
  public static func holdsFolder(_ path: String) -> Bool { isFolder(path) }

  /// Makes the folder that a file is to stand in, and those above it.
  ///
  /// - Returns: nil where it is there now, else the system's words for why not.
  public static func makeFolder(of path: String) -> String? {
    var at = path.utf8.startIndex
    while let slash = path.utf8[at...].dropFirst().firstIndex(of: UInt8(ascii: "/")) {
      let folder = String(path[..<slash])
      if !isFolder(folder), mkdir(folder, 0o755) != 0, errno != EEXIST {
        return String(cString: strerror(errno))
      }
      at = slash
    }
    return nil
  }

  static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // safe: the system ends a name with a zero within its field.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  private static func isFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
