import PremarkMatching

/// Fills the placeholders of a rule's sentence: {count}, {quote}, {item}, {figure}.
struct Filler {
  let outcome: TestOutcome
  let evidence: [Evidence]
  let quoting: Quoting

  /// The sentence with every placeholder filled; one that has nothing to say becomes a neutral word.
  func filled(_ sentence: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(sentence.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x7B, let end = bytes[at...].firstIndex(of: 0x7D) {
        let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        result += Array(value(of: name).utf8)
        at = end + 1
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func value(of name: String) -> String {
    switch name {
    case "count": return "\(outcome.count)"
    case "quote":
      return evidence.min(by: { $0.rank < $1.rank }).map {
        "\u{201C}" + Self.shortened(quoting.words($0)) + "\u{201D}"
      } ?? "this"
    case "item": return items
    case "figure": return outcome.shortfall ?? "\(outcome.count)"
    default: return ""
    }
  }

  /// "objective 2", "objectives 2 and 3"; "your objectives" where none is at fault or there is none.
  private var items: String {
    let (singular, plural) = outcome.itemWords ?? ("entry", "entries")
    guard !outcome.faultyItems.isEmpty else { return "your " + plural }
    return (outcome.faultyItems.count == 1 ? singular : plural) + " " + Self.list(outcome.faultyItems)
  }

  /// "2", "2 and 3", "1, 2 and 4".
  private static func list(_ numbers: [Int]) -> String {
    guard let last = numbers.last else { return "" }
    guard numbers.count > 1 else { return "\(last)" }
    var text = ""
    for (index, number) in numbers.dropLast().enumerated() { text += (index > 0 ? ", " : "") + "\(number)" }
    return text + " and \(last)"
  }

  /// At most 80 bytes, cut between words.
  private static func shortened(_ words: String) -> String {
    let bytes = Array(words.utf8)
    guard bytes.count > 80 else { return words }
    var end = 80
    while end > 40, bytes[end] != 0x20 { end -= 1 }
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + " \u{2026}"
  }
}
