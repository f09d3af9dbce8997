import PremarkDocument
import PremarkText

extension EntityFinder {
  /// A reader for each block, each knowing what its column, row and heading promise.
  func blockReaders(
    _ document: Document, _ tokens: [Token], _ blockTokens: [Range<Int>], submitted: CalendarDate?
  ) -> [BlockReader] {
    var readers: [BlockReader] = []
    readers.reserveCapacity(document.blocks.count)
    var words = [Promise](repeating: [], count: document.blocks.count)
    var years: UInt64 = 0
    if let year = submitted?.year, (2000..<2064).contains(year) { years = 1 << UInt64(year - 2000) }
    for (index, block) in document.blocks.enumerated() {
      let scanner = LexemeScanner(vocabulary, text: block.text, tokens: tokens, range: blockTokens[index])
      for lexeme in scanner.lexemes {
        if lexeme.meaning.traits.contains(.timeMeasure) { words[index].insert(.timeMeasure) }
        if lexeme.meaning.traits.contains(.dated) { words[index].insert(.dated) }
        if lexeme.isInteger, lexeme.digits == 4, lexeme.number >= 2000, lexeme.number < 2064 {
          years |= 1 << UInt64(lexeme.number - 2000)
        }
      }
      if block.cell?.row == 0, namesPeople(scanner.lexemes) { words[index].insert(.people) }
      readers.append(BlockReader(block: index, text: block.text, lexemes: scanner.lexemes))
    }
    let promises = tablePromises(document, words)
    let linesOpenWithDays = linesOpenWithDays(readers, document)
    for (index, block) in document.blocks.enumerated() {
      var promise = words[index].subtracting([.dated, .people])
      if let cell = block.cell {
        promise.formUnion(promises[cell.table].columns[cell.column])
        promise.formUnion(promises[cell.table].rows[cell.row])
      } else if let heading = document.sections[block.section].heading {
        promise.formUnion(words[heading].intersection(.timeMeasure))
      }
      readers[index].context = BlockContext(
        timeMeasure: promise.contains(.timeMeasure), dated: promise.contains(.dated),
        namesPeople: promise.contains(.people) && block.cell?.row != 0,
        isHeading: block.kind == .heading, linesOpenWithDays: linesOpenWithDays && opensARow(block),
        years: years)
    }
    return readers
  }

  /// False for a cell behind others: figures there are the row's, not its day.
  private func opensARow(_ block: Block) -> Bool { block.cell.map { $0.column == 0 } ?? true }

  /// True where at least two lines open with a pair of figures that may be a day and a month, and one of them can be
  /// nothing else: no score is higher than what it is out of.
  private func linesOpenWithDays(_ readers: [BlockReader], _ document: Document) -> Bool {
    var pairs = 0
    var days = 0
    for (reader, block) in zip(readers, document.blocks) where opensARow(block) {
      for (index, lexeme) in reader.lexemes.enumerated() where index == 0 || lexeme.startsLine {
        guard let (day, month) = reader.openingPair(at: index) else { continue }
        pairs += 1
        if day > month { days += 1 }
      }
    }
    return pairs > 1 && days > 0
  }

  /// True for a column head "Who", "Who by", "Person", "Owner", "Team member": a word of the vocabulary for people, and no
  /// more than two besides.
  private func namesPeople(_ lexemes: [Lexeme]) -> Bool {
    guard lexemes.count <= 3 else { return false }
    return lexemes.contains { $0.meaning.traits.contains(.personHead) }
  }

  /// What the first row says of each column and the first column of each row.
  private func tablePromises(_ document: Document, _ words: [Promise]) -> [TablePromise] {
    var promises = document.tables.map {
      TablePromise(
        columns: Array(repeating: [], count: $0.columns), rows: Array(repeating: [], count: $0.rows))
    }
    for (index, block) in document.blocks.enumerated() {
      guard let cell = block.cell else { continue }
      if cell.row == 0 { promises[cell.table].columns[cell.column].formUnion(words[index]) }
      if cell.column == 0 { promises[cell.table].rows[cell.row].formUnion(words[index].subtracting(.people)) }
    }
    return promises
  }
}

private struct TablePromise {
  var columns: [Promise]
  var rows: [Promise]
}

/// What words near a figure say of it.
private struct Promise: OptionSet {
  let rawValue: UInt8
  static let timeMeasure = Promise(rawValue: 1)
  static let dated = Promise(rawValue: 2)
  static let people = Promise(rawValue: 4)
}

extension BlockReader {
  /// "12/11" or "1 / 9" at an index, by what each figure is; nil where it cannot be a day and a month.
  fileprivate func openingPair(at index: Int) -> (day: Double, month: Double)? {
    let (day, month) = (self[index], self[index + 2])
    guard day.isInteger, month.isInteger, mark(index + 1) == .slash, isEvenlySpaced(index + 1),
      (1...31).contains(day.number), (1...12).contains(month.number), day.digits <= 2, month.digits <= 2
    else { return nil }
    switch mark(index + 3) {
    case .slash, .percent: return nil
    default: return (day.number, month.number)
    }
  }
}
