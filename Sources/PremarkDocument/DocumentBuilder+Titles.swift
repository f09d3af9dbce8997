extension DocumentBuilder {
  /// Makes headings of lines that only look like titles, in a document that marks none: plain text, and files whose
  /// writer never used a heading style or bold. In a PDF always.
  ///
  /// A title stands above other text. Lines in a row that all look like titles are a title page or a form: of three
  /// or more only those count that can be nothing else (capitals, a number, "Part A"), and the last. A line that
  /// comes again word for word is a prompt of a form. A numbered item that stands alone above text is a title, too,
  /// where another one does.
  mutating func markTitlesByLook() {
    // Of a PDF only the size of letters is known: titles in bold show by nothing else.
    guard
      format == .pdf
        || !blocks.contains(where: { $0.kind == .heading && $0.cell == nil && $0.visibility == .visible })
    else {
      return
    }
    let numbered = loneNumberedItems().union(capitalItems())
    let repeated = repeatedLines()
    var run: [Int] = []
    var isFirst = true
    for index in blocks.indices where blocks[index].visibility == .visible {
      let block = blocks[index]
      if block.kind == .note || block.kind == .comment { continue }
      if numbered.contains(index) || isUnderlined(index)
        || isTitle(block, isFirst: isFirst && run.isEmpty) && !repeated.contains(block.text)
      {
        run.append(index)
        continue
      }
      for (n, line) in run.enumerated() {
        let counts = run.count <= 2 || n == run.count - 1 || n == 0 && isFirst
        guard
          counts || numbered.contains(line) || isUnderlined(line) || TitleLook.isStrong(blocks[line].text)
        else { continue }
        blocks[line].becomeHeading(level: isFirst && n == 0 ? 1 : 2)
      }
      isFirst = false
      run = []
    }
  }

  /// A line of plain text that a drawn line stands under.
  private func isUnderlined(_ index: Int) -> Bool {
    format == .text && standOut[index] && blocks[index].mayBeHeading(standsOut: true)
  }

  private func isTitle(_ block: Block, isFirst: Bool) -> Bool {
    block.kind == .paragraph && block.cell == nil && !block.isQuote && !block.isPlaceholder
      && TitleLook.isTitle(block.text, isFirst: isFirst)
  }

  /// Items "1.", "2." … of the outermost lists, short or a question, with other text between one number and the next;
  /// none where there is but one.
  ///
  /// A longer one that continues their numbers is one of them: "5. Explain techniques for …." after "4. What is …?".
  private func loneNumberedItems() -> Set<Int> {
    var found: Set<Int> = []
    var tasks: [Int] = []
    var hasTextBetween = true
    for index in blocks.indices where index + 1 < blocks.count {
      let block = blocks[index]
      guard block.typedNumber != nil, block.level == 1 else {
        // An inner list belongs to its item.
        if block.kind != .listItem || block.level == 1 { hasTextBetween = true }
        continue
      }
      let next = blocks[index + 1]
      let opensList = next.typedNumber == 1 && block.typedNumber != 1
      let opensText = opensList || next.typedNumber == nil && (next.kind != .listItem || next.level == 1)
      let isTitle = TitleLook.isShort(block.text) || TitleLook.isQuestion(block.text)
      if hasTextBetween, opensText, !block.isQuote {
        if isTitle { found.insert(index) } else if TitleLook.isTask(block.text) { tasks.append(index) }
      }
      hasTextBetween = false
    }
    guard found.count >= 2 else { return [] }
    let numbers = Set(found.compactMap { blocks[$0].typedNumber })
    for index in tasks {
      guard let number = blocks[index].typedNumber, !numbers.contains(number) else { continue }
      if numbers.contains(number - 1) || numbers.contains(number + 1) { found.insert(index) }
    }
    return found
  }

  /// Items "A. WHERE I STAND" or "2. MY OBJECTIVES": capitals throughout, alone above other text.
  private func capitalItems() -> Set<Int> {
    let items = blocks.indices.filter { index in
      let block = blocks[index]
      return block.kind == .listItem && block.level == 1 && block.isNumberedItem && block.cell == nil
        && !block.isQuote
        && TitleLook.isShort(block.text) && TitleLook.isCapitals(block.text)
    }
    let all = Set(items)
    return Set(items.filter { $0 + 1 < blocks.count && !all.contains($0 + 1) && !all.contains($0 - 1) })
  }

  private func repeatedLines() -> Set<[UInt8]> {
    var seen: Set<[UInt8]> = []
    var repeated: Set<[UInt8]> = []
    for block in blocks
    where block.kind == .paragraph && block.cell == nil && block.text.count <= TitleLook.mostBytes {
      if !seen.insert(block.text).inserted { repeated.insert(block.text) }
    }
    return repeated
  }
}

extension Block {
  /// The number of an item's marker ("3.", "3)"), or nil.
  fileprivate var typedNumber: Int? {
    guard kind == .listItem, cell == nil, let marker else { return nil }
    var number = 0
    var count = 0
    for byte in marker.utf8 {
      guard byte >= 0x30, byte <= 0x39, count < 4 else { break }
      number = number * 10 + Int(byte - 0x30)
      count += 1
    }
    return count > 0 ? number : nil
  }
}
