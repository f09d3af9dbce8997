import PremarkText

extension BlockReader {
  /// Money, percentages and scores.
  func measure(at index: Int) -> Taken? {
    money(at: index) ?? percentage(at: index) ?? score(at: index)
  }

  // MARK: Money

  /// "£60", "£4.50", "£250k", "60 pounds", "six hundred pounds", "50p".
  private func money(at index: Int) -> Taken? {
    if let currency = currency(of: mark(index)), let number = number(at: index + 1), number.isFigures {
      var (value, end) = (number.value, number.end)
      if isGlued(end), self[end].meaning.unit == .minute, self[end].span.count == 1 {
        (value, end) = (value * 1_000_000, end + 1)  // "£2m"
      }
      return Taken(.money, index..<end, .money(amount: value, currency: currency))
    }
    guard let number = number(at: index) else { return nil }
    switch keyword(number.end) {
    case .pounds: return Taken(.money, index..<number.end + 1, .money(amount: number.value, currency: "GBP"))
    case .pence:
      return Taken(.money, index..<number.end + 1, .money(amount: number.value / 100, currency: "GBP"))
    case .none where mark(number.end) == .dash && keyword(number.end + 1) == .pounds:
      return Taken(.money, index..<number.end + 2, .money(amount: number.value, currency: "GBP"))
    case .p where isGlued(number.end) && number.isFigures:
      return Taken(.money, index..<number.end + 1, .money(amount: number.value / 100, currency: "GBP"))
    case .euros: return Taken(.money, index..<number.end + 1, .money(amount: number.value, currency: "EUR"))
    case .dollars: return Taken(.money, index..<number.end + 1, .money(amount: number.value, currency: "USD"))
    default: return nil
    }
  }

  private func currency(of mark: Mark) -> String? {
    switch mark {
    case .pound: "GBP"
    case .euro: "EUR"
    case .dollar: "USD"
    default: nil
    }
  }

  // MARK: Percentages

  /// "85%", "85 per cent", "eighty-five percent", and the first of "80-85%".
  private func percentage(at index: Int) -> Taken? {
    guard let number = number(at: index), mark(index - 1) != .pound else { return nil }
    if let end = afterPercent(number.end) {
      return Taken(.percentage, index..<end, .number(number.value))
    }
    guard let next = afterShareJoint(number.end), let second = self.number(at: next) else { return nil }
    guard afterPercent(second.end) != nil, number.value <= 100 else { return nil }
    var taken = Taken(.percentage, index..<number.end, .number(number.value))
    taken.found[0].sharesUnit = true
    return taken
  }

  private func afterPercent(_ index: Int) -> Int? {
    if mark(index) == .percent { return index + 1 }
    if keyword(index) == .percent { return index + 1 }
    return keyword(index) == .per && keyword(index + 1) == .cent ? index + 2 : nil
  }

  // MARK: Scores

  /// So many out of so many: "4.6/5", "18 out of 20", "36 of 40", "1 in 6", "nine of the last ten", "3 from 5".
  private func score(at index: Int) -> Taken? {
    guard let got = number(at: index),
      !isGlued(index) || mark(index - 1) == .open || mark(index - 1) == .quote
        || mark(index - 1) == .colon || mark(index - 1) == .slash || mark(index - 1) == .equals
    else { return nil }
    guard mark(got.end) != .dash else { return nil }
    guard let (of, end) = total(after: got, from: index) ?? totalOfCounted(got) else { return nil }
    return Taken(.score, index..<end, .score(got: got.value, of: of))
  }

  /// "eighty-five applicants in every hundred", "61 complaints out of a hundred", "three calls in ten".
  private func totalOfCounted(_ got: NumberFound) -> (Double, Int)? {
    guard let noun = countedNoun(after: got.end, value: got.value) else { return nil }
    var next = noun
    if self[next].isWord, self[next].meaning.keyword == .none,
      self[next].meaning.traits.isDisjoint(with: [.function, .pronoun])
    {
      next += 1  // "answered", "closed"
    }
    let isOut = keyword(next) == .out && keyword(next + 1) == .of
    let isEvery = keyword(next) == .in && (keyword(next + 1) == .every || keyword(next + 1) == .each)
    guard isOut || isEvery || keyword(next) == .in || keyword(next) == .of && next == noun else { return nil }
    let start = isOut || isEvery ? next + 2 : next + 1
    guard let of = number(at: afterPossessor(start)), isTotal(of, got), fullYear(at: of.end - 1) == nil else {
      return nil
    }
    guard isOut || isEvery || countedNoun(after: of.end, value: of.value) == nil, of.value > 1 else {
      return nil
    }
    guard self[of.end].meaning.month == 0 else { return nil }
    return (of.value, of.end)
  }

