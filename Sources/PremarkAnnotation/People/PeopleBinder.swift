import PremarkText

/// Makes people of the names and roles of a document, and entities of all that was found.
struct PeopleBinder {
  let readers: [BlockReader]
  let names: NamesFound
  /// Names of the groups of roles.
  let roles: [String]
  let options: AnnotationOptions
  /// Number of words in the table.
  let wordCount: Int

  private struct Draft {
    var words: [WordID]
    var name: String
    var role = -1
    var isLearner = false
    var mentions: [Int] = []
    var roleMentions: [Int] = []
  }

  /// Entities and people; see ``FoundEntities``.
  func bind(_ found: [[Found]]) -> FoundEntities {
    let isAccepted = acceptedNames()
    var people: [Draft] = []
    var personOfName = [Int](repeating: -1, count: names.names.count)
    var byWord = [Int32](repeating: -1, count: wordCount)
    for (index, mention) in names.names.enumerated() where isAccepted[index] {
      let person = person(for: mention, &people, &byWord)
      people[person].mentions.append(index)
      personOfName[index] = person
    }
    chooseLearner(&people)
    bindRoles(&people, personOfName)
    return assemble(found, people, personOfName)
  }

  // MARK: Which names are people

  /// A word is a person's name where the cues of all its mentions add up to three and one mention is firm. Standing in a
  /// list beside a name that is accepted counts two: "Kofi, Lena and Sunil".
  private func acceptedNames() -> [Bool] {
    var weights = NameWeights(names.names, wordCount: wordCount)
    var accepted = weights.accepted(names.names)
    for _ in 0..<4 {
      var hasChanged = false
      for index in names.names.indices where !accepted[index] {
        guard isListed(accepted, index) else { continue }
        hasChanged = weights.support(names.names[index], index) || hasChanged
      }
      guard hasChanged else { break }
      accepted = weights.accepted(names.names)
    }
    return accepted
  }

  /// True where a neighbour in the same list of names is accepted; the author on the title line has no list.
  private func isListed(_ accepted: [Bool], _ index: Int) -> Bool {
    for other in [index - 1, index + 1] {
      guard other >= 0, other < accepted.count, accepted[other], names.names[other].learnerCue == 0 else {
        continue
      }
      let (left, right) = (names.names[min(index, other)], names.names[max(index, other)])
      guard left.block == right.block, left.continuesList else { continue }
      if right.range.lowerBound - left.range.upperBound <= 2 { return true }
    }
    return false
  }

  // MARK: People

  /// The person a name means: one with the same first or last word, unless both names are full and differ.
  ///
  /// `byWord` has for each word the first person whose name begins or ends with it.
  private func person(for mention: NameMention, _ people: inout [Draft], _ byWord: inout [Int32]) -> Int {
    for word in [mention.words[0], mention.words[mention.words.count - 1]] {
      let known = Int(byWord[Int(word.rawValue)])
      guard known >= 0, isSamePerson(people[known].words, mention.words) else { continue }
      if mention.words.count > people[known].words.count {
        people[known].words = mention.words
        people[known].name = text(of: mention)
        enter(mention, known, &byWord)
      }
      return known
    }
    people.append(Draft(words: mention.words, name: text(of: mention)))
    enter(mention, people.count - 1, &byWord)
    return people.count - 1
  }

  private func enter(_ mention: NameMention, _ person: Int, _ byWord: inout [Int32]) {
    for word in [mention.words[0], mention.words[mention.words.count - 1]]
    where byWord[Int(word.rawValue)] < 0 {
      byWord[Int(word.rawValue)] = Int32(truncatingIfNeeded: person)
    }
  }

  private func isSamePerson(_ a: [WordID], _ b: [WordID]) -> Bool {
    if a.count == 1 { return b.first == a[0] || b.last == a[0] }
    if b.count == 1 { return a.first == b[0] || a.last == b[0] }
    return a == b
  }

