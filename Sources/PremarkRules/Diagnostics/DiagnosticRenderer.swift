public import PremarkText

/// Draws diagnostics: where, the line, carets under what is meant, what to do.
///
///     error[R012]: unknown word list 'carer-goal'
///       --> Rules/personal-growth/unit.rules:12:16
///        |
///     12 |   clause      <carer-goal>, aspiration or stronger
///        |                ^^^^^^^^^^ not defined in this unit or in what it uses
///        = help: did you mean 'career-goal'?
///
/// Tabs are drawn as two spaces, control characters as U+FFFD, and of a long line only the part round the carets. Columns
/// count characters from 1. A place of several lines is marked up to the end of its first.
public struct DiagnosticRenderer: Sendable {
  /// Columns of a source line that are drawn at most.
  public static let widest = 100

  private let files: [RuleFile]
  private let lines: [LineMap]

  /// Makes a renderer for diagnostics of these files (``LoadedRules/files``). Linear in their bytes.
  public init(files: [RuleFile]) {
    self.files = files
    lines = files.map { LineMap($0.text) }
  }

  /// All of them, an empty line after each.
  public func drawing(of diagnostics: [Diagnostic]) -> String {
    var text = ""
    for diagnostic in diagnostics { text += drawing(of: diagnostic) + "\n" }
    return text
  }

  /// One diagnostic, with a line end after its last line.
  public func drawing(of diagnostic: Diagnostic) -> String {
    let place = lines[diagnostic.location.file].location(of: diagnostic.location.span.start)
    let number = place.line.description
    let gutter = String(repeating: " ", count: number.utf8.count)
    var text =
      diagnostic.severity.rawValue + "[" + diagnostic.code.rawValue + "]: " + diagnostic.headline + "\n"
    text += gutter + "--> " + described(diagnostic.location) + "\n"
    let (line, carets) = sourceLine(at: diagnostic.location, line: place.line)
    text += gutter + " |\n" + number + " |" + (line.isEmpty ? "" : " " + line) + "\n"
    text += gutter + " | " + carets + (diagnostic.label.isEmpty ? "" : " " + diagnostic.label) + "\n"
    if let help = diagnostic.help { text += gutter + " = help: " + help + "\n" }
    for note in diagnostic.notes {
      text += gutter + " = note: " + note.text
      if let location = note.location { text += ": " + described(location) }
      text += "\n"
    }
    return text
  }

  /// `path:line:column`.
  public func described(_ location: RuleLocation) -> String {
    let place = lines[location.file].location(of: location.span.start)
    return files[location.file].path + ":" + place.line.description + ":" + place.column.description
  }

  /// Writes a diagnostic as a JSON object: code, severity, file, line, column, endLine, endColumn (characters from 1,
  /// the end behind the last), headline, label, help or null, notes.
  public func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.field("code", diagnostic.code.rawValue)
      json.field("severity", diagnostic.severity.rawValue)
      write(diagnostic.location, to: &json)
      json.field("headline", diagnostic.headline)
      json.field("label", diagnostic.label)
      if let help = diagnostic.help { json.field("help", help) } else { json.nullField("help") }
      json.array("notes") { json in
        for note in diagnostic.notes {
          json.object { json in
            json.field("text", note.text)
            if let location = note.location { write(location, to: &json) }
          }
        }
      }
    }
  }

  private func write(_ location: RuleLocation, to json: inout JSONWriter) {
    let start = lines[location.file].location(of: location.span.start)
    let end = lines[location.file].location(of: location.span.end)
    json.field("file", files[location.file].path)
    json.field("line", start.line)
    json.field("column", start.column)
    json.field("endLine", end.line)
    json.field("endColumn", end.column)
  }
}

extension DiagnosticRenderer {
  /// The line as drawn, and the carets with the space before them.
  private func sourceLine(at location: RuleLocation, line: Int) -> (String, String) {
    let text = files[location.file].text
    guard let span = lines[location.file].span(ofLine: line) else { return ("", "^") }
    var drawn: [UInt8] = []
    var start = 0
    var end = 0
    var offset = span.start
    while offset < span.end {
      if offset == location.span.start { start = drawn.count }
      if offset == location.span.end { end = drawn.count }
      let (scalar, length) = UTF8Bytes.scalar(in: text, at: offset)
      if scalar == 0x09 {
        drawn += [.space, .space]
      } else {
        UTF8Bytes.append(
          scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0) ? UTF8Bytes.replacement : scalar, to: &drawn)
      }
      offset += length
    }
    if location.span.start >= span.end { start = drawn.count }
    if location.span.end >= span.end { end = drawn.count }
    while let last = drawn.last, last == .space, drawn.count > end { drawn.removeLast() }
    let window = window(of: drawn, start, max(start, end))
    let before = UTF8Bytes.displayWidth(of: drawn, in: window.lowerBound..<start)
    let marked = UTF8Bytes.displayWidth(of: drawn, in: start..<min(max(start, end), window.upperBound))
    let opening = window.lowerBound > 0 ? "…" : ""
    let closing = window.upperBound < drawn.count ? "…" : ""
    return (
      opening + String(decoding: drawn[window], as: UTF8.self) + closing,
      String(repeating: " ", count: before + (opening.isEmpty ? 0 : 1))
        + String(repeating: "^", count: max(marked, 1))
    )
  }

  /// The part of a line that is drawn: all of it, or the bytes round the marked ones, cut between characters.
  private func window(of drawn: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    guard UTF8Bytes.displayWidth(of: drawn) > Self.widest else { return 0..<drawn.count }
    var low = max(0, min(start - 30, drawn.count - Self.widest))
    if low <= 10 { low = 0 }
    var high = min(drawn.count, low + Self.widest)
    while low > 0, UTF8Bytes.isContinuation(drawn[low]) { low -= 1 }
    while high < drawn.count, UTF8Bytes.isContinuation(drawn[high]) { high -= 1 }
    return low..<max(high, start)
  }
}
