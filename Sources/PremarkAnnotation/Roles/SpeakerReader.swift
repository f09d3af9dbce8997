import PremarkDocument
import PremarkText

/// Decides who writes each block: the learner, or somebody else whose words are pasted in.
///
/// Somebody else: a mail from "From:" to the next one, quoted lines that are attributed, what stands after "Comment
/// from …:" or "Kev:", under a heading "Manager's comments" and in a column of that name.
struct SpeakerReader {
  let labels: LabelReader
  let shapes: [BlockShape]
  let blocks: [BlockReading]
  let mentions: Mentions

  private var document: Document { labels.document }
  private var tokens: [Token] { labels.layout.tokens }

  /// The writer of each block: own or other.
  func speakers() -> [Voice] {
    var speakers: [Voice] = []
    speakers.reserveCapacity(blocks.count)
    let columns = commentColumns()
    let title = document.titleSection
    let sections = document.sections.enumerated().map { index, section in
      section.heading.map { isOthersHeading(shapes[$0].tokens, isTitle: index == title) } ?? false
    }
    var mail: (speaker: Voice, isQuote: Bool, section: Int)?
    for index in document.blocks.indices {
      let block = document.blocks[index]
      if let sender = sender(index) {
        mail = (sender, block.isQuote, block.section)
      } else if let current = mail, !goesOn(block, current.isQuote, current.section) {
        mail = nil
      }
      speakers.append(
        mail?.speaker
          ?? speaker(index, columns, isUnderOther: sections[block.section], previous: speakers.last))
    }
    return speakers
  }

  private func goesOn(_ block: Block, _ isQuote: Bool, _ section: Int) -> Bool {
    block.kind != .heading && block.section == section && block.cell == nil && block.isQuote == isQuote
  }

  private func speaker(
    _ index: Int, _ columns: [[Bool]], isUnderOther: Bool, previous: Voice?
  ) -> Voice {
    let block = document.blocks[index]
    if let cell = block.cell, cell.column < columns[cell.table].count, columns[cell.table][cell.column],
      !blocks[index].isPrompt
    {
      return .other
    }
    if let label = attribution(index) { return label }
    if block.isQuote { return quote(index, previous) }
    return isUnderOther && block.cell == nil && !shapes[index].isBlankField ? .other : .own
  }

  // MARK: mail

  /// Who a "From:" line at the start of a block names; nil where there is none.
  private func sender(_ index: Int) -> Voice? {
    let range = shapes[index].tokens
    guard range.count > 2, function(range.lowerBound) == .from, function(range.lowerBound + 1) == .colon
    else {
      return nil
    }
    let text = document.blocks[index].text
    var at = range.lowerBound + 2
    while at < range.upperBound, at < range.lowerBound + 10 {
      let gap = tokens[at - 1].span.end..<tokens[at].span.start
      if at > range.lowerBound + 2, text[gap].contains(0x0A) || function(at) == .to { break }
      if listed(at).has([.firstObject, .firstPerson]) || mentions[at].contains(.learner) { return .own }
      at += 1
    }
    return .other
  }

  private func quote(_ index: Int, _ previous: Voice?) -> Voice {
    let block = document.blocks[index]
    if index > 0, document.blocks[index - 1].isQuote, document.blocks[index - 1].section == block.section {
      return previous ?? .own
    }
    guard index > 0 else { return .own }
    let introduction = shapes[index - 1].tokens
    let range = shapes[index].tokens
    let signature = max(range.lowerBound, range.upperBound - 6)..<range.upperBound
    if signature.contains(where: { isDash($0) && namesOther($0 + 1..<range.upperBound) }) { return .other }
    return namesOther(introduction) || isOthersHeading(introduction) ? .other : .own
  }

  private func isDash(_ index: Int) -> Bool { function(index) == .enDash || function(index) == .emDash }

  // MARK: labels, headings and columns

