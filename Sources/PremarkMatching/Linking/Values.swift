import PremarkAnnotation
import PremarkDocument
import PremarkRules
import PremarkText

/// A captured value that can be compared with others of its unit.
struct CapturedValue {
  /// What its value counts: "date", "%", "s", "score", "n", a currency. Only values of one unit are compared.
  let unit: String
  let value: Double
  let tokens: Range<Int>
}

extension Evaluation {
  /// The values in what a term finds at a place, in document order.
  ///
  /// - Parameter isSecond: for a change, what it came from rather than what it came to.
  func values(of term: CompiledTerm, _ place: Place, isSecond: Bool = false) -> [CapturedValue] {
    var values: [CapturedValue] = []
    for hit in all(of: term, place) { append(valuesIn: hit.tokens, isSecond, to: &values) }
    return values
  }

  private func append(valuesIn tokens: Range<Int>, _ isSecond: Bool, to values: inout [CapturedValue]) {
    let start = text.entities.firstIndex(startingFrom: tokens.lowerBound)
    let inside = text.entities[start...].prefix { $0.tokens.lowerBound < tokens.upperBound }
    // a change holds two percentages, and is one value
    let whole = inside.filter { $0.tokens == tokens }
    for entity in whole.isEmpty ? Array(inside) : whole {
      guard let (unit, value) = measure(entity, isSecond), values.last?.tokens != entity.tokens else {
        continue
      }
      values.append(CapturedValue(unit: unit, value: value, tokens: entity.tokens))
    }
  }

  private func measure(_ entity: Entity, _ isSecond: Bool) -> (unit: String, value: Double)? {
    switch entity.value {
    case .date(let date), .dateRange(_, let date): return dayNumber(date).map { ("date", Double($0)) }
    case .seconds(let seconds): return ("s", seconds)
    case .number(let number): return (entity.kind == .percentage ? "%" : "n", number)
    case .score(let got, let of): return of > 0 ? ("score", got / of) : nil
    case .money(let amount, let currency): return (currency, amount)
    case .change(let change):
      guard let value = isSecond ? change.from : change.to else { return nil }
      return (change.unit == "" || change.unit == "points" ? "n" : change.unit, value)
    case .none, .period, .name: return nil
    }
  }

  /// The sentence (in a table the row) around a token.
  func surroundings(of token: Int) -> Range<Int> {
    let block = Int(index.blockOf[token])
    let isCell = block >= 0 && text.document.blocks[block].cell != nil
    return layout.stretch(isCell ? .row : .sentence, around: token, index)
  }

  /// One key of each list together, for each way to choose them; empty where a list has no word there.
  func keys(ofSlots slots: [Int], in stretch: Range<Int>) -> [String] {
    var all = [""]
    for slot in slots {
      let keys = keys(ofSlot: slot, in: stretch)
      all = all.flatMap { known in keys.map { known + "\(slot) " + $0 + "; " } }
    }
    return all
  }

  /// What the words of a list in a stretch are told apart by: the group, or the words where the list has no groups.
  func keys(ofSlot slot: Int, in stretch: Range<Int>) -> [String] {
    var keys: [String] = []
    for occurrence in occurrences(slot, in: stretch) {
      let key: String
      if case .entity = rules.slots[slot], let date = dates(in: occurrence.tokens).first {
        key = dayNumber(date).map { "\($0)" } ?? ""
      } else if isGrouped(slot) {
        key = "\(occurrence.group)"
      } else {
        key = self.key(of: Hit(tokens: occurrence.tokens), in: occurrence.tokens, by: .word) ?? ""
      }
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  private func isGrouped(_ slot: Int) -> Bool {
    guard case .list(let list, nil) = rules.slots[slot] else { return false }
    return rules.groupNames[list].count > 1
  }
}
