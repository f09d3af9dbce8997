/// A word as a terminal shows it: never broken unless a whole line is too short for it.
struct TerminalWord {
  private var pieces: [(glyphs: ArraySlice<VisibleText.Glyph>, ink: Ink)]
  private(set) var columns: Int

  init(_ glyphs: ArraySlice<VisibleText.Glyph>, ink: Ink) {
    pieces = [(glyphs, ink)]
    columns = glyphs.reduce(0) { $0 + $1.columns }
  }

  mutating func join(_ word: TerminalWord) {
    pieces += word.pieces
    columns += word.columns
  }

  /// The word in parts of at most `limit` columns; mostly one.
  func parts(atMost limit: Int) -> [TerminalWord] {
    guard columns > limit else { return [self] }
    var parts: [TerminalWord] = []
    for piece in pieces {
      for index in piece.glyphs.indices {
        let glyph = TerminalWord(piece.glyphs[index...index], ink: piece.ink)
        if let last = parts.indices.last, parts[last].columns + glyph.columns <= limit {
          parts[last].join(glyph)
        } else {
          parts.append(glyph)
        }
      }
    }
    return parts
  }

  func write(to line: inout TerminalLine) {
    for piece in pieces { line.write(piece.glyphs, ink: piece.ink) }
  }
}

/// A line being put together.
struct TerminalLine {
  private var bytes: [UInt8] = []
  private(set) var columns = 0
  /// True where the next word needs a space before it.
  private var needsSpace = false
  private var ink = Ink.ordinary

  init(indent: Int) { pad(to: indent) }

  func hasRoom(for word: TerminalWord, within width: Int) -> Bool {
    !needsSpace || columns + 1 + word.columns <= width
  }

  /// Appends a word, after a space where a word stands before it and they are not glued.
  mutating func append(_ word: TerminalWord, glued: Bool = false) {
    if needsSpace && !glued { write([VisibleText.Glyph(bytes: [0x20], columns: 1)], ink: ink) }
    word.write(to: &self)
    needsSpace = true
  }

  /// Fills with spaces up to `column`; the next word starts there.
  mutating func pad(to column: Int) {
    change(to: .ordinary)
    while columns < column {
      bytes.append(0x20)
      columns += 1
    }
    needsSpace = false
  }

  mutating func write(_ glyphs: ArraySlice<VisibleText.Glyph>, ink: Ink) {
    change(to: ink)
    for glyph in glyphs {
      bytes += glyph.bytes
      columns += glyph.columns
    }
  }

  /// The bytes, without spaces at the end, ended by "\n".
  consuming func finished() -> [UInt8] {
    change(to: .ordinary)
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
    return bytes
  }

  private mutating func change(to next: Ink) {
    guard next != ink else { return }
    if ink.code != nil { bytes += Array("\u{1B}[0m".utf8) }
    if let code = next.code { bytes += Array("\u{1B}[\(code)m".utf8) }
    ink = next
  }
}
