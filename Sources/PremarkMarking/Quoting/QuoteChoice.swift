import PremarkDocument
import PremarkText

/// A place that may be quoted.
struct QuotePlace {
  var block: Int
  var span: Span
  var rule: String?
  /// Its place among the findings.
  var order: Int
  var words: Int
  var weight: Int
  /// Cells of its row to be read with it, itself among them; empty where it stands by itself.
  var cells: [Int] = []

  /// Heavier first; of like weight what was found first.
  static func isStronger(_ a: QuotePlace, _ b: QuotePlace) -> Bool {
    (-a.weight, a.order) < (-b.weight, b.order)
  }
}

/// Chooses among the places that may be quoted.
struct QuoteChoice {
  /// A row is quoted as one up to this many words.
  static let rowWords = 24

  /// In document order, none overlapping.
  let places: [QuotePlace]
  let document: Document

  /// The strongest places, in document order with their rank: the best of each rule before the second best of any, so
  /// that every part of a test is shown; without those that say nothing where others do.
  func strongest(_ most: Int) -> [Evidence] {
    let all = byRow().sorted(by: QuotePlace.isStronger)
    let good = all.filter { $0.weight > QuoteWeight.floor }
    var taken: [QuotePlace] = []
    var rest = good.isEmpty ? all : good
    while taken.count < most, !rest.isEmpty {
      var seen: [String?] = []
      var later: [QuotePlace] = []
      for place in rest {
        if seen.contains(where: { $0 == place.rule }) {
          later.append(place)
        } else {
          seen.append(place.rule)
          taken.append(place)
        }
      }
      rest = later
    }
    let ranked = taken.prefix(most).enumerated()
    return ranked.sorted { ($0.element.block, $0.element.span) < ($1.element.block, $1.element.span) }.map {
      rank, place in
      Evidence(block: place.block, span: place.span, rule: place.rule, rank: rank, cells: place.cells)
    }
  }

  /// The first places found, in document order.
  static func first(_ most: Int, of places: [QuotePlace]) -> [Evidence] {
    places.sorted { $0.order < $1.order }.prefix(most)
      .sorted { ($0.block, $0.span) < ($1.block, $1.span) }
      .map { Evidence(block: $0.block, span: $0.span, rule: $0.rule) }
  }

  /// The places in document order, those that overlap as one.
  static func joined(_ places: [QuotePlace]) -> [QuotePlace] {
    let sorted = places.sorted { ($0.block, $0.span.start, $0.order) < ($1.block, $1.span.start, $1.order) }
    var joined: [QuotePlace] = []
    for place in sorted {
      guard let last = joined.last, last.block == place.block, last.span.overlaps(place.span) else {
        joined.append(place)
        continue
      }
      var both = QuotePlace.isStronger(last, place) ? last : place
      both.rule = (last.order < place.order ? last : place).rule ?? last.rule ?? place.rule
      both.order = min(last.order, place.order)
      both.words = max(last.words, place.words)
      both.span = last.span.union(place.span)
      joined[joined.count - 1] = both
    }
    return joined
  }

  /// Cells of a word or two are no places of their own: they are read with the cells found in their row, or, beside
  /// long ones, left out.
  private func byRow() -> [QuotePlace] {
    var result: [QuotePlace] = []
    var at = 0
    while at < places.count {
      guard let cell = document.blocks[places[at].block].cell else {
        result.append(places[at])
        at += 1
        continue
      }
      var end = at + 1
      while end < places.count, let next = document.blocks[places[end].block].cell, next.table == cell.table,
        next.row == cell.row
      {
        end += 1
      }
      let row = places[at..<end]
      let full = row.filter { $0.words >= Quoting.fewWords }
      let fits = row.reduce(0) { $0 + $1.words } <= Self.rowWords
      if full.isEmpty || full.count < row.count && fits {
        result.append(self.row(of: row))
      } else {
        result += full
      }
      at = end
    }
    return result
  }

  /// A row quoted by its first cell and the cells found.
  private func row(of places: ArraySlice<QuotePlace>) -> QuotePlace {
    var place = places.min(by: QuotePlace.isStronger) ?? places[places.startIndex]
    place.order = places.map { $0.order }.min() ?? place.order
    var cells = places.map { $0.block }
    if let first = firstCell(ofRowAt: place.block), cells.first != first { cells.insert(first, at: 0) }
    if cells.count > 1 {
      place.cells = cells
      place.words = places.reduce(0) { $0 + $1.words }
      // read together they say what each alone does not
      place.weight = max(place.weight, -Quoting.fewWords)
    }
    return place
  }

  /// The first cell of a row that holds anything and is seen.
  private func firstCell(ofRowAt block: Int) -> Int? {
    guard let cell = document.blocks[block].cell else { return nil }
    var first = block
    while first > 0, let before = document.blocks[first - 1].cell, before.table == cell.table,
      before.row == cell.row
    {
      first -= 1
    }
    return (first...block).first {
      document.blocks[$0].visibility == .visible && document.blocks[$0].text.contains { $0 > 0x20 }
    }
  }
}
