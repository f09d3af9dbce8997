import PremarkText

/// What every word of a document can be to grammar: a table look-up for listed words, endings for the rest.
struct Grammar: Sendable {
  private let listed: [WordClass]
  private let functionWords: [FunctionWord]
  private var classes: [WordClass] = []

  /// Enters the listed words into the table and remembers their classes by id.
  init(words: inout WordTable) {
    var builder = GrammarBuilder()
    for (classes, row) in GrammarWords.rows { builder.add(classes, row, &words) }
    for (classes, row) in VerbTable.meanings { builder.add(classes, row, &words) }
    builder.add(.judged, VerbTable.misleading, &words)
    builder.add([.baseVerb], VerbTable.verbs, &words)
    builder.add([.baseVerb, .alsoNoun], VerbTable.nounVerbs, &words)
    builder.addIrregular(VerbTable.irregular, &words)
    listed = builder.classes
    var functionWords: [FunctionWord] = []
    for functionWord in FunctionWord.allCases where functionWord != .unlisted {
      let index = Int(words.intern(functionWord.rawValue).rawValue)
      while functionWords.count <= index { functionWords.append(.unlisted) }
      functionWords[index] = functionWord
    }
    self.functionWords = functionWords
  }

  /// The same grammar with a place for every word of the table.
  func extended(to words: WordTable) -> Grammar {
    var grammar = self
    grammar.classes = listed
    grammar.classes.append(contentsOf: repeatElement([], count: max(0, words.count - listed.count)))
    return grammar
  }

  /// Judges a word of the document by its ending, once.
  mutating func judge(_ word: WordID, in words: WordTable) {
    let index = Int(word.rawValue)
    guard !classes[index].has(.judged) else { return }
    classes[index].formUnion(Endings.classes(of: words.bytes(of: word), known: classes[index], self, words))
    classes[index].insert(.judged)
  }

  /// What a judged word can be.
  @inline(__always)
  subscript(word: WordID) -> WordClass { classes[Int(word.rawValue)] }

  /// What the tables alone say of a word; needs no place for the document's words.
  func listedClass(_ word: WordID) -> WordClass {
    let index = Int(word.rawValue)
    return index < listed.count ? listed[index] : []
  }

  /// Which of the words and marks asked for one by one it is.
  @inline(__always)
  func functionWord(_ word: WordID) -> FunctionWord {
    let index = Int(word.rawValue)
    return index < functionWords.count ? functionWords[index] : .unlisted
  }

  /// What a listed word can be, empty for others.
  func listedClasses(of bytes: [UInt8], in words: WordTable) -> WordClass {
    guard let id = words.find(bytes), Int(id.rawValue) < listed.count else { return [] }
    return listed[Int(id.rawValue)]
  }
}

extension WordClass {
  /// Bookkeeping: the ending has been looked at, or misleads.
  static let judged = WordClass(rawValue: 1 << 63)
}

/// Collects classes by word id while the tables are entered.
private struct GrammarBuilder {
  var classes: [WordClass] = []

  mutating func add(_ added: WordClass, _ row: StaticString, _ words: inout WordTable) {
    WordRow(row).forEachWord { add(added, $0, &words) }
  }

  /// Rows of base/past/participle.
  mutating func addIrregular(_ rows: StaticString, _ words: inout WordTable) {
    WordRow(rows).forEachWord { row in
      var form = 0
      var start = 0
      for index in 0...row.count where index == row.count || row[index] == 0x2F {
        // safe: rows of the program's own word lists; slicing checks its bounds.
        add(Self.forms[min(form, 2)], UnsafeBufferPointer(rebasing: row[start..<index]), &words)
        form += 1
        start = index + 1
      }
    }
  }

  private static let forms: [WordClass] = [[.baseVerb], [.pastForm], [.participle]]

  private mutating func add(
    _ added: WordClass, _ word: UnsafeBufferPointer<UInt8>, _ words: inout WordTable
  ) {
    let index = Int(words.intern(word).rawValue)
    if classes.count <= index {
      classes.append(contentsOf: repeatElement([], count: index + 1 - classes.count))
    }
    classes[index].formUnion(added)
  }
}
