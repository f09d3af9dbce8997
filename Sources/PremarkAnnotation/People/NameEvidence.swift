import PremarkDocument
import PremarkText

/// What stands around a name in its block and speaks for a person or against one.
struct NameEvidence {
  let reader: BlockReader
  let document: Document
  /// True for the first blocks of the document, where its author is named.
  let isOpening: Bool
  /// True for the first visible block: who stands behind "From:" there sends the whole in.
  let isMailHead: Bool
  /// The cell left of the block's own in the same row, where it holds one block.
  let label: BlockReader?
  let isCommon: [Bool]
  let roles: PhraseTree
  let openings: NameOpenings

  /// Weighs the cues around a name.
  func weigh(_ name: inout NameMention) {
    let (start, end) = (name.range.lowerBound, name.range.upperBound)
    if name.isInSmallLetters { return }
    name.isFirm = !reader.startsStretch(start) || name.isGivenName
    weighBefore(&name, start)
    weighAfter(&name, end)
    weighForm(&name, start, end)
    weighTitleLine(&name, start, end)
    weighCell(&name)
  }

  private func certain(_ name: inout NameMention) {
    name.score += 3
    name.isFirm = true
  }

  private func weighBefore(_ name: inout NameMention, _ start: Int) {
    let before = reader[start - 1]
    if before.startsLine, start - 1 >= 0, reader[start].startsLine { return }
    let traits = before.meaning.traits
    if traits.contains(.title) || before.mark == .stop && reader[start - 2].meaning.traits.contains(.title) {
      certain(&name)
    }
    if traits.contains(.beforePerson) { name.score += before.meaning.keyword == .from ? 1 : 2 }
    if before.mark == .colon { weighLabel(&name, start - 2) }
    if traits.contains(.nameLabel) { certain(&name) }
    if before.meaning.keyword == .and, reader[start - 2].meaning.traits.contains(.pronoun) { name.score += 2 }
    if traits.contains(.beforePlace), !traits.contains(.beforePerson) { name.score -= 2 }
    if before.meaning.keyword == .the || before.meaning.keyword == .a { name.score -= 2 }
    if traits.contains(.pronoun), isSelf(start - 1) { markLearner(&name) }
    if before.meaning.traits.contains(.function), isBeing(start - 1), isNameWord(start - 2) {
      markLearner(&name)
    }
  }

  /// "I'm Leanne", "I am Leanne": only where a first name or nothing more follows.
  private func isSelf(_ index: Int) -> Bool {
    let bytes = reader.text[reader[index].span.range]
    return bytes.first.map { $0 | 0x20 == 0x69 } == true && bytes.last.map { $0 | 0x20 == 0x6D } == true
      && reader[index + 1].meaning.traits.contains(.firstName)
  }

  private func isBeing(_ index: Int) -> Bool {
    let bytes = reader.text[reader[index].span.range].map { $0 | 0x20 }
    return bytes == [0x69, 0x73]
  }

  private func isNameWord(_ index: Int) -> Bool {
    reader[index].meaning.traits.contains(.learnerLabel) && reader.keyword(index - 1) == .possessive
  }

  private func markLearner(_ name: inout NameMention) {
    certain(&name)
    name.learnerCue = 3
  }

  /// "Name:", "Learner name:", "Signed:"; a role's label is joined with the role.
  private func weighLabel(_ name: inout NameMention, _ last: Int) {
    let traits = reader[last].meaning.traits
    if isMailHead, reader.keyword(last) == .from, reader[last].startsLine {
      certain(&name)
      name.learnerCue = max(name.learnerCue, 2)
    } else if traits.contains(.learnerLabel) {
      let before = reader[last - 1].meaning.traits
      if last > 0, !reader[last].startsLine, reader[last - 1].isWord, !before.contains(.learnerLabel) {
        certain(&name)  // "Manager name:"
      } else {
        markLearner(&name)
      }
    } else if traits.contains(.nameLabel) {
      certain(&name)
    }
  }

