import Foundation
import PremarkText

/// The word lists of `Rules/vocabulary`, read without the rule language: `words` headers, groups before a colon,
/// phrases apart by commas, lines indented deeper that go on.
enum VocabularyFile {
  /// All lists of the files the entity readers use.
  static let lexicon = Lexicon(lists: lists(of: "people") + lists(of: "quantities"))

  private static func lists(of name: String) -> [Lexicon.List] {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = root.appending(path: "Rules/vocabulary/\(name).rules")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var lists: [Lexicon.List] = []
    var list = ""
    var groups: [(name: String, phrases: [String])] = []
    func close() {
      guard !list.isEmpty else { return }
      lists.append(
        Lexicon.List(name: list, groups: groups.map { Lexicon.Group(name: $0.name, phrases: $0.phrases) }))
      groups = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      let content = line.split(separator: "#", omittingEmptySubsequences: false)[0]
      let trimmed = content.trimmingCharacters(in: .whitespaces)
      guard !trimmed.isEmpty else { continue }
      guard line.first == " " else {
        close()
        list = trimmed.hasPrefix("words ") ? String(trimmed.dropFirst(6)) : ""
        continue
      }
      let parts = trimmed.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        groups.append((String(parts[0]), []))
      } else if groups.isEmpty {
        groups.append(("", []))
      }
      let phrases = parts[parts.count - 1].split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      groups[groups.count - 1].phrases += phrases.filter { !$0.isEmpty }
    }
    close()
    return lists
  }
}
