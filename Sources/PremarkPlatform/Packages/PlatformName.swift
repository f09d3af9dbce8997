/// What a learning platform wrote into the path of a downloaded submission.
public enum PlatformName: Sendable, Equatable {
  /// Moodle, "Download all submissions" (`mod/assign/classes/downloader.php`): `Name_4821_assignsubmission_file`, as a
  /// folder or before the file's name.
  public struct Moodle: Sendable, Equatable {
    /// The learner's name as far as a file name may hold it.
    public let learner: String
    /// The participant number of this assignment; a group's number in a team assignment.
    public let participant: String
    /// `assignsubmission_file` and the like.
    public let plugin: String
    /// The file's own name and folders.
    public let file: String

    /// The folder that Moodle takes feedback files back in.
    public var folder: String { learner + "_" + participant + "_" + plugin }
  }

  /// Canvas (`lib/content_zipper.rb`): `obriensian_LATE_1234_5678_plan.docx`.
  public struct Canvas: Sendable, Equatable {
    /// Surname and first name run together; "" for anonymous marking.
    public let learner: String
    /// The user's number; a short code for anonymous marking.
    public let user: String
    /// True where it came after the due date.
    public let isLate: Bool
    /// The file's own name; `text.html` for text typed into Canvas.
    public let file: String
  }

  /// Blackboard Learn: `Plan_sobrien_attempt_2026-03-02-14-05-10_plan.docx`.
  public struct Blackboard: Sendable, Equatable {
    /// The column of the gradebook.
    public let assignment: String
    /// Who handed it in.
    public let user: String
    /// `2026-03-02-14-05-10`; later ones sort after earlier ones.
    public let stamp: String
    /// The file's own name; nil for the receipt.
    public let file: String?
  }

  case moodle(Moodle)
  case canvas(Canvas)
  case blackboard(Blackboard)

  /// What the parts of a path say; nil where none looks like a platform's.
  ///
  /// Canvas's names are the least distinct: believe them only where every file of a download has one.
  public static func of(_ path: String) -> PlatformName? {
    let parts = path.split(separator: "/").map(String.init)
    for (index, part) in parts.enumerated() {
      let rest = parts[(index + 1)...].joined(separator: "/")
      if let moodle = moodle(part, rest) { return .moodle(moodle) }
    }
    guard let last = parts.last else { return nil }
    return blackboard(last).map { .blackboard($0) } ?? canvas(last).map { .canvas($0) }
  }

  private static func moodle(_ part: String, _ rest: String) -> Moodle? {
    let pieces = part.split(separator: "_", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
    guard pieces.count >= 4, isNumber(pieces[1]), pieces[2].hasPrefix("assign"), pieces[2].utf8.count > 6,
      pieces[2].utf8.allSatisfy({ 0x61...0x7A ~= $0 }), !pieces[3].isEmpty,
      pieces[3].utf8.allSatisfy({ 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 })
    else { return nil }
    let flat = pieces.count > 4 ? pieces[4] : ""
    let file = rest.isEmpty ? flat : rest
    guard !file.isEmpty else { return nil }
    return Moodle(
      learner: pieces[0], participant: pieces[1], plugin: pieces[2] + "_" + pieces[3], file: file)
  }

  private static func canvas(_ name: String) -> Canvas? {
    let pieces = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    let first = pieces.first == "LATE" ? 1 : 0
    if pieces.count > first + 3, pieces[first] == "anon", isNumber(pieces[first + 2]) {
      return Canvas(
        learner: "", user: pieces[first + 1], isLate: first == 1,
        file: pieces[(first + 3)...].joined(separator: "_"))
    }
    for index in pieces.indices where isNumber(pieces[index]) && index + 1 < pieces.count {
      let rest = pieces[(index + 1)...]
      let isTyped = rest.count == 1 && (rest.first == "text.html" || rest.first == "link.html")
      guard isTyped || rest.count > 1 && isNumber(pieces[index + 1]) else { continue }
      let isLate = index > 0 && pieces[index - 1] == "LATE"
      let learner = pieces[..<(isLate ? index - 1 : index)].joined(separator: "_")
      guard !learner.isEmpty else { return nil }
      return Canvas(
        learner: learner, user: pieces[index], isLate: isLate,
        file: rest.dropFirst(isTyped ? 0 : 1).joined(separator: "_"))
    }
    return nil
  }

  private static func blackboard(_ name: String) -> Blackboard? {
    let pieces = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    guard let at = pieces.lastIndex(of: "attempt"), at >= 2, at + 1 < pieces.count else { return nil }
    let isReceipt = at + 2 == pieces.count && pieces[at + 1].hasSuffix(".txt")
    let stamp = isReceipt ? String(pieces[at + 1].dropLast(4)) : pieces[at + 1]
    guard isStamp(stamp), isReceipt || at + 2 < pieces.count else { return nil }
    return Blackboard(
      assignment: pieces[..<(at - 1)].joined(separator: "_"), user: pieces[at - 1], stamp: stamp,
      file: isReceipt ? nil : pieces[(at + 2)...].joined(separator: "_"))
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }

  /// `dddd-dd-dd-dd-dd-dd`.
  private static func isStamp(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    return parts.map(\.utf8.count) == [4, 2, 2, 2, 2, 2] && parts.allSatisfy(isNumber)
  }

  /// True for what systems leave in archives and folders, and nobody handed in.
  public static func isLitter(_ path: String) -> Bool {
    path.split(separator: "/").contains { part in
      part == "__MACOSX" || part.hasPrefix(".") || part.hasPrefix("~") || part == "Thumbs.db"
        || part == "desktop.ini"
    }
  }
}
