import PremarkText

extension BlockReader {
  /// A number with the noun it counts ("two new objectives"), or bare.
  func count(at index: Int) -> Taken? {
    guard let number = number(at: index), !isOrdinal(number) else { return nil }
    if let end = countedNoun(after: number.end, value: number.value) {
      return Taken(.count, index..<end, .number(number.value))
    }
    // "one" is mostly a pronoun, "a hundred" a manner of speaking only with nothing after it.
    if !number.isFigures, number.value <= 1 { return nil }
    return Taken(.number, index..<number.end, .number(number.value))
  }

  private func isOrdinal(_ number: NumberFound) -> Bool {
    isGlued(number.end) && keyword(number.end) == .suffix
  }

  /// The index after the noun that a number counts: a plural at most three words on, or a singular known to be counted.
  ///
  /// Adjectives may stand between ("three angry callers"); a function word, mark or unit ends the search.
  func countedNoun(after index: Int, value: Double) -> Int? {
    var next = index
    while next < index + 3 {
      if next > index, mark(next) == .dash, isGlued(next), isGlued(next + 1) { next += 1 }
      let word = self[next]
      guard word.shape == .word, !word.startsLine, word.followsSpace || next > index else { return nil }
      let meaning = word.meaning
      if meaning.traits.contains(.function) || meaning.month > 0 { return nil }
      if meaning.unit != .none, word.span.count > 2 { return nil }
      if value != 1, isPlural(word) { return continuesName(word, next) ? nil : next + 1 }
      if meaning.traits.contains(.countable), !isCompound(next) { return next + 1 }
      guard !meaning.traits.contains(.personVerb) else { return nil }
      next += 1
    }
    return nil
  }

  /// True where a counted noun goes on into another: "call" in "six call backs".
  private func isCompound(_ index: Int) -> Bool {
    let after = mark(index + 1) == .dash ? index + 2 : index + 1
    return self[after].isWord && !self[after].startsLine && isPlural(self[after])
  }

  /// "14 Leeds Road": a capitalised plural in the middle of a name.
  private func continuesName(_ word: Lexeme, _ index: Int) -> Bool {
    word.isCapitalised && !word.isUpperCase && self[index + 1].isCapitalised && !self[index + 1].startsLine
  }

  /// Plurals by their ending, without the words in -ss, -us, -is that only look so.
  func isPlural(_ lexeme: Lexeme) -> Bool {
    if lexeme.meaning.traits.contains(.plural) { return true }
    let bytes = text[lexeme.span.range]
    guard bytes.count > 3, let last = bytes.last, last | 0x20 == 0x73 else { return false }
    switch bytes[bytes.endIndex - 2] | 0x20 {
    case 0x73, 0x75, 0x69: return false
    case 0x27: return false
    default: return bytes[bytes.endIndex - 2] < 0x80
    }
  }
}
