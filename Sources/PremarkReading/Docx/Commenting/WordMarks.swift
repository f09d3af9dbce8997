import PremarkDocument

/// The marks of comments in a main part: where each begins, ends and is referred to (ECMA-376-1 17.13.4).
///
/// A mark stands between runs. Where words begin or end inside one, the run is cut in two with the same properties:
/// ```
/// <w:r><w:rPr>…</w:rPr><w:t>I want to lead a team</w:t></w:r>
///                                     ^ begins here
/// <w:r><w:rPr>…</w:rPr><w:t xml:space="preserve">I want to </w:t></w:r><w:commentRangeStart w:id="0"/>
/// <w:r><w:rPr>…</w:rPr><w:t xml:space="preserve">lead a team</w:t></w:r>…
/// ```
/// Nothing is taken away: the part with the insertions taken out is the part as it was.
struct WordMarks {
  /// Where a run or text has to be cut for a mark.
  private enum Cut: Int { case none, betweenContents, insideText }

  private struct Mark {
    let at: Int
    let isStart: Bool
    let cut: Cut
    let run: Int
    let comment: Int
  }

  private let bytes: [UInt8]
  private let runs: WordRuns
  private let isStrict: Bool
  private var marks: [Mark] = []

  /// Marks for a part whose runs are known.
  init(_ bytes: [UInt8], runs: WordRuns) {
    self.bytes = bytes
    self.runs = runs
    isStrict = WordNamespace.isStrict(bytes)
  }

  /// Marks the words at `range` of the part for a comment.
  ///
  /// - Returns: false where there is no run to mark.
  mutating func add(_ range: Range<Int>, comment: Int) -> Bool {
    guard let first = runs.index(at: range.lowerBound), let last = runs.index(at: range.upperBound) else {
      return false
    }
    let start = mark(range.lowerBound, in: first, comment, isStart: true)
    let end = mark(range.upperBound, in: max(first, last), comment, isStart: false)
    if start.at < end.at {
      marks += [start, end]
    } else {
      let run = runs.runs[first].range
      marks.append(Mark(at: run.lowerBound, isStart: true, cut: .none, run: first, comment: comment))
      marks.append(Mark(at: run.upperBound, isStart: false, cut: .none, run: first, comment: comment))
    }
    return true
  }

  private func mark(_ place: Int, in index: Int, _ comment: Int, isStart: Bool) -> Mark {
    let run = runs.runs[index]
    let edge = isStart ? run.range.lowerBound : run.range.upperBound
    let whole = Mark(at: edge, isStart: isStart, cut: .none, run: index, comment: comment)
    guard let text = run.texts.first(where: { $0.text.lowerBound <= place && place <= $0.text.upperBound })
    else { return whole }
    if isStart ? place <= text.text.lowerBound : place >= text.text.upperBound {
      let at = isStart ? text.element.lowerBound : text.element.upperBound
      let isOutermost = isStart ? at <= run.content.lowerBound : at >= run.content.upperBound
      return isOutermost
        ? whole : Mark(at: at, isStart: isStart, cut: .betweenContents, run: index, comment: comment)
    }
    var at = place
    while at > text.text.lowerBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    // Words that begin where a text ends, or end where one begins, touch nothing of it.
    guard at > text.text.lowerBound, at < text.text.upperBound else { return whole }
    return Mark(at: at, isStart: isStart, cut: .insideText, run: index, comment: comment)
  }

  /// The part with all marks in it.
  func applied() -> [UInt8] {
    var edit = PartEdit()
    let order = marks.indices.sorted { a, b in
      let (x, y) = (marks[a], marks[b])
      // What ends at a place ends before anything begins there.
      return (x.at, x.isStart ? 1 : 0, x.comment) < (y.at, y.isStart ? 1 : 0, y.comment)
    }
    var spaced = -1
    var next = 0
    while next < order.count {
      let first = marks[order[next]]
      var group: [Mark] = []
      while next < order.count, marks[order[next]].at == first.at {
        group.append(marks[order[next]])
        next += 1
      }
      let run = runs.runs[first.run]
      if first.cut == .insideText, let text = run.texts.first(where: { $0.text.contains(first.at) }),
        !text.keepsSpace, text.element.lowerBound != spaced
      {
        spaced = text.element.lowerBound
        edit.insert(" xml:space=\"preserve\"", at: text.text.lowerBound - 1)
      }
      edit.insert(markup(group, run), at: first.at)
    }
    return edit.applied(to: bytes)
  }

  /// What is inserted at one place for marks that share it.
  private func markup(_ group: [Mark], _ run: WordRun) -> [UInt8] {
    guard let first = group.first else { return [] }
    let name = WordNamespace.Prefix(of: run.tag, in: bytes)
    var text: [UInt8] = []
    if first.cut == .insideText { text += Array("</\(name.element)t>".utf8) }
    if first.cut != .none { text += Array("</\(name.element)r>".utf8) }
    for mark in group {
      let id = "\(name.attribute)id=\"\(mark.comment)\""
      let declared = name.isDeclared ? "" : " xmlns:w=\"\(WordNamespace.uri(isStrict: isStrict))\""
      let prefix = name.isDeclared ? name.element : "w:"
      if mark.isStart {
        text += Array("<\(prefix)commentRangeStart\(declared) \(id)/>".utf8)
      } else {
        text += Array("<\(prefix)commentRangeEnd\(declared) \(id)/>".utf8)
        text += Array("<\(prefix)r\(declared)><\(prefix)commentReference \(id)/></\(prefix)r>".utf8)
      }
    }
    if first.cut != .none { text += bytes[run.tag] + bytes[run.properties] }
    if first.cut == .insideText { text += Array("<\(name.element)t xml:space=\"preserve\">".utf8) }
    return text
  }
}

/// How a part writes names of WordprocessingML.
enum WordNamespace {
  /// The prefix of a run's tag: "w:" nearly always.
  struct Prefix {
    /// Before names of elements; empty where the namespace is the default one.
    let element: String
    /// Before names of attributes.
    let attribute: String
    /// False where attributes need a prefix that the part does not have.
    let isDeclared: Bool

    /// Reads it from a start tag.
    init(of tag: Range<Int>, in bytes: [UInt8]) {
      let name = bytes[(tag.lowerBound + 1)..<tag.upperBound].prefix { $0.isXmlName }
      let colon = name.firstIndex(of: XmlByte.colon)
      element = colon.map { String(decoding: name[...$0], as: UTF8.self) } ?? ""
      isDeclared = colon != nil
      attribute = colon == nil ? "w:" : element
    }
  }

  /// True for a part of the strict edition (ISO/IEC 29500-1).
  static func isStrict(_ bytes: [UInt8]) -> Bool {
    Array(bytes.prefix(8_000)).holds("http://purl.oclc.org/ooxml/wordprocessingml/main")
  }

  /// The namespace of word processing documents.
  static func uri(isStrict: Bool) -> String { DocxSpace.uris[DocxSpace.word][isStrict ? 1 : 0] }
}
