import PremarkAnnotation
import PremarkText

@testable import PremarkMatching
@testable import PremarkRules

/// Finds a word list by trying every way of every phrase at every place: the twin of the trie and of the patterns.
struct NaivePhrases {
  let rules: CompiledRules
  let evaluation: Evaluation

  /// Token ranges of a list, longest first at each start, none inside another of its group.
  func occurrences(of list: WordList) -> [Occurrence] {
    var all: [Occurrence] = []
    for (group, content) in list.groups.enumerated() {
      for phrase in content.phrases {
        for start in evaluation.index.stream.indices where evaluation.index.stream[start] >= 0 {
          for end in ends(phrase.elements[...], start) where end > start {
            all.append(Occurrence(tokens: tokens(start, end), group: group))
          }
        }
      }
    }
    return all.withoutContained()
  }

  /// The stream positions after each way to match the elements at a position.
  private func ends(_ elements: ArraySlice<Phrase.Element>, _ position: Int) -> [Int] {
    guard let element = elements.first else { return [position] }
    let rest = elements.dropFirst()
    let stream = evaluation.index.stream
    switch element {
    case .optional(let inner): return ends(rest, position) + ends(inner[...] + rest, position)
    case .oneOf(let choices): return choices.flatMap { ends([$0] + rest, position) }
    case .gap(let most):
      var at = position
      for _ in 0...most {
        let found = ends(rest, at)
        if let first = found.first { return [first] }
        if at < stream.count, stream[at] == TextIndex.softBarrier { at += 1 }
        guard at < stream.count, stream[at] >= 0 else { return [] }
        at += 1
      }
      return []
    case .reference(let reference):
      guard let list = rules.rules.wordLists.first(where: { $0.name == reference.name }) else { return [] }
      let group = reference.group.flatMap { name in list.groups.firstIndex { $0.name == name } }
      guard position < stream.count else { return [] }
      let token = Int(evaluation.index.streamToken[position])
      return occurrences(of: list)
        .filter { $0.tokens.lowerBound == token && (reference.group == nil || $0.group == group) }
        .flatMap { ends(rest, Int(evaluation.index.streamOf[$0.tokens.upperBound])) }
    case .word(let word): return words(word, rest, position) { $0 == $1 }
    case .exact(let word): return exact(word, rest, position)
    case .prefix(let prefix):
      guard position < stream.count, stream[position] >= 0, text(position).hasPrefix(prefix) else {
        return []
      }
      return ends(rest, position + 1)
    case .anyWord:
      guard position < stream.count, stream[position] >= 0 else { return [] }
      return ends(rest, position + 1)
    }
  }

  private func words(
    _ word: String, _ rest: ArraySlice<Phrase.Element>, _ position: Int, _ same: (Int32, Int32) -> Bool
  ) -> [Int] {
    var table = rules.words
    var at = position
    for token in Tokeniser().tokens(of: Array(word.utf8), into: &table) where Self.counts(token, table) {
      guard at < evaluation.index.stream.count,
        same(evaluation.index.stream[at], table.stem(of: token.word).rawValue)
      else { return [] }
      at += 1
    }
    return ends(rest, at)
  }

  private func exact(_ word: String, _ rest: ArraySlice<Phrase.Element>, _ position: Int) -> [Int] {
    var table = rules.words
    var at = position
    for token in Tokeniser().tokens(of: Array(word.utf8), into: &table) where Self.counts(token, table) {
      guard at < evaluation.index.stream.count, evaluation.index.streamWord[at] == token.word.rawValue else {
        return []
      }
      at += 1
    }
    return ends(rest, at)
  }

  /// Hyphens and quotes of a rule's word are no words; "%" is one.
  private static func counts(_ token: Token, _ table: WordTable) -> Bool {
    token.kind != .symbol || TextIndex.isWordLike(table.bytes(of: token.word))
  }

  private func text(_ position: Int) -> String {
    evaluation.text.words.string(of: WordID(rawValue: evaluation.index.streamWord[position]))
  }

  private func tokens(_ start: Int, _ end: Int) -> Range<Int> {
    Int(evaluation.index.streamToken[start])..<Int(evaluation.index.streamToken[end - 1]) + 1
  }
}
