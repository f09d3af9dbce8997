/// Files in a folder and in the folders below it.
enum FolderWalk {
  /// Deepest folder that is looked into.
  private static let deepest = 32

  /// Paths from that folder on, sorted by their bytes; hidden ones are left out, and links are followed no deeper than
  /// folders are.
  static func files(under folder: String) -> [String] {
    var files: [String] = []
    walk(folder, "", 0, &files)
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func walk(_ folder: String, _ path: String, _ depth: Int, _ files: inout [String]) {
    guard depth <= deepest else { return }
    for name in RuleFolder.entries(of: folder + "/" + path) {
      let place = path.isEmpty ? name : path + "/" + name
      if RuleFolder.holdsFolder(folder + "/" + place) {
        walk(folder, place, depth + 1, &files)
      } else {
        files.append(place)
      }
    }
  }
}
