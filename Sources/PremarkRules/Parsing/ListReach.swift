import PremarkText

/// Which word lists rules can ask for, found from their names alone, before any phrase is read.
///
/// Vocabulary is shared and grows with every unit; a unit asks for about half of the lists in the files it uses, and
/// annotation for a quarter. A list is named in angle brackets or after `extends`:
///
///     indicator has-goal            words career-goal
///       clause <career-goal>   ──▶    become <post>    ──▶  words post …
///                                     extends dream    ──▶  words dream …
///
/// Whatever looks like a name counts, in comments and examples too: a list too many costs time and changes nothing.
struct ListReach {
  /// By index in ``Declarations/lists``.
  private(set) var isReached: [Bool]
  private let files: [RuleFile]
  private let layouts: [FileLayout]
  private let names: ByteStrings
  /// Where each list stands: its file, and the number of its statement there; -1 until it is found.
  private var places: [(file: Int, statement: Int)]
  private var pending: [Int] = []

  /// - Parameter roots: lists that are asked for whatever the rules say; nil for those that statements ask for.
  init(_ parser: RuleParser, roots: [String]?) {
    files = parser.files
    layouts = parser.layouts
    var names = ByteStrings()
    for name in parser.declarations.listNames {
      let bytes = Array(name.utf8)
      // safe: read within the closure only.
      _ = bytes.withUnsafeBufferPointer { names.number(of: $0) }
    }
    self.names = names
    isReached = Array(repeating: false, count: names.count)
    places = Array(repeating: (0, -1), count: names.count)
    for (file, layout) in layouts.enumerated() {
      let text = files[file].text
      for (number, statement) in layout.statements.enumerated() {
        if text.hasWord("words", at: statement.header.start) {
          place(statement.header, number, in: file, parser.declarations)
        } else if roots == nil {
          let isLast = number + 1 == layout.statements.count
          let end = isLast ? text.count : layout.statements[number + 1].header.start
          followReferences(Span(statement.header.start, end), in: text)
        }
      }
    }
    for root in (roots ?? []) + [Vocabulary.peopleRoles] { reach(Array(root.utf8)[...]) }
    while let next = pending.popLast() { follow(places[next]) }
  }

  /// Notes where a list stands, if it is the first of its name.
  private mutating func place(_ header: Span, _ statement: Int, in file: Int, _ declarations: Declarations) {
    let text = files[file].text
    var start = header.start + 5
    while start < header.end, text[start].isBlank { start += 1 }
    var end = start
    while end < header.end, text[end].isWordByte { end += 1 }
    guard let index = number(of: text[start..<end]) else { return }
    let location = declarations.lists[index].location
    if location.file == file, location.span.start == start { places[index] = (file, statement) }
  }

  private func number(of name: ArraySlice<UInt8>) -> Int? {
    // safe: read within the closure only.
    name.withUnsafeBufferPointer { names.find($0) }.map { Int($0) }
  }

  private mutating func reach(_ name: ArraySlice<UInt8>) {
    guard let index = number(of: name), !isReached[index] else { return }
    isReached[index] = true
    pending.append(index)
  }

  /// Reaches every list that a list names.
  private mutating func follow(_ place: (file: Int, statement: Int)) {
    guard place.statement >= 0 else { return }
    let text = files[place.file].text
    for property in layouts[place.file].statements[place.statement].properties {
      if text.hasWord("extends", at: property.span.start) {
        var at = property.span.start
        while at < property.span.end { at = text[at].isWordByte ? reach(from: at, in: text) : at + 1 }
      } else {
        followReferences(property.span, in: text)
      }
    }
  }

  /// Reaches every list named in angle brackets.
  private mutating func followReferences(_ lines: Span, in text: [UInt8]) {
    var at = lines.start
    while true {
      // safe: the lines lie in the text, and the buffer is not kept.
      at = text.withUnsafeBufferPointer { text in
        var at = at
        while at < lines.end, text[at] != .less { at += 1 }
        return at
      }
      guard at < lines.end else { return }
      at = reach(from: at + 1, in: text)
    }
  }

  /// Reaches the list named at a place; where its name ends.
  private mutating func reach(from start: Int, in text: [UInt8]) -> Int {
    var end = start
    while end < text.count, text[end].isWordByte { end += 1 }
    reach(text[start..<end])
    return end
  }
}
