/// Where each line of a text starts, to turn offsets into the line and column that a diagnostic prints.
///
/// Lines end at LF, CR LF or a lone CR. Lines and columns count from 1.
public struct LineMap: Sendable {
  /// A place as people name it.
  public struct Location: Hashable, Sendable {
    /// Line, from 1.
    public let line: Int
    /// Column in characters (Unicode scalars), from 1.
    public let column: Int
    /// Column in UTF-8 bytes, from 1.
    public let byteColumn: Int
  }

  private let text: [UInt8]
  private let starts: [Int]

  /// Reads the line ends of a text. Linear; keeps the text, without copying it.
  public init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    for offset in text.indices {
      let isLoneReturn = text[offset] == 0x0D && (offset + 1 == text.count || text[offset + 1] != 0x0A)
      if text[offset] == 0x0A || isLoneReturn { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// Number of lines: one more than line ends, so that an empty text has one line.
  public var lineCount: Int { starts.count }

  /// The place of a byte. Offsets before or past the text are taken to its ends.
  ///
  /// - Complexity: O(log *lines* + length of the line).
  public func location(of offset: Int) -> Location {
    let offset = min(max(offset, 0), text.count)
    let line = lineIndex(of: offset)
    let characters = UTF8Bytes.characterCount(of: text, in: starts[line]..<offset)
    return Location(line: line + 1, column: characters + 1, byteColumn: offset - starts[line] + 1)
  }

  /// The bytes of a line, without its line end; nil where there is no such line.
  ///
  /// - Parameter line: from 1.
  public func span(ofLine line: Int) -> Span? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : text.count
    if line < starts.count {
      end -= 1
      if end > start, text[end] == 0x0A, text[end - 1] == 0x0D { end -= 1 }
    }
    return Span(start, end)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
