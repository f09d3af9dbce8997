import PremarkPlatform

/// Where the reports of a run go: standard output, one file, or for pages one file each in a folder.
struct ReportSink {
  /// The file or folder of `--output`.
  private let path: String
  private let isFolder: Bool
  private var gathered: [UInt8] = []
  private var names: [String] = []

  /// Nil where `--output` is not given: then reports go to standard output as they come.
  ///
  /// - Throws: a usage error where several pages would have to go to one place.
  init?(_ invocation: Invocation) throws(CommandError) {
    let isPage = invocation.value(.format) == "html"
    guard let path = invocation.value(.output) else {
      if isPage, invocation.operands.count > 1 {
        throw .usage("an HTML page is for one file; name a folder for several with '--output'")
      }
      return nil
    }
    self.path = path
    isFolder = isPage && invocation.operands.count > 1
  }

  /// Takes the report of one submission.
  ///
  /// - Parameter name: base name of the submission, after which a page in a folder is called.
  mutating func take(_ bytes: [UInt8], of name: String, on console: inout Console) {
    guard isFolder else {
      gathered += bytes
      return
    }
    var page = name
    var number = 2
    while names.contains(page) {
      page = "\(name)-\(number)"
      number += 1
    }
    names.append(page)
    Self.write(bytes, to: "\(path)/\(page).html", on: &console)
  }

  /// Writes what goes to one file.
  func finish(on console: inout Console) {
    if !isFolder { Self.write(gathered, to: path, on: &console) }
  }

  private static func write(_ bytes: [UInt8], to path: String, on console: inout Console) {
    if let why = RuleFolder.makeFolder(of: path) ?? FileBytes.write(bytes, to: path) {
      console.complain(
        "\(path): it cannot be written (\(why)); name a place where you may write", .unread)
    }
  }
}
