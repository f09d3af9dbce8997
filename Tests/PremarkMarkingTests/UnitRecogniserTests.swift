import PremarkDocument
import PremarkMarking
import PremarkMatching
import PremarkReading
import PremarkRules
import Testing

/// For which unit a submission says it was written.
struct UnitRecogniserTests {
  static let units = [
    card(
      "growth", names: ["personal growth"],
      wording: "Identify the learning needs that follow from agreed objectives"),
    card(
      "service", names: ["growth plan", "personal growth plan"],
      wording: "Describe how queues are kept short during busy periods"),
  ]

  /// The top of a unit's file.
  static func card(_ id: String, names: [String], wording: String) -> Unit {
    let hashes = EchoIndex.hashes(of: Array(wording.utf8)).map { hash in
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
    let text = """
      language 1
      unit \(id)
        title "Unit"
        recognised by \(names.map { "\"\($0)\"" }.joined(separator: ", "))
        wording \(hashes.joined(separator: " "))

      """
    let file = RuleFile(path: "\(id)/unit.rules", text: Array(text.utf8))
    guard let card = RuleLoader(vocabulary: { _ in nil }).card(of: file) else { preconditionFailure(text) }
    return card
  }

  static let filler = String(repeating: "The phones ring all day long at the desk by the window. ", count: 8)
  static let needs = "Identify the learning needs that follow from agreed objectives"
  static let queues = "Describe how queues are kept short during busy periods"

  @Test(arguments: [
    ("named in a heading", "# Personal growth: my plan\n\nI take calls.", "growth" as String?),
    ("named in a short first line", "Managing my personal growth\n\nI take calls.", "growth"),
    ("by stems", "# My personally growing\n\nI take calls.", nil),
    (
      "in running text only",
      "I take calls and care about the personal growth of all my friends at work and at home.", nil
    ),
    ("the longer name wins", "# My personal growth plan\n\nI take calls.", "service"),
    ("both named", "# Personal growth\n\n# Growth plan\n\nI take calls.", nil),
    ("named late", filler + filler + "\n\n# Personal growth", nil),
    ("wording once", "\(needs)\n\n\(filler)", nil),
    ("wording twice", "\(needs)?\n\n\(filler)\n\n\(needs)\n\nWe agreed.", "growth"),
    ("wording of two", "\(needs)\n\n\(queues)\n\n\(needs)\n\n\(queues)", nil),
    ("a name beats wording", "# Growth plan\n\n\(needs)\n\n\(needs)", "service"),
    ("nothing of either", "I take calls.", nil),
  ])
  func tells(_ why: String, _ text: String, _ unit: String?) throws {
    let document = try Reader.markdown(Array(text.utf8))
    #expect(UnitRecogniser(Self.units).unit(of: document) == unit, "\(why)")
  }
}
