/// Phrases, each with a hash that is the same for phrases written with the same words.
struct PhraseRun {
  private(set) var phrases: [Phrase] = []
  /// Of the phrase with the same index.
  private(set) var hashes: [UInt64] = []

  mutating func append(_ phrase: Phrase, hash: UInt64) {
    phrases.append(phrase)
    hashes.append(hash)
  }

  mutating func append(_ other: PhraseRun) {
    phrases += other.phrases
    hashes += other.hashes
  }
}

/// Groups of phrases in order, found by name.
struct PhraseGroups {
  /// A group and its phrases.
  struct Group {
    let name: String
    var run: PhraseRun
  }

  private(set) var groups: [Group] = []
  private var index: [String: Int] = [:]

  /// Adds phrases to the group of that name, which may be new.
  mutating func add(_ run: PhraseRun, to name: String) {
    if let known = index[name] {
      groups[known].run.append(run)
    } else {
      index[name] = groups.count
      groups.append(Group(name: name, run: run))
    }
  }

  /// Takes a phrase out of all groups; true where it was in one.
  mutating func remove(_ phrase: Phrase) -> Bool {
    var found = false
    for number in groups.indices {
      let run = groups[number].run
      guard run.phrases.contains(where: { $0.elements == phrase.elements }) else { continue }
      found = true
      var kept = PhraseRun()
      for (place, other) in run.phrases.enumerated() where other.elements != phrase.elements {
        kept.append(other, hash: run.hashes[place])
      }
      groups[number].run = kept
    }
    return found
  }

  /// Takes groups out; true where there was one.
  mutating func removeGroups(where isGone: (Group) -> Bool) -> Bool {
    let before = groups.count
    groups.removeAll(where: isGone)
    index = [:]
    for (number, group) in groups.enumerated() { index[group.name] = number }
    return groups.count < before
  }

  /// Leaves only the first of equal phrases of a group.
  mutating func removeRepeated() {
    for number in groups.indices where groups[number].run.phrases.count > 1 {
      let run = groups[number].run
      var table = PhraseTable(room: run.phrases.count)
      var kept = PhraseRun()
      for place in run.phrases.indices where table.enter(place, of: run) == nil {
        kept.append(run.phrases[place], hash: run.hashes[place])
      }
      groups[number].run = kept
    }
  }
}

/// Finds equal phrases: open addressing over their hashes, which are fixed and need no key.
struct PhraseTable {
  private var slots: [Int32]
  private let mask: Int

  init(room: Int) {
    var size = 8
    while size < room * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// Enters the phrase with that index; the index of an equal one that was entered before it, if there is one.
  mutating func enter(_ index: Int, of run: PhraseRun) -> Int? {
    let hash = run.hashes[index]
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let other = Int(slots[slot])
      if run.hashes[other] == hash, run.phrases[other].elements == run.phrases[index].elements {
        return other
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(truncatingIfNeeded: index)
    return nil
  }
}
