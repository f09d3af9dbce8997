public import PremarkDocument
import PremarkMatching
public import PremarkRules
import PremarkText

/// Works out for which unit a submission was written, where that is certain.
///
/// A submission that calls a unit by a name of its own in a title (a heading or a short line among its first words), and
/// no other unit, is for that unit. One that names none is for the unit whose wording it repeats in at least ``leastEchoes`` sentences (the
/// questions of a worksheet, say), and three times as often as that of any other. Anything else is not certain.
public struct UnitRecogniser: Sendable {
  /// How many words at the start of a submission are asked for a name.
  public static let openingWords = 60
  /// How many words a line has at most that may be a title, and no part of an account.
  public static let titleWords = 14
  /// Sentences of a unit's wording that make a submission without a name one for that unit.
  public static let leastEchoes = 2

  private struct Name {
    let unit: Int
    let stems: [WordID]
  }

  private let units: [Unit]
  private let echoes: [EchoIndex]
  private let names: [Name]
  private let words: WordTable

  /// - Parameter units: the tops of the units' files; those without a name and wording are never recognised.
  public init(_ units: [Unit]) {
    self.units = units
    var words = WordTable()
    var names: [Name] = []
    var echoes: [EchoIndex] = []
    for (number, unit) in units.enumerated() {
      echoes.append(EchoIndex(unit.wording))
      for name in unit.recognisedBy {
        let tokens = Tokeniser().tokens(of: Array(name.utf8), into: &words)
        names.append(Name(unit: number, stems: tokens.map { words.stem(of: $0.word) }))
      }
    }
    self.names = names
    self.echoes = echoes
    self.words = words
  }

  /// The id of the unit; nil where it is not certain.
  ///
  /// - Complexity: linear in the text for given units.
  public func unit(of document: Document) -> String? {
    var words = words
    var named = [Bool](repeating: false, count: units.count)
    var echoed = [Int](repeating: 0, count: units.count)
    var left = Self.openingWords
    for block in document.blocks where block.visibility == .visible && block.kind != .comment {
      let tokens = Tokeniser().tokens(of: block.text, into: &words)
      if left > 0, block.kind == .heading || tokens.count <= Self.titleWords {
        for unit in unitsNamed(tokens.map { words.stem(of: $0.word) }) { named[unit] = true }
      }
      left -= tokens.count
      for range in SentenceSplitter().tokenRanges(in: block.text, tokens: tokens) {
        let hashes = EchoIndex.hashes(of: tokens[range], in: words)
        for unit in units.indices where echoes[unit].isEcho(hashes) { echoed[unit] += 1 }
      }
    }
    return decision(named, echoed).map { units[$0].id }
  }

  /// Units called by a name in a row of stems; a name inside a longer one does not count.
  private func unitsNamed(_ stems: [WordID]) -> [Int] {
    var units: [Int] = []
    var at = 0
    while at < stems.count {
      var longest: Name?
      for name in names where name.stems.count > longest?.stems.count ?? 0 {
        if stems[at...].starts(with: name.stems) { longest = name }
      }
      if let longest { units.append(longest.unit) }
      at += max(longest?.stems.count ?? 1, 1)
    }
    return units
  }

  private func decision(_ named: [Bool], _ echoed: [Int]) -> Int? {
    let called = named.indices.filter { named[$0] }
    if !called.isEmpty { return called.count == 1 ? called[0] : nil }
    var best = -1
    for unit in echoed.indices where best < 0 || echoed[unit] > echoed[best] { best = unit }
    guard best >= 0, echoed[best] >= Self.leastEchoes else { return nil }
    for unit in echoed.indices where unit != best && echoed[unit] * 3 > echoed[best] { return nil }
    return best
  }
}
