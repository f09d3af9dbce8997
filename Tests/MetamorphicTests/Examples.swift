import Foundation
import PremarkDocument
import PremarkMarking
import PremarkReading
import PremarkRules

/// An example submission that is text, with the decisions on it as it stands.
struct Example: Sendable {
  let unit: String
  let name: String
  let text: String
  let before: MarkingResult

  /// Marks another version of the text.
  func marked(_ text: String) -> MarkingResult? { Examples.marked(text, unit) }
}

/// All example submissions under `Rules/` that are Markdown or plain text.
enum Examples {
  /// Units by id, each with its engine.
  private static let engines: [String: Engine] = {
    let loader = RuleLoader(vocabulary: EmbeddedRules.vocabulary)
    let lexicon = loader.loadVocabulary().lexicon
    var engines: [String: Engine] = [:]
    for id in EmbeddedRules.units {
      guard let file = EmbeddedRules.unit(id) else { continue }
      let rules = loader.load(unit: file)
      engines[id] = Engine(rules: rules.ruleSet, lexicon: lexicon)
    }
    return engines
  }()

  static func marked(_ text: String, _ unit: String) -> MarkingResult? {
    let bytes = Array(text.utf8)
    guard let engine = engines[unit], let plan = try? Reader.plan(for: bytes),
      let document = try? Reader.document(from: bytes, plan: plan, inflated: [])
    else { return nil }
    return engine.mark(document).result
  }

  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared").standardizedFileURL

  /// Whether the awarding organisations' documents are beside this package.
  static var hasDocuments: Bool { documents.isEmpty == false }

  /// The document that a unit's rules were made from; nil where it is not here.
  static func document(of unit: String) -> String? { documents[unit] }

  private static let documents: [String: String] = {
    guard let data = FileManager.default.contents(atPath: shared.appending(path: "units.json").path),
      let units = try? JSONSerialization.jsonObject(with: data) as? [String: [String: Any]]
    else { return [:] }
    return units.compactMapValues { unit in
      guard let seed = unit["seed"] as? String,
        let text = FileManager.default.contents(atPath: shared.appending(path: "seeds/\(seed)").path)
      else { return nil }
      return String(bytes: text, encoding: .utf8)
    }
  }()

  static let all: [Example] = {
    let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Rules")
    return EmbeddedRules.units.sorted().flatMap { unit in
      let folder = rules.appending(path: "\(unit)/examples").standardizedFileURL
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.compactMap {
        name -> Example? in
        guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path),
          let text = String(bytes: data, encoding: .utf8), let before = marked(text, unit)
        else { return nil }
        return Example(unit: unit, name: name, text: text, before: before)
      }
    }
  }()
}
