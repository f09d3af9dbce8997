/// Groups of phrases in order, found by name.
struct PhraseGroups {
  /// A group and its phrases.
  struct Group {
    let name: String
    var phrases: [PhraseEntry]
  }

  private(set) var groups: [Group] = []
  private var index: [String: Int] = [:]

  /// Adds phrases to the group of that name, which may be new.
  mutating func add(_ phrases: [PhraseEntry], to name: String) {
    if let known = index[name] {
      groups[known].phrases += phrases
    } else {
      index[name] = groups.count
      groups.append(Group(name: name, phrases: phrases))
    }
  }

  /// Takes a phrase out of all groups; true where it was in one.
  mutating func remove(_ phrase: PhraseEntry, in store: PhraseStore) -> Bool {
    var found = false
    for number in groups.indices where groups[number].phrases.contains(where: { store.areEqual($0, phrase) })
    {
      found = true
      groups[number].phrases.removeAll { store.areEqual($0, phrase) }
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
  mutating func removeRepeated(in store: PhraseStore) {
    for number in groups.indices where groups[number].phrases.count > 1 {
      let phrases = groups[number].phrases
      var table = PhraseTable(room: phrases.count)
      groups[number].phrases = phrases.indices.compactMap { place in
        table.enter(place, of: phrases, in: store) == nil ? phrases[place] : nil
      }
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
  mutating func enter(_ index: Int, of phrases: [PhraseEntry], in store: PhraseStore) -> Int? {
    var slot = Int(truncatingIfNeeded: phrases[index].hash) & mask
    while slots[slot] >= 0 {
      let other = Int(slots[slot])
      if store.areEqual(phrases[other], phrases[index]) { return other }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(truncatingIfNeeded: index)
    return nil
  }
}
