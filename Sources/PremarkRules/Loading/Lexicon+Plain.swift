import PremarkText

extension Lexicon {
  /// Word lists in plain form: phrases with operators are left out, or written out where they stand for few.
  init(plain lists: [WordList]) {
    self.init(
      lists: lists.map { list in
        List(
          name: list.name,
          groups: list.groups.map { group in
            var phrases: [String] = []
            phrases.reserveCapacity(group.phrases.count)
            for phrase in group.phrases { phrases += phrase.plainForms }
            return Group(name: group.name, phrases: phrases)
          })
      })
  }
}

extension Phrase {
  /// Every row of words that the phrase stands for, the words apart by one space; none where it has operators that rows
  /// of words cannot say, or stands for more than 16.
  var plainForms: [String] {
    var forms = [""]
    for element in elements {
      guard let endings = element.plainForms, forms.count * endings.count <= 16 else { return [] }
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
        guard let own = element.plainForms, form.count * own.count <= 16 else { return nil }
        form = form.flatMap { start in own.map { Phrase.joined(start, $0) } }
      }
      return [""] + form
    }
  }
}
