import PremarkDocument

extension HtmlWalk {
  /// Takes text with its references, runs of white space as one space.
  mutating func takeText(_ range: Range<Int>) {
    guard skipped == 0 else { return }
    let state = self.state
    if state.keepsSpace { return takeLines(decoded(range), state) }
    var run: [UInt8] = []
    run.reserveCapacity(range.count)
    let bytes = tokeniser.bytes
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i].isWhite {
        owesSpace = true
        i += 1
        continue
      }
      settleDebts(&run, state)
      if bytes[i] == UInt8(ascii: "&"),
        let found = CharacterReference.read(
          bytes, at: i, before: range.upperBound, allowsMissingSemicolon: true)
      {
        run.appendScalar(found.value)
        i = found.end
      } else {
        run.append(bytes[i])
        i += 1
      }
    }
    put(run, state)
  }

  /// Pays what is owed before a character: a line break, or one space.
  private mutating func settleDebts(_ run: inout [UInt8], _ state: State) {
    if owesBreak {
      put(run, state)
      run.removeAll(keepingCapacity: true)
      if !text.isBlank { text.append(0x0A, to: state.layer) }
    } else if owesSpace {
      run.append(0x20)
    }
    owesBreak = false
    owesSpace = false
  }

  private mutating func put(_ run: [UInt8], _ state: State) {
    guard !run.isEmpty else { return }
    if marker != nil {
      marker?.append(contentsOf: cleaning.cleaned(run))
      return
    }
    text.append(run, to: state.layer, isBold: state.isBold, isItalic: state.isItalic, cleaning: &cleaning)
  }

  /// Takes text that keeps its lines.
  private mutating func takeLines(_ bytes: [UInt8], _ state: State) {
    var isFirst = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !isFirst { text.append(0x0A, to: state.layer) }
      isFirst = false
      put(Array(line), state)
    }
    owesSpace = false
    owesBreak = false
  }

  private func decoded(_ range: Range<Int>) -> [UInt8] {
    let bytes = tokeniser.bytes
    var out: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == UInt8(ascii: "&"),
        let found = CharacterReference.read(
          bytes, at: i, before: range.upperBound, allowsMissingSemicolon: true)
      {
        out.appendScalar(found.value)
        i = found.end
      } else {
        if bytes[i] != 0x0D { out.append(bytes[i]) }
        i += 1
      }
    }
    return out
  }

  /// Takes the content of a raw element: a style sheet, or what was typed into a form.
  mutating func takeRaw(_ element: HtmlElement, _ range: Range<Int>) {
    switch element {
    case .style: if skipped <= 1 { sheet.add(tokeniser.bytes[range]) }
    case .textarea, .xmp: if skipped == 0 { takeLines(decoded(range), state) }
    default: break
    }
  }

  /// One break is a line break; two in a row end the paragraph.
  mutating func takeBreak() {
    guard skipped == 0 else { return }
    if state.keepsSpace { return text.append(0x0A, to: state.layer) }
    if owesBreak { flush() }
    owesBreak = true
    owesSpace = false
  }

  /// Word sets list markers in the text, between two declarations that browsers ignore.
  mutating func takeMarker(_ opens: Bool) {
    if opens {
      marker = []
    } else if let shown = marker {
      marker = nil
      owesSpace = false
      guard text.isBlank, let first = shown.first(where: { $0 > 0x20 }) else { return }
      let trimmed = shown.filter { $0 > 0x20 }
      // Symbol's bullets arrive as "·", "o" or "§".
      let isNumber = first.isLetterOrDigit && trimmed.count > 1 || first == UInt8(ascii: "(")
      item = isNumber ? String(decoding: trimmed, as: UTF8.self) : "•"
    }
  }

  /// The level in `mso-list:l0 level2 lfo1` of the paragraph whose start tag was read last; 0 where it has none.
  func wordListLevel() -> Int {
    guard let style = tokeniser.value("style"),
      let list = tokeniser.bytes.index(of: "mso-list:", from: style.lowerBound, before: style.upperBound),
      let level = tokeniser.bytes.index(of: "level", from: list, before: style.upperBound),
      level + 5 < style.upperBound, tokeniser.bytes[level + 5].isDigit
    else { return 0 }
    return Int(tokeniser.bytes[level + 5] - 0x30)
  }

  // MARK: - Forms and pictures

  mutating func takeInput() {
    guard skipped == 0 else { return }
    let type = tokeniser.lowered("type")
    if type.elementsEqual("checkbox".utf8) || type.elementsEqual("radio".utf8) {
      var run: [UInt8] = []
      let state = self.state
      settleDebts(&run, state)
      run.appendScalar(tokeniser.has("checked") ? 0x2612 : 0x2610)
      put(run, state)
      owesSpace = true
    } else if type.isEmpty || type.elementsEqual("text".utf8) || type.elementsEqual("date".utf8)
      || type.elementsEqual("number".utf8)
    {
      guard let value = tokeniser.value("value"), !value.isEmpty else { return }
      owesSpace = true
      takeText(value)
      owesSpace = true
    }
  }

  /// Counts a picture; its description stands for it, as in Markdown, unless a caption does.
  mutating func takePicture() {
    guard skipped == 0, state.layer == .visible else { return }
    // An inch is 96 CSS pixels: what is smaller is an icon, whose description counts only where it is an emoji.
    let isIcon = (tokeniser.number("width") ?? 96) < 96 || (tokeniser.number("height") ?? 48) < 48
    if !isIcon { pictures += 1 }
    guard let words = tokeniser.value("alt"), counts[Int(HtmlElement.figure.rawValue)] == 0,
      !isIcon || tokeniser.bytes[words].allSatisfy({ $0 >= 0x80 })
    else { return }
    owesSpace = true
    takeText(words)
    owesSpace = true
  }

  // MARK: - Blocks

  /// Ends the block whose text has been read, if there is any.
  mutating func flush() {
    owesSpace = false
    owesBreak = false
    guard !text.isBlank else { return text.removeAll() }
    var shape = Block(kind: .paragraph, text: [])
    shape.isQuote = counts[Int(HtmlElement.blockquote.rawValue)] > 0
    if noteDepth > 0 {
      shape.kind = .note
    } else if let level = openHeading {
      shape.kind = .heading
      shape.level = level
      item = nil
    } else if let marker = item {
      shape.kind = .listItem
      shape.level = max(1, lists.isEmpty ? wordLevel : lists.count)
      shape.marker = marker
    }
    if text.emit(as: shape, to: &builder) != nil {
      item = nil
      wordLevel = 0
    }
  }

  private var openHeading: Int? {
    for frame in frames.reversed() {
      if let level = frame.element.headingLevel { return level }
      if frame.element.isBlock { return nil }
    }
    return nil
  }
}
