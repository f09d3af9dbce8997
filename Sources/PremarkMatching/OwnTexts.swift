import PremarkRules
import PremarkText

/// What the rules say to people: a learner who pastes it into the document has not done what it speaks of.
struct OwnTexts {
  private let texts: [String]

  init(of rules: RuleSet) {
    var texts: [String] = []
    for criterion in rules.criteria {
      texts += [criterion.title, criterion.because]
      texts += [criterion.note, criterion.praise].compactMap { $0 }
      for requirement in criterion.requirements {
        texts += [requirement.advice, requirement.missing].compactMap { $0 }
      }
    }
    for mistake in rules.mistakes {
      texts += [mistake.title, mistake.says] + [mistake.advice].compactMap { $0 }
    }
    self.texts = texts + rules.tips.map { $0.says }
  }

  /// For each sentence of some length the hashes of its content stems, as ``EchoIndex`` takes them.
  var hashes: [[UInt32]] {
    var words = WordTable()
    let stop = words.intern(".")
    let tokeniser = Tokeniser()
    var found: [[UInt32]] = []
    for text in texts {
      let tokens = tokeniser.tokens(of: Array(text.utf8), into: &words)
      for sentence in tokens.split(whereSeparator: { $0.word == stop }) {
        let hashes = EchoIndex.hashes(of: sentence, in: words)
        if hashes.count >= EchoIndex.leastWords { found.append(hashes) }
      }
    }
    return found
  }
}