  private func weighAfter(_ name: inout NameMention, _ end: Int) {
    let next = reader[end]
    guard !next.startsLine else { return }
    let traits = next.meaning.traits
    if traits.contains(.personVerb), !reader.context.isHeading {
      name.score += name.isFirm ? 3 : 2
    }
    if tellsBehindApposition(end) || opensAsDoer(name, end) { certain(&name) }
    let isTold = next.mark == .open || next.mark == .comma
    if next.meaning.keyword == .who && name.isFirm
      || isTold && (reader.keyword(end + 1) == .who || isPersonalPronoun(end + 1))
    {
      certain(&name)
      if leads(end) { name.role = roles.names.firstIndex(of: "manager") ?? -1 }
    }
    if next.meaning.keyword == .and, reader[end + 1].meaning.traits.contains(.pronoun) { certain(&name) }
    if next.meaning.traits.contains(.organisation) { name.score -= 6 }
    if isPossessive(end - 1) { name.score += 1 }
    if next.meaning.keyword == .was || traits.contains(.function) && isAuxiliary(end) { name.score += 1 }
    name.continuesList = next.mark == .comma || next.mark == .ampersand || next.meaning.keyword == .and
  }

  /// "Iqbal, car 17, said …", "Ben on my team told me …": between a name and its verb only what says who that is.
  private func tellsBehindApposition(_ end: Int) -> Bool {
    guard !reader.context.isHeading else { return false }
    if reader.mark(end) == .comma {
      for index in end + 2..<end + 7 where reader.mark(index) == .comma {
        return reader[index + 1].meaning.traits.contains(.personVerb) && !reader[index + 1].isCapitalised
      }
      return false
    }
    guard reader.keyword(end) == .on || reader.keyword(end) == .from || reader.keyword(end) == .in else {
      return false
    }
    guard reader.keyword(end + 1) == .possessive || reader.keyword(end + 1) == .the else { return false }
    return [end + 3, end + 4].contains { reader[$0].meaning.traits.contains(.personVerb) }
  }

  /// ", who leads our pod", "(she runs the desk)": who is over the learner.
  private func leads(_ end: Int) -> Bool {
    let verb = reader[end].meaning.keyword == .who ? end + 1 : end + 2
    let isLeading = Self.leadingVerbs.contains {
      Array($0.utf8) == reader.text[reader[verb].span.range].map { $0 | 0x20 }
    }
    guard isLeading, !reader[verb].startsLine else { return false }
    switch reader.keyword(verb + 1) {
    case .possessive, .the: return true
    default: return false
    }
  }

  /// "Tam did the round of the yard", "Brodie has finished it": a word known for nothing else that opens a sentence, in
  /// front of the finite verb of what people do.
  private func opensAsDoer(_ name: NameMention, _ end: Int) -> Bool {
    let start = name.range.lowerBound
    guard reader.startsStretch(start), end == start + 1, !reader.context.isHeading,
      reader[start].meaning.month == 0, openings.isStrange(name.words[0])
    else { return false }
    var verb = end
    if reader[verb].isWord, openings.isBetween(reader[verb].word) { verb += 1 }
    let next = reader[verb]
    guard next.isWord, !next.isCapitalised, !next.startsLine, next.meaning.traits.contains(.personVerb) else {
      return false
    }
    return !openings.isOfThings(next.word)
      || reader[verb + 1].isWord && openings.isObject(reader[verb + 1].word)
  }

  private static let leadingVerbs = [
    "leads", "runs", "manages", "heads", "supervises", "led", "ran", "managed",
  ]

  private func isPersonalPronoun(_ index: Int) -> Bool {
    switch Array(reader.text[reader[index].span.range].map { $0 | 0x20 }) {
    case Array("she".utf8), Array("he".utf8): true
    default: false
    }
  }

