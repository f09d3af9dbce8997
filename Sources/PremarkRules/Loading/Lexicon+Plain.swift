import PremarkText

extension Lexicon {
  /// Word lists in plain form: phrases with operators are left out, or written out where they stand for few.
  init(plain lists: [WordList]) {
    self.init(lists: lists.map { List(name: $0.name, groups: $0.groups.map { Group(plain: $0) }) })
  }
}

extension Lexicon.Group {
  /// Nearly all phrases are words in a row and are copied from their store; ``Phrase/plainForms`` says the same of them.
  fileprivate init(plain group: WordList.Group) {
    self.init(name: group.name)
    let store = group.store
    for entry in group.entries {
      let codes = store.codes[store.range(of: entry)]
      if codes.allSatisfy({ $0.kind == .word || $0.kind == .exact }) {
        for code in codes { store.strings.withBytes(of: code.number) { addWord($0) } }
        endPhrase()
      } else {
        for form in Phrase(entry: entry, store: store).plainForms { add(form) }
      }
    }
  }
}

extension Phrase {
  /// Most rows of words that one phrase of the annotation's vocabulary may stand for.
  static let mostPlainForms = 256

  /// Every row of words that the phrase stands for, the words apart by one space; none where it has operators that rows
  /// of words cannot say, or stands for more than ``mostPlainForms``.
  var plainForms: [String] {
    var forms = [""]
    for element in elements {
      guard let endings = element.plainForms, forms.count * endings.count <= Self.mostPlainForms else {
        return []
      }
      if endings.count == 1 {
        for index in forms.indices { forms[index] = Self.joined(forms[index], endings[0]) }
      } else {
        forms = forms.flatMap { form in endings.map { Self.joined(form, $0) } }
      }
    }
    return forms.filter { !$0.isEmpty }
  }

  fileprivate static func joined(_ a: String, _ b: String) -> String {
    a.isEmpty ? b : b.isEmpty ? a : a + " " + b
  }
}

extension Phrase.Element {
  /// Nil where words cannot say it.
  fileprivate var plainForms: [String]? {
    switch self {
    case .word(let word), .exact(let word): return [word]
    case .prefix, .anyWord, .gap, .reference: return nil
    case .oneOf(let elements):
      var forms: [String] = []
      for element in elements {
        guard let own = element.plainForms else { return nil }
        forms += own
      }
      return forms
    case .optional(let elements):
      var form = [""]
      for element in elements {
        guard let own = element.plainForms, form.count * own.count <= Phrase.mostPlainForms else {
          return nil
        }
        form = form.flatMap { start in own.map { Phrase.joined(start, $0) } }
      }
      return [""] + form
    }
  }
}