  /// The name as written, without a possessive ending or a closing full stop that is not an initial's.
  private func text(of mention: NameMention) -> String {
    let reader = readers[mention.block]
    let start = reader[mention.range.lowerBound].span.start
    var bytes = Array(reader.text[start..<reader[mention.range.upperBound - 1].span.end])
    if bytes.count > 2, bytes.last == 0x73 {
      let hasStraight = bytes[bytes.count - 2] == 0x27
      let hasCurly =
        bytes.count > 4 && bytes[bytes.count - 4] == 0xE2 && bytes[bytes.count - 3] == 0x80
        && bytes[bytes.count - 2] == 0x99
      if hasStraight { bytes.removeLast(2) } else if hasCurly { bytes.removeLast(4) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The learner: who is told, else who a label or "my name is" says, else the first name of the title.
  private func chooseLearner(_ people: inout [Draft]) {
    if let told = options.learner {
      let wanted = fold(told)
      if let index = people.indices.first(where: { isNamed(people[$0].name, wanted) }) {
        people[index].isLearner = true
      } else {
        people.append(Draft(words: [], name: told, isLearner: true))
      }
      return
    }
    var best = -1
    for (index, mention) in names.names.enumerated()
    where mention.learnerCue > (best < 0 ? 0 : names.names[best].learnerCue) {
      best = index
    }
    guard best >= 0 else { return }
    let first = best
    if let index = people.indices.first(where: { people[$0].mentions.contains(first) }) {
      people[index].isLearner = true
    }
  }

  private func fold(_ name: String) -> [UInt8] { Folding.folded(Array(name.utf8)) }

  private func isNamed(_ name: String, _ wanted: [UInt8]) -> Bool {
    let folded = fold(name)
    if folded == wanted { return true }
    let first = wanted.split(separator: 0x20).first.map { Array($0) } ?? wanted
    return folded == first || folded.starts(with: first + [0x20])
  }

  // MARK: Roles

  private func bindRoles(_ people: inout [Draft], _ personOfName: [Int]) {
    for (index, mention) in names.names.enumerated() where personOfName[index] >= 0 && mention.role >= 0 {
      let person = personOfName[index]
      if people[person].role < 0 { people[person].role = mention.role }
    }
    let holders = soleHolders(people)
    var unnamed = [Int?](repeating: nil, count: roles.count)
    for (index, mention) in names.roles.enumerated() {
      if let name = mention.name, personOfName[name] >= 0 {
        people[personOfName[name]].roleMentions.append(index)
        continue
      }
      guard mention.isParticular else { continue }
      if let person = holders[mention.group] ?? unnamed[mention.group] {
        people[person].roleMentions.append(index)
      } else {
        unnamed[mention.group] = people.count
        people.append(Draft(words: [], name: "", role: mention.group, roleMentions: [index]))
      }
    }
  }

  /// For each role the named person who has it, where there is just one besides the learner.
  private func soleHolders(_ people: [Draft]) -> [Int?] {
    var holders = [Int?](repeating: nil, count: roles.count)
    var counts = [Int](repeating: 0, count: roles.count)
    for (index, person) in people.enumerated() where person.role >= 0 && !person.isLearner {
      holders[person.role] = index
      counts[person.role] += 1
    }
    return roles.indices.map { counts[$0] == 1 ? holders[$0] : nil }
  }

  // MARK: Entities

  private struct Placed {
    let entity: Entity
    let person: Int
  }

  private func assemble(_ found: [[Found]], _ people: [Draft], _ personOfName: [Int]) -> FoundEntities {
    var placed: [Placed] = []
    for (block, items) in found.enumerated() {
      for item in items {
        placed.append(Placed(entity: entity(item.kind, block, item.range, item.value), person: -1))
      }
    }
    var personOfRole = [Int](repeating: -1, count: names.roles.count)
    for (person, draft) in people.enumerated() {
      for role in draft.roleMentions { personOfRole[role] = person }
    }
    for (index, mention) in names.names.enumerated() where personOfName[index] >= 0 {
      let person = personOfName[index]
      let item = entity(.person, mention.block, mention.range, .name(people[person].name))
      placed.append(Placed(entity: item, person: person))
    }
    for (index, mention) in names.roles.enumerated() {
      let item = entity(.role, mention.block, mention.range, .name(roles[mention.group]))
      placed.append(Placed(entity: item, person: personOfRole[index]))
    }
    placed.sort { Self.isBefore($0.entity, $1.entity) }
    var mentions = [[Int]](repeating: [], count: people.count)
    for (index, item) in placed.enumerated() where item.person >= 0 { mentions[item.person].append(index) }
    let order = people.indices.sorted {
      (mentions[$0].first ?? Int.max, $0) < (mentions[$1].first ?? Int.max, $1)
    }
    return FoundEntities(
      entities: placed.map { $0.entity },
      people: order.map { person(people[$0], mentions[$0]) })
  }

  private func person(_ draft: Draft, _ mentions: [Int]) -> Person {
    Person(
      name: draft.name, role: draft.role >= 0 ? roles[draft.role] : nil, isLearner: draft.isLearner,
      mentions: mentions)
  }

  /// By block, start, the longer first, then kind, so that what holds others comes before them.
  private static func isBefore(_ a: Entity, _ b: Entity) -> Bool {
    if (a.block, a.span.start) != (b.block, b.span.start) {
      return (a.block, a.span.start) < (b.block, b.span.start)
    }
    if a.span.end != b.span.end { return a.span.end > b.span.end }
    return a.kind.rawValue < b.kind.rawValue
  }

  private func entity(_ kind: Entity.Kind, _ block: Int, _ range: Range<Int>, _ value: Entity.Value) -> Entity
  {
    let reader = readers[block]
    let (first, last) = (reader[range.lowerBound], reader[range.upperBound - 1])
    return Entity(
      kind: kind, block: block, span: Span(first.span.start, last.span.end),
      tokens: first.tokens.lowerBound..<last.tokens.upperBound, value: value)
  }
}
