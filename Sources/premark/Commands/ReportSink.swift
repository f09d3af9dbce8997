import PremarkPlatform

/// Where the reports of a run go: standard output, one file, or for pages one file each in a folder.
struct ReportSink {
  /// The file or folder of `--output`.
  private let path: String
  private let isFolder: Bool
  private var gathered: [UInt8] = []
  private var names = UniqueNames()
  /// Whether the browser shows the page in the end.
  private let isToBeShown: Bool

  /// Nil where `--output` is not given: then reports go to standard output as they come.
  ///
  /// - Throws: a usage error where several pages would have to go to one place.
  init?(_ invocation: Invocation) throws(CommandError) {
    let isPage = invocation.value(.format) == "html"
    if invocation.has(.open) {
      guard isPage, invocation.operands.count == 1, let path = invocation.value(.output), path != "-" else {
        throw .usage("'--open' shows the page of one file: '--format html --output report.html --open'")
      }
    }
    guard let path = invocation.value(.output) else {
      if isPage, invocation.operands.count > 1 {
        throw .usage("an HTML page is for one file; name a folder for several with '--output'")
      }
      return nil
    }
    self.path = path
    isToBeShown = invocation.has(.open)
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
    Self.write(bytes, to: "\(path)/\(names.unique(name + ".html"))", on: &console)
  }

  /// Writes what goes to one file.
  func finish(on console: inout Console) {
    guard !isFolder, Self.write(gathered, to: path, on: &console), isToBeShown else { return }
    if let why = Browser.open(path) {
      console.complain("\(path): 'xdg-open' cannot show it (\(why)); open it in a browser", .unread)
    }
  }

  /// Whether it was written; where not, that is said.
  @discardableResult
  private static func write(_ bytes: [UInt8], to path: String, on console: inout Console) -> Bool {
    guard let why = RuleFolder.makeFolder(of: path) ?? FileBytes.write(bytes, to: path) else {
      return true
    }
    console.complain("\(path): it cannot be written (\(why)); name a place where you may write", .unread)
    return false
  }
}
