/// One line of the report.
struct Row {
  let name: String
  /// What it ran over.
  let set: String
  /// How many documents (or runs of a process) `cost` is for.
  let count: Int
  /// Bytes that went in, all together; 0 where that says nothing.
  let bytes: Int
  let cost: Cost
  /// Ratios to what ran beside it, by name.
  var ratios: [(name: String, value: Double)] = []
  /// What the answer was held against.
  let check: String

  var microsecondsEach: Double { cost.microseconds / Double(count) }
}

/// Draws rows as a table, or as JSON, one object a line.
struct Table {
  let isJSON: Bool

  func head() {
    guard !isJSON else { return }
    print(
      Self.left("case", 9) + Self.left("over", 30) + Self.right("us each", 11) + Self.right("MB/s", 9)
        + Self.right("mallocs", 9) + Self.right("kB", 9) + Self.right("instructions", 18)
        + "  ratios; checked")
  }

  func draw(_ row: Row) {
    if isJSON { return print(json(row)) }
    let each = Double(row.count)
    let speed = row.bytes > 0 ? Self.written(Double(row.bytes) / row.cost.microseconds) : ""
    let instructions = row.cost.instructions.map { String($0 / row.count) } ?? "not counted here"
    let ratios = row.ratios.map { "\(Self.written($0.value)) x \($0.name)" }.joined(separator: ", ")
    print(
      Self.left(row.name, 9) + Self.left(row.set, 30) + Self.right(Self.written(row.microsecondsEach), 11)
        + Self.right(speed, 9) + Self.right(Self.written(Double(row.cost.allocations) / each), 9)
        + Self.right(Self.written(Double(row.cost.allocatedBytes) / 1024 / each), 9)
        + Self.right(instructions, 18) + "  " + ratios + (ratios.isEmpty ? "" : "; ") + row.check)
  }

  private func json(_ row: Row) -> String {
    var fields = [
      "\"case\":\(Self.quoted(row.name))", "\"over\":\(Self.quoted(row.set))", "\"count\":\(row.count)",
      "\"bytes\":\(row.bytes)", "\"microseconds\":\(row.cost.microseconds)",
      "\"allocations\":\(row.cost.allocations)", "\"allocatedBytes\":\(row.cost.allocatedBytes)",
      "\"instructions\":\(row.cost.instructions.map(String.init) ?? "null")",
    ]
    let ratios = row.ratios.map { "\(Self.quoted($0.name)):\($0.value)" }.joined(separator: ",")
    fields += ["\"ratios\":{\(ratios)}", "\"checked\":\(Self.quoted(row.check))"]
    return "{" + fields.joined(separator: ",") + "}"
  }

  /// A JSON string (RFC 8259 7).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\0"..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Three figures that count.
  static func written(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let scale = value >= 10 ? 10.0 : 100.0
    return "\((value * scale).rounded() / scale)"
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
