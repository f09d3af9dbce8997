import PremarkText

/// A number in figures or words and the index after it.
struct NumberFound {
  var value: Double
  var end: Int
  /// True for figures, false for words.
  let isFigures: Bool
}

extension BlockReader {
  /// A number: "85", "4.2", "1,200", "250k", "2½", "eighty-five", "a dozen", "one hundred and five", "six and a half".
  func number(at index: Int) -> NumberFound? {
    guard var number = figures(at: index) ?? spokenNumber(at: index) else { return nil }
    if !number.isFigures { addSpokenDecimals(&number) }
    addFraction(&number)
    return number
  }

  private func figures(at index: Int) -> NumberFound? {
    let lexeme = self[index]
    if let part = fraction(of: lexeme.mark) {
      return NumberFound(value: part, end: index + 1, isFigures: true)
    }
    guard lexeme.shape == .numeral, lexeme.form != .dotted else { return nil }
    var number = NumberFound(value: lexeme.number, end: index + 1, isFigures: true)
    if isGlued(number.end), let part = fraction(of: mark(number.end)) {
      number.value += part
      number.end += 1
    } else if isGlued(number.end), keyword(number.end) == .k {
      number.value *= 1000
      number.end += 1
    }
    switch keyword(number.end) {
    case .hundred: number.value *= 100
    case .thousand: number.value *= 1000
    case .million: number.value *= 1_000_000
    default: return number
    }
    number.end += 1
    return number
  }

  private func fraction(of mark: Mark) -> Double? {
    switch mark {
    case .half: 0.5
    case .quarter: 0.25
    case .threeQuarters: 0.75
    default: nil
    }
  }

  /// "four point six", "four point two five".
  private func addSpokenDecimals(_ number: inout NumberFound) {
    guard keyword(number.end) == .points, !self[number.end].meaning.traits.contains(.plural) else { return }
    var scale = 0.1
    var next = number.end + 1
    while (0...9).contains(self[next].meaning.cardinal), next < number.end + 4 {
      number.value += Double(self[next].meaning.cardinal) * scale
      (scale, next) = (scale / 10, next + 1)
    }
    if next > number.end + 1 {
      number.value = (number.value * 1000).rounded() / 1000
      number.end = next
    }
  }

  /// "… and a half", "… and three quarters" after a number.
  private func addFraction(_ number: inout NumberFound) {
    guard keyword(number.end) == .and else { return }
    let next = number.end + 1
    if keyword(next) == .a, keyword(next + 1) == .half {
      number.value += 0.5
      number.end = next + 2
    } else if keyword(next) == .a, self[next + 1].meaning.unit == .quarter, keyword(next + 2) != .of {
      number.value += 0.25
      number.end = next + 2
    } else if self[next].meaning.cardinal == 3, self[next + 1].meaning.unit == .quarter {
      number.value += 0.75
      number.end = next + 2
    } else if keyword(next) == .half, number.isFigures || self[next + 1].meaning.unit != .none {
      number.value += 0.5
      number.end = next + 1
    }
  }

  /// Numbers in words, up to the thousands.
  func spokenNumber(at index: Int) -> NumberFound? {
    var next = index
    var total = 0.0
    var group = 0.0
    var hasUnit = false
    let follows = keyword(index - 1)
    if keyword(index) == .hundred || keyword(index) == .thousand,
      follows == .every || follows == .each || follows == .per
    {
      return NumberFound(value: keyword(index) == .hundred ? 100 : 1000, end: index + 1, isFigures: false)
    }
    if keyword(index) == .a || keyword(index) == .half {
      guard let (value, end) = roundNumber(at: index) else { return nil }
      guard value == 100 || value == 1000 else {
        return NumberFound(value: value, end: end, isFigures: false)
      }
      (group, next, hasUnit) = (value == 100 ? 100 : 0, end, false)
      if value == 1000 { total = 1000 }
    }
    while true {
      let meaning = self[next].meaning
      if meaning.cardinal >= 0, !hasUnit, let (value, end) = belowHundred(at: next) {
        group += value
        (next, hasUnit) = (end, true)
      } else if meaning.keyword == .hundred, hasUnit, group < 100 {
        group *= 100
        (next, hasUnit) = (next + 1, false)
      } else if meaning.keyword == .thousand, hasUnit || group >= 100 {
        total += group * 1000
        (next, group, hasUnit) = (next + 1, 0, false)
      } else if meaning.keyword == .dozen, hasUnit, total == 0 {
        return NumberFound(value: group * 12, end: next + 1, isFigures: false)
      } else if meaning.keyword == .and, next > index, !hasUnit, self[next + 1].meaning.cardinal >= 0 {
        next += 1
      } else {
        break
      }
    }
    return next > index ? NumberFound(value: total + group, end: next, isFigures: false) : nil
  }

  /// "a hundred", "a thousand", "a dozen", "half a dozen".
  private func roundNumber(at index: Int) -> (Double, Int)? {
    switch keyword(index) {
    case .half:
      let next = keyword(index + 1) == .a ? index + 2 : index + 1
      return keyword(next) == .dozen ? (6, next + 1) : nil
    case .a:
      switch keyword(index + 1) {
      case .hundred: return (100, index + 2)
      case .thousand: return (1000, index + 2)
      case .dozen: return (12, index + 2)
      default: return nil
      }
    default: return nil
    }
  }

  /// "seven", "nineteen", "eighty", "eighty-five", "eighty five".
  private func belowHundred(at index: Int) -> (Double, Int)? {
    let value = self[index].meaning.cardinal
    guard value >= 20 else { return value >= 0 ? (Double(value), index + 1) : nil }
    let next = mark(index + 1) == .dash && isGlued(index + 2) ? index + 2 : index + 1
    let unit = self[next].meaning.cardinal
    guard (1...9).contains(unit) else { return (Double(value), index + 1) }
    return (Double(value + unit), next + 1)
  }

  /// The index after words that soften a figure: "about", "just over", "at least", "an average of".
  func afterHedges(_ index: Int, limit: Int = 4) -> Int {
    var next = index
    while next < index + limit {
      let meaning = self[next].meaning
      if meaning.traits.contains(.hedge) {
        next += 1
      } else if meaning.keyword == .at || meaning.keyword == .a || meaning.keyword == .the,
        self[next + 1].meaning.traits.contains(.hedge)
      {
        next += 2
      } else if next > index, meaning.keyword == .of || meaning.keyword == .than {
        next += 1
      } else if self[next].span.count <= 3, mark(next) == .other {
        next += 1  // "~", "≥", "±"
      } else {
        break
      }
    }
    return next
  }
}