  /// "Comment from Wendy, 4 August: …", "Kev: …" at the start of a block.
  private func attribution(_ index: Int) -> Voice? {
    let range = shapes[index].tokens
    var colon = range.lowerBound
    while colon < range.upperBound, colon < range.lowerBound + 16, function(colon) != .colon {
      if function(colon) == .stop || function(colon) == .question { return nil }
      colon += 1
    }
    guard colon < range.upperBound - 1, function(colon) == .colon, colon > range.lowerBound else {
      return nil
    }
    let label = range.lowerBound..<colon
    if label.count == 1, listed(label.lowerBound).has(.firstObject) { return .own }
    guard namesOther(label), tokens[colon + 1].followsSpace || function(colon + 1) == .quote else {
      return nil
    }
    let isBare =
      label.allSatisfy { mentions[$0].contains(.person) || isBracketed($0, label) } && label.count <= 5
    if isBare { return .other }
    if label.contains(where: { isComment($0) }) { return speaks(colon + 1..<range.upperBound) ? .other : nil }
    return nil
  }

  private func isBracketed(_ index: Int, _ label: Range<Int>) -> Bool {
    var at = index
    while at > label.lowerBound {
      if function(at) == .open { return true }
      at -= 1
    }
    return false
  }

  /// True where the words are the other person's own, not a report of them: no "me" beside "he" or "she".
  private func speaks(_ range: Range<Int>) -> Bool {
    var hasThird = false
    var hasMe = false
    for index in range.prefix(60) {
      if listed(index).has(.thirdPerson) { hasThird = true }
      if listed(index).has([.firstObject, .firstPossessive]) { hasMe = true }
    }
    return !(hasThird && hasMe)
  }

  private func isComment(_ index: Int) -> Bool {
    switch function(index) {
    case .comment, .comments, .feedback, .statement, .testimony, .message, .email, .note, .notes: true
    default: false
    }
  }

  private func isNotes(_ index: Int) -> Bool { function(index) == .notes || function(index) == .note }

  /// A heading or column that promises another's words: "Manager's comments", "Email from Kev".
  ///
  /// - Parameter isTitle: true for a document's title, where "Gareth's notes" are the learner's.
  private func isOthersHeading(_ range: Range<Int>, isTitle: Bool = false) -> Bool {
    guard range.count <= 14, range.contains(where: { isComment($0) && !(isTitle && isNotes($0)) }) else {
      return false
    }
    return namesOther(range)
      && !range.contains { listed($0).has([.firstPerson, .firstPlural, .firstObject]) }
  }

  /// A person other than the learner, by name or role.
  private func namesOther(_ range: Range<Int>) -> Bool {
    range.contains { index in
      if mentions[index].contains(.learner) { return false }
      if !mentions[index].isDisjoint(with: [.person, .role]) { return true }
      return listed(index).has(.somebody) || isSomebodys(index)
    }
  }

  /// "manager's", "leader's": a person's word in the possessive.
  private func isSomebodys(_ index: Int) -> Bool {
    switch function(index) {
    case .managers, .leaders, .supervisors, .trainers, .assessors, .employers, .coachs, .reviewers: true
    default: false
    }
  }

  /// For each table and column: whether the header promises another's words.
  private func commentColumns() -> [[Bool]] {
    document.tables.indices.map { index in
      let table = document.tables[index]
      let rows = tableHeaderRows(index)
      var columns = [Bool](repeating: false, count: table.columns)
      for cell in table.cells where cell.row < rows && cell.column < table.columns {
        columns[cell.column] =
          columns[cell.column] || cell.blocks.contains { isOthersHeading(shapes[$0].tokens) }
      }
      return columns
    }
  }

  private func tableHeaderRows(_ index: Int) -> Int {
    var rows = 0
    for cell in document.tables[index].cells {
      if cell.row > rows { break }
      if cell.row == rows, cell.blocks.contains(where: { blocks[$0].isPrompt }) { rows += 1 }
    }
    return min(rows, 2)
  }

  private func function(_ index: Int) -> FunctionWord { labels.grammar.functionWord(tokens[index].word) }

  private func listed(_ index: Int) -> WordClass { labels.grammar.listedClass(tokens[index].word) }
}
