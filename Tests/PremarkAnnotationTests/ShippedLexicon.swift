import Foundation
import PremarkText

extension Lexicon {
  /// The word lists of all files in `Rules/vocabulary`, found from this file: only what annotation reads of them,
  /// phrases apart by commas, without the rule language's checks.
  static func shipped(from file: String = #filePath) throws -> Lexicon {
    var root = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let folder = root.appendingPathComponent("Rules/vocabulary")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "rules" }.sorted { $0.path < $1.path }
    var lists: [Lexicon.List] = []
    for file in files { lists += try Self.lists(in: String(contentsOf: file, encoding: .utf8)) }
    return Lexicon(lists: lists)
  }

  private static func lists(in text: String) throws -> [Lexicon.List] {
    var lists: [Lexicon.List] = []
    var name: String?
    var groups: [(name: String, text: String)] = []
    func close() {
      if let name {
        lists.append(
          Lexicon.List(
            name: name, groups: groups.map { Lexicon.Group(name: $0.name, phrases: phrases($0.text)) }))
      }
      (name, groups) = (nil, [])
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = line.prefix { $0 != "#" }
      let indent = bare.prefix { $0 == " " }.count
      let content = bare.trimmingCharacters(in: .whitespaces)
      if content.isEmpty { continue }
      if indent == 0 {
        close()
        if content.hasPrefix("words ") {
          name = String(content.dropFirst(6)).trimmingCharacters(in: .whitespaces)
        }
      } else if name != nil {
        if indent == 2, let colon = content.firstIndex(of: ":"), !content[..<colon].contains(",") {
          groups.append((String(content[..<colon]), String(content[content.index(after: colon)...])))
        } else if groups.isEmpty {
          groups.append(("", content))
        } else {
          groups[groups.count - 1].text += " " + content
        }
      }
    }
    close()
    return lists
  }

  /// Phrases apart by commas; one in double quotes may hold a comma.
  private static func phrases(_ text: String) -> [String] {
    var phrases: [String] = []
    var phrase = ""
    var isQuoted = false
    for character in text + "," {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        let trimmed = phrase.trimmingCharacters(in: .whitespaces)
        if !trimmed.isEmpty { phrases.append(trimmed) }
        phrase = ""
      } else {
        phrase.append(character)
      }
    }
    return phrases
  }
}
