public import PremarkAnnotation
import PremarkModeration
import PremarkText

/// A result with names and numbers taken out of everything that may quote the learner.
public enum MaskedJSON {
  /// Fields that hold a learner's words, or may.
  private static let quoting: Set<String> = [
    "text", "feedback", "message", "advice", "failed", "assessorNote", "question", "section",
    "refer",
  ]

  /// How a text is masked: not, as one of ours that may quote, or as the learner's own.
  private enum Care { case none, mayQuote, quote }

  /// The line with its texts masked (``Masking``); as it was where it is no JSON. Places stay those of the file.
  ///
  /// - Parameter people: who is named in the submission.
  public static func masked(_ line: [UInt8], people: [Person] = []) -> [UInt8] {
    guard let value = try? JSONReader.read(line) else { return line }
    var names: Set<String> = []
    for person in people {
      for word in person.name.split(separator: " ") { names.insert(word.lowercased()) }
    }
    var json = JSONWriter()
    json.value(masked(value, .none, names))
    json.endLine()
    return json.bytes
  }

  private static func masked(_ value: JSONValue, _ care: Care, _ names: Set<String>) -> JSONValue {
    switch value {
    case .string(let text):
      if care == .none { return value }
      return .string(Masking.masked(text, isStrict: care == .quote, names: names).text)
    case .array(let elements): return .array(elements.map { masked($0, care, names) })
    case .object(let members):
      // an error's message is Premark's own
      let isError = members.contains { $0.name == "code" }
      return .object(
        members.map {
          JSONValue.Member(
            name: $0.name,
            value: masked($0.value, isError ? .none : Self.care(for: $0.name), names))
        })
    default: return value
    }
  }

  private static func care(for member: String) -> Care {
    member == "quote" ? .quote : quoting.contains(member) ? .mayQuote : .none
  }
}
