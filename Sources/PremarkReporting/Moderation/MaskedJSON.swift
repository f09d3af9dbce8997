import PremarkModeration
import PremarkText

/// A result with names and numbers taken out of everything that may quote the learner.
public enum MaskedJSON {
  /// Fields that hold a learner's words, or may.
  private static let quoting: Set<String> = [
    "quote", "text", "feedback", "message", "advice", "failed", "assessorNote", "question", "section",
    "refer",
  ]

  /// The line with its texts masked (``Masking``); as it was where it is no JSON. Places stay those of the file.
  public static func masked(_ line: [UInt8]) -> [UInt8] {
    guard let value = try? JSONReader.read(line) else { return line }
    var json = JSONWriter()
    json.value(masked(value, isQuoting: false))
    json.endLine()
    return json.bytes
  }

  private static func masked(_ value: JSONValue, isQuoting: Bool) -> JSONValue {
    switch value {
    case .string(let text): return isQuoting ? .string(Masking.masked(text).text) : value
    case .array(let elements): return .array(elements.map { masked($0, isQuoting: isQuoting) })
    case .object(let members):
      // an error's message is Premark's own
      let isError = members.contains { $0.name == "code" }
      return .object(
        members.map {
          JSONValue.Member(
            name: $0.name,
            value: masked($0.value, isQuoting: quoting.contains($0.name) && !isError))
        })
    default: return value
    }
  }
}
