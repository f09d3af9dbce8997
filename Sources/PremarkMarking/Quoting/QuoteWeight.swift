import PremarkAnnotation
import PremarkDocument
import PremarkMatching
import PremarkText

/// How much a place says for what it is quoted for, in points.
///
/// What a careful reader would underline: the learner's own, done or come of it, with a figure, a date or a name, in
/// the part of the document that is about it; and never a heading, a label, a question or a word or two where anything
/// better was found. Objectives and other items are not better for being done.
struct QuoteWeight {
  /// For a place that no reader would take for the learner's statement.
  static let noStatement = -40
  /// From here down a place is left out where a better one was found.
  static let floor = -8
  /// For a sentence of a longer finding, for each part of it that stands there.
  static let part = 6
  /// For what a test would hold without.
  static let spare = -4

  let text: AnnotatedText
  let sort: FindingSort
  /// Roles the rule asks for.
  let roles: [Role]
  /// True where what was done or came of it is looked for.
  let wantsDeeds: Bool
  let purpose: Quoting.Purpose

  /// - Parameter rule: the id of the rule that found what is weighed; nil for a plain term.
  init(_ text: AnnotatedText, _ rules: CompiledRules, rule: String?, _ purpose: Quoting.Purpose) {
    self.text = text
    self.purpose = purpose
    sort = rules.sort(of: rule)
    roles = purpose == .proof ? rules.roles(askedBy: rule) : []
    wantsDeeds = purpose == .proof && rules.asksForDeeds(rule)
  }

  /// True where the best sentence is wanted, not the first.
  var chooses: Bool { purpose != .part }

  /// What an item's opening sentence is worth: there it is named.
  var opening: Int { sort == .item ? 9 : 0 }

  /// - Parameters:
  ///   - span: in bytes of the block's text.
  ///   - words: how many words and figures it has.
  ///   - sentence: the one it is of; nil where it is of none.
  ///   - token: the first of what was found.
  func weight(block: Int, span: Span, words: Int, sentence: Int?, at token: Int) -> Int {
    let look = look(block, span, words)
    guard purpose == .proof, let sentence else { return look }
    var weight = look + claim(sentence, at: token) + values(in: text.sentences[sentence].tokens)
    if let role = text.blocks[block].role, !roles.isEmpty { weight += roles.contains(role) ? 8 : -4 }
    return weight
  }

  /// What form alone says: no prompt, no label, words enough.
  private func look(_ block: Int, _ span: Span, _ words: Int) -> Int {
    guard text.blocks[block].isEvidence else { return Self.noStatement }
    if let label = text.blocks[block].label, label.end >= span.end { return Self.noStatement }
    switch words {
    case ..<3: return -16
    case ..<5: return -6
    default: return 0
    }
  }

  /// Who says it, and how far the claim goes.
  private func claim(_ sentence: Int, at token: Int) -> Int {
    let clauses = text.sentences[sentence].clauses
    let own = clauses.first { text.clauses[$0].tokens.contains(token) } ?? clauses.lowerBound
    guard clauses.contains(own) else { return 0 }
    var weight = text.clauses[own].asked ? -12 : 0
    switch text.clauses[own].voice {
    case .own: weight += 4
    case .other: break
    case .general: weight -= 4
    }
    guard sort != .item else { return weight }
    if isDenied(text.clauses[own].tokens) { return weight - 4 }
    let strongest =
      sort == .passage ? clauses.map { text.clauses[$0].strength }.max() : text.clauses[own].strength
    let reach = min((strongest ?? .none).rawValue, Strength.resultWithData.rawValue)
    return weight + (wantsDeeds ? 2 * reach : reach)
  }

  /// Half a clause or more lies in what a denial reaches: whatever it tells, it was not done.
  private func isDenied(_ clause: Range<Int>) -> Bool {
    var low = 0
    var high = text.negations.count
    while low < high {
      let middle = (low + high) / 2
      if text.negations[middle].tokens.upperBound <= clause.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < text.negations.count else { return false }
    return text.negations[low].tokens.clamped(to: clause).count * 2 >= clause.count
  }

  /// A figure, a date and a name, each once.
  private func values(in tokens: Range<Int>) -> Int {
    var figure = 0
    var date = 0
    var person = 0
    for entity in entities(in: tokens) {
      switch entity.kind {
      case .percentage, .score, .money, .change, .duration, .count: figure = 3
      case .date, .dateRange, .timeLimit: date = 2
      case .person, .role: person = 1
      case .number, .recurrence, .reference: break
      }
    }
    return figure + date + person
  }

  /// Entities that start in a range of tokens, found by halving.
  private func entities(in tokens: Range<Int>) -> ArraySlice<Entity> {
    let entities = text.entities
    var low = 0
    var high = entities.count
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].tokens.lowerBound < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < entities.count, entities[end].tokens.lowerBound < tokens.upperBound { end += 1 }
    return entities[low..<end]
  }
}
