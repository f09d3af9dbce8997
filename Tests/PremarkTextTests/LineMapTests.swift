import PremarkText
import Testing

struct LineMapTests {
  @Test(arguments: [
    ("start", "ab\ncd", 0, 1, 1, 1),
    ("line end belongs to its line", "ab\ncd", 2, 1, 3, 3),
    ("after the line end", "ab\ncd", 3, 2, 1, 1),
    ("end of the text", "ab\ncd", 5, 2, 3, 3),
    ("past the end", "ab\ncd", 99, 2, 3, 3),
    ("before the start", "ab", -4, 1, 1, 1),
    ("characters and bytes", "é–x", 5, 1, 3, 6),
    ("CR LF is one line end", "a\r\nb", 3, 2, 1, 1),
    ("CR alone is one", "a\rb", 2, 2, 1, 1),
    ("empty text", "", 0, 1, 1, 1),
  ])
  func places(_ why: String, _ text: String, _ offset: Int, _ line: Int, _ column: Int, _ byteColumn: Int) {
    let location = LineMap(Array(text.utf8)).location(of: offset)
    #expect(location.line == line, "\(why)")
    #expect(location.column == column, "\(why)")
    #expect(location.byteColumn == byteColumn, "\(why)")
  }

  @Test func givesLinesWithoutTheirEnds() {
    let text = Array("one\r\n\ntwo\rthree".utf8)
    let map = LineMap(text)
    let lines = (1...map.lineCount).map { line in
      map.span(ofLine: line).map { String(decoding: text[$0.range], as: UTF8.self) }
    }
    #expect(lines == ["one", "", "two", "three"])
    #expect(map.span(ofLine: 0) == nil)
    #expect(map.span(ofLine: 5) == nil)
  }
}
