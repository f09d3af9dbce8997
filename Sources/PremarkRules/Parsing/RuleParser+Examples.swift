import PremarkText

extension RuleParser {
  static let exampleProperties = [
    PropertyRule("accept", repeats: true), PropertyRule("reject", repeats: true),
  ]

  /// What follows `accept` or `reject`: a text in quotes, `absent`, or a block.
  mutating func example(_ keyword: String, of property: FileLayout.Property) throws(ParseFailure) -> Example {
    let isAccepted = keyword == "accept"
    let location = RuleLocation(file: cursor.file, span: property.span)
    if cursor.take("absent") {
      try cursor.expectEnd()
      return Example(isAccepted: isAccepted, text: [], marks: [], isBlock: false, location: location)
    }
    if cursor.current.kind == .string {
      var written: [UInt8] = []
      while cursor.current.kind == .string {
        if !written.isEmpty { written.append(.space) }
        cursor.appendText(to: &written)
        cursor.advance()
      }
      try cursor.expectEnd()
      return try marked(written, isAccepted, isBlock: false, at: location)
    }
    _ = cursor.take("block")
    guard cursor.isAtEnd else {
      throw cursor.expected("a text in quotes, 'absent', or nothing and an indented block under it")
    }
    guard let block = property.block else { throw ParseFailure(.emptyExample(keyword, at: location)) }
    return try marked(unindented(block), isAccepted, isBlock: true, at: location)
  }

  /// Takes the marks out.
  private func marked(
    _ written: [UInt8], _ isAccepted: Bool, isBlock: Bool, at location: RuleLocation
  ) throws(ParseFailure) -> Example {
    var text: [UInt8] = []
    text.reserveCapacity(written.count)
    var marks: [Span] = []
    var open: Int?
    var at = 0
    while at < written.count {
      let isPair = at + 1 < written.count && written[at] == written[at + 1]
      if isPair, written[at] == 0x5B {
        if open != nil { throw ParseFailure(.malformedMarks("'[[' inside '[['", at: location)) }
        open = text.count
        at += 2
      } else if isPair, written[at] == 0x5D {
        guard let start = open else { throw ParseFailure(.malformedMarks("']]' without '[['", at: location)) }
        if start == text.count {
          throw ParseFailure(.malformedMarks("nothing between '[[' and ']]'", at: location))
        }
        marks.append(Span(start, text.count))
        open = nil
        at += 2
      } else {
        text.append(written[at])
        at += 1
      }
    }
    if open != nil { throw ParseFailure(.malformedMarks("'[[' without ']]'", at: location)) }
    if !isAccepted, !marks.isEmpty {
      throw ParseFailure(.malformedMarks("nothing is expected in a 'reject'", at: location))
    }
    return Example(isAccepted: isAccepted, text: text, marks: marks, isBlock: isBlock, location: location)
  }

  /// The lines of a block without the indentation that all of them share.
  private func unindented(_ block: Span) -> [UInt8] {
    let text = files[cursor.file].text
    var shared = Int.max
    forEachLine(of: block) { start, first, end in
      if first < end { shared = min(shared, first - start) }
    }
    var out: [UInt8] = []
    out.reserveCapacity(block.count)
    forEachLine(of: block) { start, first, end in
      if first < end { out += text[(start + shared)..<end] }
      out.append(.lineFeed)
    }
    return out
  }

  /// Start of each line, its first byte that is no space, its end.
  private func forEachLine(of block: Span, _ body: (Int, Int, Int) -> Void) {
    let text = files[cursor.file].text
    var start = block.start
    while start < block.end {
      var end = start
      while end < block.end, text[end] != .lineFeed { end += 1 }
      var first = start
      while first < end, text[first] == .space || text[first] == .tab { first += 1 }
      body(start, first, end)
      start = end + 1
    }
  }

  /// Reports a rule of the unit without one of each.
  mutating func checkExamples(
    _ examples: [Example], seen: SeenProperties, of rule: String, at location: RuleLocation
  ) {
    let accepts = seen.has("accept")
    let rejects = seen.has("reject")
    if accepts, rejects { return }
    let missing = accepts ? "'reject' example" : rejects ? "'accept' example" : "examples"
    diagnostics.append(.missingExamples(missing, of: rule, at: location))
  }
}
