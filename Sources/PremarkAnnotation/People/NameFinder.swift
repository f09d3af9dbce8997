import PremarkDocument
import PremarkText

/// A role phrase where it stands.
struct RoleMention {
  let block: Int
  let range: Range<Int>
  /// Index in the groups of the list of roles.
  let group: Int
  let isPlural: Bool
  /// True with "my", "our", "the" or a title's capital in front: somebody in particular.
  let isParticular: Bool
  /// The name beside it, as an index of ``NameMention``s.
  var name: Int?
}

/// A run of capitalised words that may be a person's name.
struct NameMention {
  let block: Int
  /// Lexemes, title excluded, possessive included.
  let range: Range<Int>
  /// Word ids without possessive, initials included.
  let words: [WordID]
  /// How much speaks for a person; negative where something speaks against it.
  var score = 0
  /// 0 where nothing says that this is the learner; 1 for a first name on the title line, 2 for a full one, 3 for a
  /// label or "my name is".
  var learnerCue = 0
  /// True for a given name, where no capital is owed to the start of a sentence, and with a cue that only people have.
  var isFirm = false
  /// True where the first word is in the list of given names.
  var isGivenName = false
  /// Group of the role beside it, or -1.
  var role = -1
  /// Next in a list of names ("Kofi, Lena and Sunil").
  var continuesList = false
  /// True where it has no capital.
  var isInSmallLetters = false
}

/// Names and roles of a document, with what speaks for each name.
struct NamesFound {
  var names: [NameMention]
  var roles: [RoleMention]
}

/// Looks for names of people by what stands around capitalised words.
///
/// Precision first: a word is taken for a name only if somewhere in the document a cue says so, and never because it
/// has a capital alone. ``NameEvidence`` holds the cues; ``PeopleBinder`` makes people of the names.
struct NameFinder {
  let vocabulary: EntityVocabulary
  let document: Document
  let readers: [BlockReader]
  let words: WordTable
  /// What was found in each block; a month in a date is no name.
  let found: [[Found]]
  /// Which words may open a sentence as a name.
  let openings: NameOpenings

  /// Names and roles in reading order.
  func find() -> NamesFound {
    var result = NamesFound(names: [], roles: [])
    let isCommon = commonWords()
    let labels = labelBlocks()
    let hasSecondMail = readers.count { $0.keyword(0) == .from && $0.mark(1) == .colon } > 1
    var visibleBlocks = 0
    for reader in readers {
      let block = document.blocks[reader.block]
      if block.visibility == .visible { visibleBlocks += 1 }
      let roles = roleMentions(reader)
      let first = result.names.count
      let names = runs(reader, roles, isCommon)
      result.names.append(contentsOf: names)
      let roleStart = result.roles.count
      result.roles.append(contentsOf: roles)
      let evidence = NameEvidence(
        reader: reader, document: document, isOpening: visibleBlocks <= 5,
        isMailHead: visibleBlocks == 1 && block.cell == nil && !block.isQuote && !hasSecondMail,
        label: labels[reader.block].map { readers[$0] }, isCommon: isCommon, roles: vocabulary.roles,
        openings: openings)
      for index in first..<result.names.count { evidence.weigh(&result.names[index]) }
      join(&result, evidence, names: first, roles: roleStart)
    }
    return result
  }

  /// Joins each role of a block with the name just before or after it.
  private func join(_ result: inout NamesFound, _ evidence: NameEvidence, names: Int, roles: Int) {
    var next = names
    for role in roles..<result.roles.count {
      let range = result.roles[role].range
      while next < result.names.count, result.names[next].range.lowerBound < range.upperBound { next += 1 }
      for name in [next - 1, next] where name >= names && name < result.names.count {
        if evidence.join(&result.roles[role], name, &result.names[name]) { break }
      }
    }
  }

  /// For each block of a table the only block of the cell to its left, where a form has its label.
  private func labelBlocks() -> [Int?] {
    var labels = [Int?](repeating: nil, count: document.blocks.count)
    var last = [(cell: CellReference, block: Int, count: Int, label: Int?)?](
      repeating: nil, count: document.tables.count)
    for (index, block) in document.blocks.enumerated() {
      guard let cell = block.cell else { continue }
      if let before = last[cell.table], before.cell.row == cell.row {
        if before.cell == cell {
          labels[index] = before.label
          last[cell.table] = (cell, index, before.count + 1, before.label)
        } else {
          labels[index] = before.count == 1 ? before.block : nil
          last[cell.table] = (cell, index, 1, labels[index])
        }
      } else {
        last[cell.table] = (cell, index, 1, nil)
      }
    }
    return labels
  }

  /// Which words stand in small letters anywhere: "Customer" is no name where "customer" stands too.
  private func commonWords() -> [Bool] {
    var common = [Bool](repeating: false, count: words.count)
    for reader in readers {
      for lexeme in reader.lexemes where lexeme.shape == .word && !lexeme.isCapitalised {
        common[Int(lexeme.word.rawValue)] = !isGivenName(lexeme) || openings.isOtherWord(base(lexeme).0)
      }
    }
    return common
  }

