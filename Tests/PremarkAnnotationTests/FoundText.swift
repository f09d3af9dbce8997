import PremarkAnnotation
import PremarkDocument
import PremarkText

/// What is found in a text, in the notation of the tables here: "date [14 March] --03-14".
struct FoundText {
  private static let shared: (words: WordTable, finder: EntityFinder) = {
    var words = WordTable()
    let lexicon = (try? Lexicon.shipped()) ?? Lexicon(lists: [])
    let finder = EntityFinder(lexicon: lexicon, words: &words)
    return (words, finder)
  }()

  let document: Document
  let found: FoundEntities

  /// Finds in a document of one paragraph for each text.
  init(_ texts: String..., options: AnnotationOptions = AnnotationOptions()) {
    let blocks = texts.map { Block(kind: .paragraph, text: Array($0.utf8)) }
    self.init(blocks, tables: [], options: options)
  }

  /// Finds in a document of these blocks.
  init(_ blocks: [Block], tables: [Table], options: AnnotationOptions = AnnotationOptions()) {
    document = Document(
      format: .text, blocks: blocks, sections: [Section(heading: nil, level: 0, parent: nil)], tables: tables,
      warnings: [])
    var words = Self.shared.words
    var tokens: [Token] = []
    var ranges: [Range<Int>] = []
    for block in blocks {
      let start = tokens.count
      tokens += Tokeniser().tokens(of: block.text, into: &words)
      ranges.append(start..<tokens.count)
    }
    found = Self.shared.finder.find(
      in: document, tokens: tokens, blockTokens: ranges, words: words, options: options)
  }

  /// Finds in a table of these rows, the first one heads.
  init(table rows: [[String]]) {
    var blocks: [Block] = []
    var cells: [Table.Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        cells.append(
          Table.Cell(
            row: row, column: column, rowSpan: 1, columnSpan: 1, blocks: text.isEmpty ? [] : [blocks.count],
            looksLikeHeader: row == 0))
        guard !text.isEmpty else { continue }
        blocks.append(
          Block(
            kind: .tableCell, text: Array(text.utf8),
            cell: CellReference(table: 0, row: row, column: column)))
      }
    }
    let table = Table(
      rows: rows.count, columns: rows.first?.count ?? 0, cells: cells, markedHeaderRows: 1, parent: nil)
    self.init(blocks, tables: [table])
  }

  /// All of it but people and roles, in order.
  var values: [String] { lines { $0.kind != .person && $0.kind != .role } }

  /// Those of some kinds.
  func values(_ kinds: Entity.Kind...) -> [String] { lines { kinds.contains($0.kind) } }

  /// People as "name (role)*", the star for the learner.
  var people: [String] {
    found.people.map {
      ($0.name.isEmpty ? "?" : $0.name) + ($0.role.map { " (\($0))" } ?? "") + ($0.isLearner ? "*" : "")
    }
  }

  private func lines(where isWanted: (Entity) -> Bool) -> [String] {
    found.entities.filter(isWanted).map { entity in
      let value = Self.text(entity.value)
      let words = document.blocks[entity.block].string(entity.span)
      return "\(entity.kind.rawValue) [\(words)]" + (value.isEmpty ? "" : " \(value)")
    }
  }

  private static func text(_ value: Entity.Value) -> String {
    switch value {
    case .none: ""
    case .date(let date): iso(date)
    case .dateRange(let first, let last): iso(first) + "/" + iso(last)
    case .period(let period): iso(period)
    case .seconds(let seconds): plain(seconds) + "s"
    case .number(let number): plain(number)
    case .score(let got, let of): plain(got) + "/" + plain(of)
    case .money(let amount, let currency): plain(amount) + " " + currency
    case .change(let change): text(change)
    case .name(let name): name
    }
  }

  private static func text(_ change: Change) -> String {
    let way = change.direction == .up ? "up" : change.direction == .down ? "down" : "?"
    if let by = change.by { return "by \(plain(by))\(change.unit) \(way)" }
    return "\(change.from.map(plain) ?? "?")>\(change.to.map(plain) ?? "?")\(change.unit) \(way)"
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  private static func iso(_ date: CalendarDate) -> String {
    var text = date.year.map { "\($0)" } ?? "-"
    if let month = date.month { text += "-" + (month < 10 ? "0" : "") + "\(month)" }
    if let day = date.day { text += "-" + (day < 10 ? "0" : "") + "\(day)" }
    return text
  }

  private static func iso(_ period: Period) -> String {
    var text = "P"
    for (count, unit) in [(period.years, "Y"), (period.months, "M"), (period.weeks, "W"), (period.days, "D")]
    where count > 0 { text += "\(count)\(unit)" }
    return text
  }
}
