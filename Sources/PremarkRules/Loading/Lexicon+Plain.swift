import PremarkText

extension Lexicon {
  /// Word lists in plain form: phrases with operators are left out, or written out where they stand for few.
  init(plain lists: [WordList]) {
    self.init(lists: lists.map { List(name: $0.name, groups: $0.groups.map { Group(plain: $0) }) })
  }
}

extension Lexicon.Group {
  /// Most rows of words that one phrase of the annotation's vocabulary may stand for.
  static let mostForms = 256

  /// The phrases of a group as rows of words. One that stands for more than ``mostForms`` rows, or has operators that
  /// rows of words cannot say, gives none.
  init(plain group: WordList.Group) {
    self.init(name: group.name)
    let store = group.store
    var row: [Int32] = []
    for entry in group.entries {
      let range = store.range(of: entry)
      let isWords = store.codes[range].allSatisfy { code in
        switch code.kind {
        case .word, .exact, .oneOf, .optional: true
        case .prefix, .anyWord, .gap, .reference: false
        }
      }
      if isWords, store.ways(of: entry) <= Self.mostForms {
        add(range.lowerBound, range.upperBound, store, &row)
      }
    }
  }

  /// Adds every way to write the codes behind the words of a row.
  private mutating func add(_ at: Int, _ end: Int, _ store: PhraseStore, _ row: inout [Int32]) {
    guard at < end else {
      for word in row { store.strings.withBytes(of: word) { addWord($0) } }
      if !row.isEmpty { endPhrase() }
      return
    }
    let code = store.codes[at]
    let behind = at + 1 + Int(code.number)
    switch code.kind {
    case .optional:
      add(behind, end, store, &row)
      add(at + 1, end, store, &row)
    case .oneOf:
      for choice in (at + 1)..<behind {
        row.append(store.codes[choice].number)
        add(behind, end, store, &row)
        row.removeLast()
      }
    default:
      row.append(code.number)
      add(at + 1, end, store, &row)
      row.removeLast()
    }
  }
}
