/// How a terminal shows text.
public struct TerminalStyle: Sendable {
  /// Columns of a line.
  public let width: Int
  /// Whether colours may be used. They never carry a meaning alone.
  public let isColoured: Bool
  /// Whether symbols and typographic signs give way to ASCII.
  public let isPlain: Bool

  /// Makes a style; lines are 40 columns at least and 80 at most.
  public init(width: Int = 80, isColoured: Bool = false, isPlain: Bool = false) {
    self.width = min(max(width, 40), 80)
    self.isColoured = isColoured
    self.isPlain = isPlain
  }

  /// For a part of a page, however narrow; without colour.
  init(part width: Int, of whole: TerminalStyle) {
    self.width = width
    isColoured = false
    isPlain = whole.isPlain
  }
}

/// The look of a run of words, for terminals that have one.
public enum Ink: Sendable {
  case ordinary, strong, faint, good, partial, open

  /// Select graphic rendition (ECMA-48 8.3.117).
  var code: String? {
    switch self {
    case .ordinary: nil
    case .strong: "1"
    case .faint: "2"
    case .good: "1;32"
    case .partial: "1;33"
    case .open: "1;35"
    }
  }
}

/// Words of one look.
public struct Run: Sendable {
  let text: [UInt8]
  let ink: Ink

  /// Makes a run of Premark's own words or anybody else's: the page makes both safe to show.
  public init(_ text: String, _ ink: Ink = .ordinary) {
    self.text = Array(text.utf8)
    self.ink = ink
  }

  init(_ text: [UInt8], _ ink: Ink = .ordinary) {
    self.text = text
    self.ink = ink
  }
}

/// A page of text for a terminal: paragraphs broken at words, hanging entries, no line wider than the style says.
///
/// Everything that reaches a terminal goes through here, so nothing a learner wrote can steer it (``VisibleText``).
public struct TerminalPage: Sendable {
  /// UTF-8 so far, every line ended by "\n".
  public private(set) var bytes: [UInt8] = []
  /// How it is drawn.
  public let style: TerminalStyle
  private var endsBlank = true

  /// Starts an empty page.
  public init(style: TerminalStyle) { self.style = style }

  /// An empty line, unless one was just written or the page is empty.
  public mutating func blank() {
    guard !endsBlank else { return }
    bytes.append(0x0A)
    endsBlank = true
  }

  /// A paragraph, its first line `indent` columns from the left, those after it `hanging` more.
  public mutating func paragraph(_ runs: [Run], indent: Int = 0, hanging: Int = 0) {
    flow(words(of: runs), from: TerminalLine(indent: indent), indent: indent + hanging)
  }

  /// A label with text beside it that starts at column `column` and is broken there; the label has a line of its own
  /// where it is too wide.
  public mutating func entry(_ label: [Run], _ runs: [Run], indent: Int = 0, column: Int) {
    var line = TerminalLine(indent: indent)
    for word in words(of: label) { line.append(word) }
    if line.columns + 1 > column {
      paragraph(label, indent: indent, hanging: 2)
      line = TerminalLine(indent: column)
    } else {
      line.pad(to: column)
    }
    flow(words(of: runs), from: line, indent: column)
  }

  /// A line of text as it is, spaces kept, broken nowhere: commands, rows of a table.
  public mutating func verbatim(_ runs: [Run], indent: Int = 0) {
    var line = TerminalLine(indent: indent)
    for run in runs {
      let text = VisibleText(run.text, isPlain: style.isPlain, keepsSpaces: true)
      line.append(TerminalWord(text.glyphs[...], ink: style.isColoured ? run.ink : .ordinary), glued: true)
    }
    end(line)
  }

  /// Two texts side by side, each broken in its half of the line.
  public mutating func sideBySide(_ left: [[Run]], _ right: [[Run]], indent: Int = 0) {
    let width = (style.width - indent - 3) / 2
    let (first, second) = (halves(left, width), halves(right, width))
    for row in 0..<max(first.count, second.count) {
      var line = TerminalLine(indent: indent)
      if row < first.count { line.append(TerminalWord(first[row].glyphs[...], ink: .ordinary), glued: true) }
      line.pad(to: indent + width + 1)
      if row < second.count {
        line.append(TerminalWord(VisibleText([0x7C], isPlain: true).glyphs[...], ink: .ordinary), glued: true)
        line.pad(to: indent + width + 3)
        line.append(TerminalWord(second[row].glyphs[...], ink: .ordinary), glued: true)
      } else {
        line.append(TerminalWord(VisibleText([0x7C], isPlain: true).glyphs[...], ink: .ordinary), glued: true)
      }
      end(line)
    }
  }

  /// Paragraphs broken to a width, a line each.
  private func halves(_ paragraphs: [[Run]], _ width: Int) -> [VisibleText] {
    var page = TerminalPage(style: TerminalStyle(part: width, of: style))
    for paragraph in paragraphs { page.paragraph(paragraph, hanging: 2) }
    return page.bytes.split(separator: 0x0A).map {
      VisibleText(Array($0), isPlain: style.isPlain, keepsSpaces: true)
    }
  }

  /// Columns that `text` takes on this page.
  public func columns(of text: String) -> Int {
    VisibleText(Array(text.utf8), isPlain: style.isPlain).columns
  }
}

extension TerminalPage {
  private mutating func flow(_ words: [TerminalWord], from first: TerminalLine, indent: Int) {
    var line = first
    for word in words {
      for part in word.parts(atMost: style.width - indent) {
        if !line.hasRoom(for: part, within: style.width) {
          end(line)
          line = TerminalLine(indent: indent)
        }
        line.append(part)
      }
    }
    end(line)
  }

  private mutating func end(_ line: TerminalLine) {
    bytes += line.finished()
    endsBlank = false
  }

  /// Breaks runs into words at spaces; a word that changes its look half-way stays one word.
  private func words(of runs: [Run]) -> [TerminalWord] {
    var words: [TerminalWord] = []
    var isOpen = false
    for run in runs {
      let glyphs = VisibleText(run.text, isPlain: style.isPlain, keepsEnds: true).glyphs
      let parts = glyphs.split(omittingEmptySubsequences: false) { $0.isSpace }
      for (index, part) in parts.enumerated() {
        if index > 0 { isOpen = false }
        guard !part.isEmpty else { continue }
        let word = TerminalWord(part, ink: style.isColoured ? run.ink : .ordinary)
        if isOpen, let last = words.indices.last { words[last].join(word) } else { words.append(word) }
        isOpen = true
      }
    }
    return words
  }
}