  private func total(after got: NumberFound, from index: Int) -> (Double, Int)? {
    let next = got.end
    if mark(next) == .slash { return slashTotal(got, index) }
    switch keyword(next) {
    case .out where keyword(next + 1) == .of:
      let every = keyword(next + 2) == .every || keyword(next + 2) == .each ? next + 3 : next + 2
      guard let of = number(at: afterPossessor(every)), !isUnitised(of) else { return nil }
      return of.value > 0 ? (of.value, of.end) : nil
    case .of:
      guard got.isFigures || got.value != 1 || keyword(next + 1) != .the else { return nil }
      guard let of = number(at: afterPossessor(next + 1)), isTotal(of, got) else { return nil }
      guard fullYear(at: of.end - 1) == nil, self[of.end].meaning.month == 0 else { return nil }
      return (of.value, of.end)
    case .in:
      let start = keyword(next + 1) == .every || keyword(next + 1) == .each ? next + 2 : next + 1
      guard let of = number(at: start), isTotal(of, got), of.value > 1, fullYear(at: of.end - 1) == nil else {
        return nil
      }
      guard keyword(of.end) != .am, keyword(of.end) != .pm else { return nil }
      return (of.value, of.end)
    case .from: return fromTotal(got, index)
    default: return nil
    }
  }

  /// "3 from 5", said for "3 out of 5": only of small or round totals, and not where something goes up or down.
  private func fromTotal(_ got: NumberFound, _ index: Int) -> (Double, Int)? {
    guard let of = number(at: got.end + 1), isTotal(of, got), keyword(of.end) != .to else { return nil }
    guard of.value <= 10 || of.value <= 50 && Int(of.value) % 5 == 0 || of.value == 100
    else { return nil }
    let before = self[index - 1].meaning
    guard !before.traits.contains(.rise), !before.traits.contains(.fall), before.keyword != .to,
      before.keyword != .up, before.keyword != .down, before.keyword != .now, before.keyword != .by
    else { return nil }
    return (of.value, of.end)
  }

  private func slashTotal(_ got: NumberFound, _ index: Int) -> (Double, Int)? {
    let next = got.end
    guard isEvenlySpaced(next), self[next + 1].shape == .numeral, let of = number(at: next + 1) else {
      return nil
    }
    guard got.isFigures, got.value <= of.value, of.value >= 2, of.value <= 1000, isTotal(of, got) else {
      return nil
    }
    // "4.43 / 80" are two measures side by side; a fraction of a point is given out of a usual total.
    let isUsual = of.value <= 10 || of.value <= 50 && Int(of.value) % 5 == 0 || of.value == 100
    guard isUsual || isGlued(next) && got.value == got.value.rounded(.down) else { return nil }
    if isGlued(of.end), mark(of.end) == .slash || mark(of.end) == .dash, isGlued(of.end + 1) { return nil }
    return fullYear(at: next + 1) == nil ? (of.value, of.end) : nil
  }

  /// The index after "the", "my last", "these" in front of a total.
  private func afterPossessor(_ index: Int) -> Int {
    var next = index
    while next < index + 3 {
      let meaning = self[next].meaning
      switch meaning.keyword {
      case .the, .possessive, .last, .next, .this: next += 1
      default: return next
      }
    }
    return next
  }

  private func isTotal(_ of: NumberFound, _ got: NumberFound) -> Bool {
    of.value >= got.value && of.value > 0 && of.value == of.value.rounded(.down) && !isUnitised(of)
  }

  /// True where the number has a unit of its own, so that it is no total: "one in three weeks".
  private func isUnitised(_ number: NumberFound) -> Bool {
    let next = self[number.end]
    if next.mark == .percent || next.meaning.keyword == .percent { return true }
    if next.mark == .colon, isGlued(number.end), self[number.end + 1].shape == .numeral { return true }
    if next.mark == .dash, isGlued(number.end), isGlued(number.end + 1) { return true }
    return next.meaning.unit != .none && (next.span.count > 1 || isGlued(number.end))
  }
}
