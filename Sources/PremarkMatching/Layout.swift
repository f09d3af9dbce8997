import PremarkAnnotation
import PremarkDocument
import PremarkText

/// Where blocks, rows and sections begin and end, in tokens.
struct Layout {
  let text: AnnotatedText
  /// For each block the tokens of its table row; its own outside tables.
  let rowOf: [Range<Int>]
  /// For each section its tokens, sections below it included; of one that holds all of the document, as under a title,
  /// only what stands above the first section below it.
  let sections: [Range<Int>]
  /// The sections that hold tokens, each behind those below it.
  let innermostFirst: [Int]

  init(_ text: AnnotatedText) {
    self.text = text
    rowOf = Self.rows(text)
    sections = Self.sections(text)
    innermostFirst = sections.indices.filter { [sections] in !sections[$0].isEmpty }.sorted { [sections] in
      (sections[$0].upperBound, sections[$1].lowerBound, $1)
        < (sections[$1].upperBound, sections[$0].lowerBound, $0)
    }
  }

  /// Tokens of the clause, sentence, block, row or section around a token.
  func stretch(_ scope: Scope, around token: Int, _ index: TextIndex) -> Range<Int> {
    let block = Int(index.blockOf[token])
    guard block >= 0 else { return token..<token + 1 }
    switch scope {
    case .clause:
      let clause = Int(index.clauseOf[token])
      return clause >= 0 ? text.clauses[clause].tokens : token..<token + 1
    case .sentence:
      let sentence = Int(index.sentenceOf[token])
      return sentence >= 0 ? text.sentences[sentence].tokens : text.blocks[block].tokens
    case .block: return text.blocks[block].tokens
    case .row: return rowOf[block]
    case .section: return sections[text.document.blocks[block].section]
    case .document: return 0..<text.tokens.count
    }
  }

  enum Scope { case clause, sentence, block, row, section, document }

  /// Headings above a block, innermost first.
  func headings(above block: Int) -> [Int] {
    var result: [Int] = []
    var section: Int? = text.document.blocks[block].section
    while let at = section, result.count < 16 {
      if let heading = text.document.sections[at].heading, heading != block { result.append(heading) }
      section = text.document.sections[at].parent
    }
    return result
  }

  private static func rows(_ text: AnnotatedText) -> [Range<Int>] {
    var result = text.blocks.map { $0.tokens }
    let blocks = text.document.blocks
    var start = 0
    while start < blocks.count {
      guard let cell = blocks[start].cell else {
        start += 1
        continue
      }
      var end = start + 1
      while end < blocks.count, let next = blocks[end].cell, next.table == cell.table, next.row == cell.row {
        end += 1
      }
      let tokens = result[start].lowerBound..<text.blocks[end - 1].tokens.upperBound
      for block in start..<end { result[block] = tokens }
      start = end
    }
    return result
  }

  private static func sections(_ text: AnnotatedText) -> [Range<Int>] {
    let document = text.document
    var first = [Int](repeating: Int.max, count: document.sections.count)
    var last = [Int](repeating: 0, count: document.sections.count)
    for (index, block) in document.blocks.enumerated() where block.section < document.sections.count {
      let tokens = text.blocks[index].tokens
      var section: Int? = block.section
      while let at = section {
        first[at] = min(first[at], tokens.lowerBound)
        last[at] = max(last[at], tokens.upperBound)
        section = document.sections[at].parent
      }
    }
    for (number, section) in document.sections.enumerated() where first[number] <= last[number] {
      guard let parent = section.parent else { continue }
      if first[parent] == 0, last[parent] == text.tokens.count { last[parent] = first[number] }
    }
    return zip(first, last).map { $0 > $1 ? 0..<0 : $0..<$1 }
  }
}