  private func isPossessive(_ index: Int) -> Bool {
    let bytes = reader.text[reader[index].span.range]
    return bytes.count > 2 && bytes.last == 0x73 && bytes[bytes.endIndex - 2] != 0x65
      && !isLetter(bytes[bytes.endIndex - 2])
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func isAuxiliary(_ index: Int) -> Bool {
    switch Array(reader.text[reader[index].span.range]) {
    case Array("has".utf8), Array("had".utf8), Array("is".utf8), Array("will".utf8), Array("would".utf8),
      Array("does".utf8),
      Array("says".utf8):
      true
    default: false
    }
  }

  private func weighForm(_ name: inout NameMention, _ start: Int, _ end: Int) {
    for index in start..<end {
      let traits = reader[index].meaning.traits
      if traits.contains(.organisation) { name.score -= 6 }
      if index == start, name.isGivenName {
        let isSure = !reader.startsStretch(start) || opensAsName(start, end)
        let isPlain = isSure && !reader.context.isHeading
        name.score += isPlain && !isCommon[Int(name.words[0].rawValue)] ? 3 : 2
      }
    }
    if name.words.dropFirst().contains(where: { isCommon[Int($0.rawValue)] }) { name.score -= 2 }
  }

  /// "Chidi redoes the scripts": a given name that is no other word, in front of a word in small letters.
  private func opensAsName(_ start: Int, _ end: Int) -> Bool {
    let next = reader[end]
    guard next.isWord, !next.isCapitalised, !next.startsLine else { return false }
    let word = reader.text[reader[start].span.range].prefix { isLetter($0) }.map { $0 | 0x20 }
    return !NameOpenings.isOtherWord(word)
  }

  /// "Leanne Fairhurst, Customer Adviser", "PDP – Marcus Adeyemi", "My log (Leanne, …)": the author, near the top.
  private func weighTitleLine(_ name: inout NameMention, _ start: Int, _ end: Int) {
    guard isOpening, document.blocks[reader.block].cell == nil else { return }
    let before = reader.mark(start - 1)
    let opens =
      reader[start].startsLine || before == .open || before == .dash || before == .bar
      || before == .colon && reader.context.isHeading
      || reader.keyword(start - 1) == .by || reader.keyword(start - 1) == .of
    let next = reader[end]
    let closes =
      next.shape == .edge || next.startsLine
      || [.comma, .dash, .bar, .open, .close, .stop, .other].contains(next.mark)
    let hasCommon = name.words.contains { isCommon[Int($0.rawValue)] }
    guard opens, closes, name.score > -3, name.isGivenName || !hasCommon else { return }
    let isFull = name.words.count > 1
    let isLed = before != .none || reader.keyword(start - 1) != .none
    guard !reader.context.isHeading || isLed || isFull && name.isGivenName else { return }
    guard
      isFull
        || name.score > 0 && reader.lexemes.count < 30 && !reader[end + 1].meaning.traits.contains(.pronoun)
    else {
      return
    }
    name.score += isFull ? 3 : 1
    name.learnerCue = max(name.learnerCue, isFull ? 2 : 1)
    if isFull { name.isFirm = true }
  }

  /// A name in a form: the label stands in the cell before.
  private func weighCell(_ name: inout NameMention) {
    if reader.context.namesPeople, isNamed(name) { certain(&name) }
    guard let cell = document.blocks[reader.block].cell, cell.column > 0, name.range.lowerBound == 0 else {
      return
    }
    guard let label, let last = label.lexemes.last else { return }
    if let role = roles.longest(in: label, at: 0), !role.isPlural,
      !isLearnersOrCustomers(roles.names[role.group])
    {
      certain(&name)
      name.role = role.group
    }
    let index = last.mark == .colon ? label.lexemes.count - 2 : label.lexemes.count - 1
    let traits = label[index].meaning.traits
    if traits.contains(.learnerLabel) {
      if index == 0 || label[index - 1].meaning.traits.contains(.learnerLabel) {
        markLearner(&name)
      } else {
        certain(&name)
      }
    } else if traits.contains(.nameLabel) {
      certain(&name)
    }
  }

  /// In a column "Who": a name at the start or in a list, with a mark, a joint or nothing behind it.
  private func isNamed(_ name: NameMention) -> Bool {
    let (start, end) = (name.range.lowerBound, name.range.upperBound)
    let before = reader[start - 1]
    let opens =
      reader[start].startsLine || [.comma, .ampersand, .slash, .plus, .bullet].contains(before.mark)
      || before.meaning.keyword == .and
    let next = reader[end]
    let closes =
      next.shape != .word || next.startsLine || next.meaning.traits.contains(.function)
    return opens && closes && !name.words.contains { isCommon[Int($0.rawValue)] }
  }

  private func isLearnersOrCustomers(_ group: String) -> Bool {
    group == "learner" || group == "adviser" || group == "customer"
  }

  // MARK: Roles

  /// Joins a role with the name beside it: "my team leader Kev", "Kev (team leader)", "Team leader: Wendy Harker".
  ///
  /// - Parameter index: of the name among all names.
  /// - Returns: false where they do not belong together.
  func join(_ role: inout RoleMention, _ index: Int, _ name: inout NameMention) -> Bool {
    let group = roles.names[role.group]
    let isAfter = follows(name.range.lowerBound, role)
    let isBefore = precedes(name.range.upperBound, role.range)
    guard isAfter || isBefore, name.role < 0, name.score > -4, group != "customer" else { return false }
    name.score += 3
    name.isFirm = true
    if role.isPlural {
      name.learnerCue = 0  // "Seven advisers: Gabby, Finn …"
      return true
    }
    name.role = role.group
    let isOwnTitle =
      reader[name.range.lowerBound].startsLine && reader.keyword(role.range.lowerBound - 1) == .none
    if isBefore, isOpening, isOwnTitle { name.learnerCue = max(name.learnerCue, 2) }
    if isAfter {
      let isLearners = group == "learner" || group == "adviser"
      name.learnerCue = isLearners && reader.mark(role.range.upperBound) == .colon ? 3 : 0
    }
    role.name = index
    return true
  }

  /// True where only a comma, colon, dash or "is" stands between a role and the name after it.
  private func follows(_ start: Int, _ role: RoleMention) -> Bool {
    let end = role.range.upperBound
    if start == end { return !reader[start].startsLine }
    guard start == end + 1 else { return false }
    switch reader.mark(end) {
    case .colon: return true
    case .open: return reader.mark(start + 1) == .close || reader.mark(start + 2) == .close
    // "my team leader, Kev" is a person, "Customer Adviser, Loyalty" a desk.
    case .comma: return reader.keyword(role.range.lowerBound - 1) == .possessive
    case .dash: return !reader.isGlued(end) && reader[start].meaning.traits.contains(.firstName)
    default: return isBeing(end)
    }
  }

  /// A mark or the end behind a role: "Callum, hotline supervisor, …" says who he is.
  private func closes(_ end: Int) -> Bool {
    let next = reader[end]
    return next.shape == .edge || next.startsLine
      || [.comma, .close, .stop, .dash, .semicolon].contains(next.mark)
  }

  /// True where a name stands before a role with "(", ", my", ", the", " – " or "is my" between.
  private func precedes(_ end: Int, _ role: Range<Int>) -> Bool {
    let start = role.lowerBound
    guard start > end, start <= end + 4 else { return false }
    var hasMark = false
    for index in end..<start {
      let lexeme = reader[index]
      switch lexeme.mark {
      case .open, .comma, .dash: hasMark = true
      case .none:
        switch lexeme.meaning.keyword {
        case .possessive, .the, .a, .was: break
        default:
          if isBeing(index) {
            guard reader.keyword(index + 1) == .possessive || reader.keyword(index + 1) == .the else {
              return false
            }
            hasMark = true
          } else if !lexeme.isCapitalised, !(hasMark && index == start - 1 && closes(role.upperBound)) {
            return false
          }
        }
      default: return false
      }
      if lexeme.startsLine, index > end, document.blocks[reader.block].kind != .paragraph { return false }
    }
    return hasMark
  }
}