  // MARK: Roles

  private func roleMentions(_ reader: BlockReader) -> [RoleMention] {
    var mentions: [RoleMention] = []
    var index = 0
    while index < reader.lexemes.count {
      guard reader[index].isWord, let found = vocabulary.roles.longest(in: reader, at: index) else {
        index += 1
        continue
      }
      guard isRole(reader, index..<found.end, vocabulary.roles.names[found.group], found.isPlural) else {
        index = found.end
        continue
      }
      let isParticular: Bool =
        switch reader.keyword(index - 1) {
        case .possessive, .the: true
        default:
          reader[index].isCapitalised && !reader.startsStretch(index) || reader.mark(found.end) == .colon
        }
      mentions.append(
        RoleMention(
          block: reader.block, range: index..<found.end, group: found.group, isPlural: found.isPlural,
          isParticular: isParticular && !found.isPlural))
      index = found.end
    }
    return mentions
  }

  /// False for a verb ("to coach", "I mentor") and for a noun that only qualifies another ("customer satisfaction",
  /// "QA score").
  private func isRole(_ reader: BlockReader, _ range: Range<Int>, _ group: String, _ isPlural: Bool) -> Bool {
    guard range.count == 1, !isPlural else { return true }
    let role = reader[range.lowerBound]
    let before = reader[range.lowerBound - 1].meaning
    if !role.isCapitalised,
      before.keyword == .to || before.traits.contains(.pronoun) || before.traits.contains(.modal)
    {
      return false
    }
    if group == "coach" { return !isVerb(reader, range, before) }
    let mayQualify = ["customer", "quality", "adviser", "colleague", "learner"].contains(group)
    return !mayQualify || standsAlone(reader, range, group, before)
  }

  /// True where a role is not in front of the noun it qualifies; QA is a source only after "from", "by" and their like.
  private func standsAlone(_ reader: BlockReader, _ range: Range<Int>, _ group: String, _ before: Meaning)
    -> Bool
  {
    let next = reader[range.upperBound]
    guard next.isWord, !next.startsLine, !isPossessive(reader[range.lowerBound]) else {
      return group != "quality" || before.traits.contains(.beforePerson) || before.keyword == .by
        || before.keyword == .of || before.keyword == .the
        || reader.mark(range.lowerBound - 1) == .comma || reader.mark(range.lowerBound - 1) == .open
    }
    if next.meaning.traits.contains(.personVerb) { return true }
    return group != "quality" && next.meaning.traits.contains(.function)
  }

  private func isPossessive(_ lexeme: Lexeme) -> Bool {
    words.bytes(of: lexeme.word).suffix(2) == [0x27, 0x73]
  }

  /// "Coach two colleagues", "they listen to calls and coach people": an object follows, no article stands before.
  private func isVerb(_ reader: BlockReader, _ range: Range<Int>, _ before: Meaning) -> Bool {
    let next = reader[range.upperBound]
    guard next.isWord, !next.startsLine, !next.isCapitalised, !isPossessive(reader[range.lowerBound]) else {
      return false
    }
    if before.keyword == .a || before.keyword == .the || before.keyword == .possessive { return false }
    if next.meaning.traits.contains(.personVerb) { return false }
    return next.meaning.cardinal >= 0 || next.meaning.traits.isDisjoint(with: .function)
  }

  // MARK: Runs of capitalised words

  private func runs(_ reader: BlockReader, _ roles: [RoleMention], _ isCommon: [Bool]) -> [NameMention] {
    var mentions: [NameMention] = []
    var role = 0
    var index = 0
    let isDate = datedLexemes(reader)
    while index < reader.lexemes.count {
      if reader[index].meaning.month > 0, isDate[index] {
        index += 1
        continue
      }
      while role < roles.count, roles[role].range.upperBound <= index { role += 1 }
      if role < roles.count, roles[role].range.contains(index) {
        index = roles[role].range.upperBound
        continue
      }
      let limit = role < roles.count ? roles[role].range.lowerBound : reader.lexemes.count
      guard let mention = run(reader, index, limit, isCommon) else {
        index += 1
        continue
      }
      mentions.append(mention)
      index = mention.range.upperBound
    }
    return mentions
  }

  /// Which lexemes belong to a date or time limit.
  private func datedLexemes(_ reader: BlockReader) -> [Bool] {
    var isDated = [Bool](repeating: false, count: reader.lexemes.count)
    for item in found[reader.block]
    where item.kind == .date || item.kind == .dateRange || item.kind == .timeLimit {
      for index in item.range { isDated[index] = true }
    }
    return isDated
  }

