import PremarkText

/// A figure that can change.
private struct Figure {
  /// What kind of figure, by its unit: "%", "s", "GBP", "/5"; empty for a bare number.
  let unit: String
  let value: Double
  /// The part of a score; figures of scores with one total are compared by it.
  let total: Double
  let isBare: Bool
}

extension BlockReader {
  /// Joins figures to changes: "from 72% to 85%", "61% → 80%", "85%, up from 72%", "now 76, was 71", "cut by 10%".
  mutating func readChanges() {
    var changes: [Found] = []
    var index = 0
    while index < lexemes.count {
      if let change = change(at: index) {
        changes.append(change)
        index = max(change.range.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    found.append(contentsOf: changes)
  }

  private func change(at index: Int) -> Found? {
    switch keyword(index) {
    case .from: return fromTo(index) ?? toFrom(index)
    case .was: return wasNow(index)
    case .now: return nowWas(index)
    case .used: return wasNow(index)
    case .halved, .doubled, .trebled: return multiple(index)
    case .by: return changedBy(index)
    case .up, .down: return upBy(index)
    default:
      return starts[index] >= 0 ? pair(index) : nil
    }
  }

  private func taken(at index: Int) -> Found? {
    guard index < starts.count, index >= 0, starts[index] >= 0 else { return nil }
    return found[Int(starts[index])]
  }

  private func figure(_ found: Found) -> Figure? {
    switch (found.kind, found.value) {
    case (.percentage, .number(let value)): Figure(unit: "%", value: value, total: 0, isBare: false)
    case (.duration, .seconds(let value)): Figure(unit: "s", value: value, total: 0, isBare: false)
    case (.money, .money(let amount, let currency)):
      Figure(unit: currency, value: amount, total: 0, isBare: false)
    case (.score, .score(let got, let of)): Figure(unit: "/", value: got, total: of, isBare: false)
    case (.count, .number(let value)): Figure(unit: "", value: value, total: 0, isBare: false)
    case (.number, .number(let value)): Figure(unit: "", value: value, total: 0, isBare: true)
    default: nil
    }
  }

  /// The figure at an index or after softening words; nil past a mark or another word.
  private func figureFound(at index: Int) -> Found? {
    var next = index
    while next < index + 5 {
      if let found = taken(at: next), figure(found) != nil { return found }
      if keyword(next) == .no, keyword(next + 2) == .than {  // "no more than"
        next += 3
        continue
      }
      let lexeme = self[next]
      let isPassed =
        lexeme.meaning.traits.contains(.hedge) || lexeme.mark == .other
        || [.a, .the, .at, .of, .possessive, .on].contains(lexeme.meaning.keyword)
      guard isPassed, !lexeme.startsLine || next == index else { return nil }
      next += 1
    }
    return nil
  }

  /// From a figure to another of its kind; a bare number takes the unit of the other.
  private func change(_ range: Range<Int>, from: Found, to: Found) -> Found? {
    guard let before = figure(from), let after = figure(to) else { return nil }
    var (first, last, unit) = (before.value, after.value, before.unit)
    if before.total > 0, after.total > 0 {
      if before.total == after.total {
        unit = "points"
      } else {
        (first, last, unit) = (first / before.total * 100, last / after.total * 100, "%")
      }
    } else if before.total > 0 || after.total > 0 {
      guard before.isBare || after.isBare else { return nil }
      unit = "points"
    } else if before.unit != after.unit {
      guard before.isBare || after.isBare else { return nil }
      unit = before.isBare ? after.unit : before.unit
      if unit == "s" { rescale(&first, &last, from, to) }
    }
    let direction: Change.Direction = last > first ? .up : last < first ? .down : .unknown
    return Found(
      kind: .change, range: range,
      value: .change(Change(from: first, to: last, by: nil, unit: unit, direction: direction)))
  }

  /// "from 118 seconds to 75", "from 7 minutes to 6": the bare number counts the other's unit.
  private func rescale(_ first: inout Double, _ last: inout Double, _ from: Found, _ to: Found) {
    if from.unit != .none { last *= from.unit.seconds } else { first *= to.unit.seconds }
  }

  // MARK: From and to

  /// "from 72% (January) to at least 85%", with "up" or "down" in front.
  private func fromTo(_ index: Int) -> Found? {
    guard let from = figureFound(at: index + 1), !isScale(index) else { return nil }
    guard let joint = toJoint(after: from.range.upperBound), let to = figureFound(at: joint) else {
      return nil
    }
    let isLed = keyword(index - 1) == .up || keyword(index - 1) == .down
    let moves =
      isLed || self[index - 1].meaning.traits.contains(.rise)
      || self[index - 1].meaning.traits.contains(.fall)
    guard moves || !isRating(from, to) else { return nil }
    return change((isLed ? index - 1 : index)..<to.range.upperBound, from: from, to: to)
  }

  /// The index after "to" or an arrow, at most eight lexemes on in the same sentence and clause.
  private func toJoint(after index: Int) -> Int? {
    var next = index
    while next < index + 8 {
      let lexeme = self[next]
      guard lexeme.shape != .edge, !lexeme.startsLine else { return nil }
      if let end = arrowEnd(next) { return end }
      if lexeme.meaning.keyword == .to { return next + 1 }
      if lexeme.meaning.keyword == .up || lexeme.meaning.keyword == .down, keyword(next + 1) == .to {
        return next + 2
      }
      switch lexeme.mark {
      case .stop, .semicolon, .question, .exclamation, .bar: return nil
      default: break
      }
      if lexeme.meaning.keyword == .from || lexeme.meaning.traits.contains(.pronoun) { return nil }
      if let found = taken(at: next), figure(found) == nil {
        next = found.range.upperBound
      } else {
        next += 1
      }
    }
    return nil
  }

  /// The index after "→", "->", "=>" or ">".
  private func arrowEnd(_ index: Int) -> Int? {
    if mark(index) == .arrow || mark(index) == .greater { return index + 1 }
    let isShaft = mark(index) == .dash || mark(index) == .equals
    return isShaft && mark(index + 1) == .greater && isGlued(index + 1) ? index + 2 : nil
  }

  /// "from 1 to 5", "from 1 (poor) to 10": the ends of a scale.
  private func isRating(_ from: Found, _ to: Found) -> Bool {
    guard let first = figure(from), let last = figure(to), first.unit.isEmpty, last.unit.isEmpty else {
      return false
    }
    return first.value <= 1 && [4, 5, 6, 7, 10, 100].contains(last.value)
  }

  private func isScale(_ index: Int) -> Bool {
    (1...4).contains { keyword(index - $0) == .scale }
  }

  /// "85% from 72%", "85, up from 72": the new figure first.
  private func toFrom(_ index: Int) -> Found? {
    let hasWay =
      keyword(index - 1) == .up || keyword(index - 1) == .down
      || self[index - 1].meaning.traits.contains(.rise) || self[index - 1].meaning.traits.contains(.fall)
    var end = hasWay ? index - 1 : index
    if hasWay, keyword(end - 1) == .was { end -= 1 }
    if mark(end - 1) == .comma || mark(end - 1) == .open || mark(end - 1) == .dash { end -= 1 }
    guard end > 0, end < endings.count, endings[end] >= 0, let from = figureFound(at: index + 1) else {
      return nil
    }
    let to = found[Int(endings[end])]
    guard let figure = figure(to), hasWay || !figure.unit.isEmpty && self.figure(from)?.unit == figure.unit
    else {
      return nil
    }
    return change(to.range.lowerBound..<from.range.upperBound, from: from, to: to)
  }

  /// "72% → 85%", "72% to 85%", "under 70 to at least 85": two figures joined without "from".
  private func pair(_ index: Int) -> Found? {
    guard let from = taken(at: index), let before = figure(from), keyword(index - 1) != .from else {
      return nil
    }
    var next = from.range.upperBound
    if mark(next) == .open {
      while next < from.range.upperBound + 8, mark(next) != .close, self[next].shape != .edge { next += 1 }
      next += 1
    }
    let arrow = arrowEnd(next)
    guard let joint = arrow ?? (keyword(next) == .to ? next + 1 : nil) else { return nil }
    guard let to = figureFound(at: joint), let after = figure(to) else { return nil }
    if arrow == nil {
      let isHedged = self[to.range.lowerBound - 1].meaning.traits.contains(.hedge)
      let hasWay =
        self[index - 1].meaning.traits.contains(.rise) || self[index - 1].meaning.traits.contains(.fall)
      let hasUnits = !before.isBare && before.unit == after.unit && !before.unit.isEmpty && !from.sharesUnit
      guard hasUnits || isHedged || hasWay, keyword(index - 1) != .between else { return nil }
      guard before.value != after.value else { return nil }
    }
    return change(index..<to.range.upperBound, from: from, to: to)
  }

  // MARK: Was and now

  /// "was 71, now 76", "used to be 7:10 and is now 6:20".
  private func wasNow(_ index: Int) -> Found? {
    let first = keyword(index) == .used ? index + 3 : index + 1
    guard let from = figureFound(at: first), let now = ahead(.now, from.range.upperBound) else { return nil }
    guard let to = figureFound(at: now + 1) else { return nil }
    return change(index..<to.range.upperBound, from: from, to: to)
  }

  /// "now 76, was 71".
  private func nowWas(_ index: Int) -> Found? {
    guard let to = figureFound(at: index + 1), let was = ahead(.was, to.range.upperBound) else { return nil }
    guard let from = figureFound(at: was + 1) else { return nil }
    return change(index..<from.range.upperBound, from: from, to: to)
  }

  /// Where a keyword stands within six lexemes, before the sentence ends.
  private func ahead(_ keyword: Keyword, _ index: Int) -> Int? {
    var next = index
    while next < index + 6, self[next].shape != .edge, !self[next].startsLine {
      if self.keyword(next) == keyword { return next }
      if mark(next) == .stop || mark(next) == .question || mark(next) == .bar { return nil }
      if let found = taken(at: next), figure(found) != nil { return nil }
      next += 1
    }
    return nil
  }

  // MARK: One-sided

  /// "increase by 10%", "cut it by 40 seconds": with a verb of change at most eight lexemes before.
  private func changedBy(_ index: Int) -> Found? {
    guard let by = figureFound(at: index + 1), let figure = figure(by), figure.total == 0 else { return nil }
    var direction = Change.Direction.unknown
    var start = index
    var isChange = false
    var before = index - 1
    while before >= max(0, index - 8), !isChange {
      let meaning = self[before].meaning
      if meaning.traits.contains(.rise) || meaning.keyword == .up { (direction, isChange) = (.up, true) }
      if meaning.traits.contains(.fall) || meaning.keyword == .down { (direction, isChange) = (.down, true) }
      if isChange, before == index - 1 { start = before }
      if self[before + 1].startsLine || mark(before) == .stop || mark(before) == .semicolon { break }
      before -= 1
    }
    guard isChange else { return nil }
    return oneSided(start..<by.range.upperBound, figure, direction)
  }

  /// "up 13 points", "down 40 seconds", "up 4" at the end of what is said; "dropped 40 seconds".
  private func upBy(_ index: Int) -> Found? {
    guard let by = figureFound(at: index + 1), let figure = figure(by), figure.total == 0 else { return nil }
    let end = by.range.upperBound
    if figure.unit.isEmpty {
      let isPoints = keyword(end - 1) == .points || keyword(end) == .points
      let next = self[end]
      guard isPoints || !self[index - 1].isWord || isChanging(index - 1) else { return nil }
      guard
        isPoints
          || figure.isBare
            && (!next.isWord || next.startsLine || [.on, .since, .from].contains(next.meaning.keyword))
      else { return nil }
      guard next.meaning.keyword != .from || isPoints else { return nil }
    }
    return oneSided(index..<end, figure, keyword(index) == .up ? .up : .down)
  }

  /// True after "went", "is", "was" and names of measures: "gone up 4", "QA up 4", not "looking up six".
  private func isChanging(_ index: Int) -> Bool {
    let lexeme = self[index]
    return lexeme.isUpperCase || lexeme.meaning.keyword == .was || lexeme.meaning.traits.contains(.rise)
      || lexeme.meaning.traits.contains(.fall) || lexeme.startsLine
  }

  private func oneSided(_ range: Range<Int>, _ figure: Figure, _ direction: Change.Direction) -> Found {
    let isPoints = keyword(range.upperBound - 1) == .points
    let unit = isPoints ? "points" : figure.unit
    return Found(
      kind: .change, range: range,
      value: .change(Change(from: nil, to: nil, by: figure.value, unit: unit, direction: direction)))
  }

  /// "halved", "doubled": by 50, 100 or 200 in a hundred. "double check" and "double glazing" change nothing.
  private func multiple(_ index: Int) -> Found? {
    let next = self[index + 1]
    if next.isWord, !next.startsLine, !next.meaning.traits.contains(.function) { return nil }
    if keyword(index - 1) == .a || mark(index + 1) == .dash { return nil }
    let (by, direction): (Double, Change.Direction) =
      switch keyword(index) {
      case .halved: (50, .down)
      case .doubled: (100, .up)
      default: (200, .up)
      }
    return Found(
      kind: .change, range: index..<index + 1,
      value: .change(Change(from: nil, to: nil, by: by, unit: "%", direction: direction)))
  }
}