  private func run(_ reader: BlockReader, _ start: Int, _ limit: Int, _ isCommon: [Bool]) -> NameMention? {
    if let known = knownInSmallLetters(reader, start) { return known }
    guard mayBeName(reader, start, isFirst: true), !isWeakStart(reader, start, isCommon),
      !standsBeforeName(reader, start)
    else { return nil }
    var parts: [WordID] = []
    var index = start
    while index < limit, parts.count < 4 {
      let lexeme = reader[index]
      if index > start, lexeme.startsLine { break }
      guard mayBeName(reader, index, isFirst: index == start) else { break }
      let (word, isPossessive) = base(lexeme)
      parts.append(word)
      index += 1
      if isPossessive { break }
      if lexeme.span.count == 1, reader.mark(index) == .stop, reader.isGlued(index), index < limit {
        index += 1
        break
      }
      if reader.mark(index) == .dash, reader.isGlued(index), reader.isGlued(index + 1),
        mayBeName(reader, index + 1, isFirst: true)
      {
        index += 1
      }
    }
    return NameMention(
      block: reader.block, range: start..<index, words: parts, isGivenName: isGivenName(reader[start]))
  }

  /// In the list of given names, with or without 's; "April's" is the month's.
  private func isGivenName(_ lexeme: Lexeme) -> Bool {
    let (word, isPossessive) = base(lexeme)
    let meaning = vocabulary.meaning(of: word)
    return meaning.traits.contains(.firstName) && !(isPossessive && meaning.month > 0)
  }

  /// "tilly showed me": a given name that is no other word, in small letters; its capital elsewhere has to say that it is
  /// a person's.
  private func knownInSmallLetters(_ reader: BlockReader, _ index: Int) -> NameMention? {
    let lexeme = reader[index]
    guard lexeme.shape == .word, !lexeme.isCapitalised, isGivenName(lexeme),
      lexeme.meaning.traits.isDisjoint(with: [.function, .notName]), lexeme.meaning.keyword == .none,
      lexeme.meaning.month == 0, lexeme.meaning.weekday == 0, !openings.isOtherWord(base(lexeme).0)
    else { return nil }
    return NameMention(
      block: reader.block, range: index..<index + 1, words: [base(lexeme).0], isGivenName: true,
      isInSmallLetters: true)
  }

  /// "[Big] Kenny took me round", "[Shadowed] Irena": a word with the capital of its sentence in front of a name.
  private func standsBeforeName(_ reader: BlockReader, _ index: Int) -> Bool {
    guard reader.startsStretch(index), !reader[index].meaning.traits.contains(.firstName),
      !reader[index + 1].startsLine, mayBeName(reader, index + 1, isFirst: true)
    else { return false }
    return openings.standsBeforeName(reader[index].word)
      || reader[index + 1].meaning.traits.contains(.firstName) && openings.mayBeVerb(reader[index].word)
  }

  /// True where a lexeme can be part of a name; an initial and a surname's "O'" too.
  private func mayBeName(_ reader: BlockReader, _ index: Int, isFirst: Bool) -> Bool {
    let lexeme = reader[index]
    guard lexeme.shape == .word, lexeme.isCapitalised else { return false }
    if lexeme.span.count == 1 {
      if lexeme.meaning.keyword == .a { return !isFirst && reader[index + 1].shape == .symbol }
      return !isFirst && !lexeme.meaning.traits.contains(.pronoun)
    }
    let meaning = lexeme.meaning
    guard meaning.traits.isDisjoint(with: [.function, .notName, .title, .nameLabel, .learnerLabel]) else {
      return false
    }
    let isName = meaning.traits.contains(.firstName)
    guard !lexeme.isUpperCase || isName || isShoutedName(reader, index) else { return false }
    if meaning.month > 0 || meaning.weekday > 0 || meaning.keyword != .none {
      return isName && meaning.weekday == 0
    }
    return meaning.cardinal < 0 && meaning.ordinal == 0 && (meaning.unit == .none || isName)
  }

  /// True for a surname as some services write it, "CARVER volunteered": capitals among small letters, long enough for
  /// no abbreviation. Whether it is a person is for the cues to say.
  private func isShoutedName(_ reader: BlockReader, _ index: Int) -> Bool {
    let lexeme = reader[index]
    let bytes = words.bytes(of: lexeme.word)
    guard bytes.count >= 4, bytes.contains(where: { Self.vowels.contains($0) }), !reader.context.isHeading
    else {
      return false
    }
    let beside = [reader[index - 1], reader[index + 1]].filter { $0.isWord && $0.meaning.keyword != .and }
    return !beside.contains { $0.isUpperCase && $0.span.count > 1 }
      && reader.lexemes.contains { $0.isWord && !$0.isCapitalised && $0.span.count > 2 }
  }

  private static let vowels = Array("aeiouy".utf8)

  /// True for a common word that has its capital from the start of a sentence.
  private func isWeakStart(_ reader: BlockReader, _ index: Int, _ isCommon: [Bool]) -> Bool {
    let lexeme = reader[index]
    return isCommon[Int(base(lexeme).0.rawValue)] && !lexeme.meaning.traits.contains(.firstName)
  }

  /// The word without a possessive ending.
  private func base(_ lexeme: Lexeme) -> (WordID, Bool) {
    let bytes = words.bytes(of: lexeme.word)
    guard bytes.count > 2, bytes.suffix(2) == [0x27, 0x73] else { return (lexeme.word, false) }
    return (words.find(Array(bytes.dropLast(2))) ?? lexeme.word, true)
  }
}
