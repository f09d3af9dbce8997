import PremarkAnnotation
import PremarkRules

/// A ``Condition`` with its names resolved to numbers.
indirect enum CompiledCondition: Sendable {
  case term(CompiledTerm)
  case all([CompiledCondition])
  case any([CompiledCondition])
  case not(CompiledCondition)
  case together(CompiledCondition, CompiledCondition, Within)
  case filtered(CompiledCondition, FilterChange)
  /// A clause that passes the filter at hand: what a row of filters without a term asks for.
  case clause
  case atLeast(Int, CompiledTerm, Different?)
  /// At least n findings, anywhere, that belong to the item at hand.
  case linked(Int, CompiledTerm)
  case compared(CompiledComparison)
  /// Both near enough, and near each a word of each slot's list that is the same for both.
  case about(CompiledCondition, CompiledCondition, Within, slots: [Int])
}

/// A ``ValueComparison`` with its names resolved.
struct CompiledComparison: Sendable {
  let first: CompiledTerm
  let relation: ValueComparison.Relation
  let second: CompiledTerm
  /// The passages or items among which the second value is looked for; nil for the same stretch.
  let place: (order: ValueComparison.Place.Order, name: CompiledTerm)?
  /// Slots of each of which the same word must stand near both.
  let about: [Int]
  /// The slot of the list `less-is-better`; nil where no such list is in reach.
  let lessIsBetter: Int?

  /// Without the same word near both.
  var withoutAbout: CompiledComparison {
    CompiledComparison(
      first: first, relation: relation, second: second, place: place, about: [], lessIsBetter: lessIsBetter)
  }
}

extension CompiledCondition {
  /// True where something has to be there for it to hold, not only to be missing.
  var isPositive: Bool {
    switch self {
    case .term, .atLeast, .clause, .linked, .compared, .about: true
    case .not: false
    case .filtered(let inner, _): inner.isPositive
    case .together(let a, let b, _): a.isPositive || b.isPositive
    case .all(let parts): parts.contains { $0.isPositive }
    case .any(let parts): !parts.isEmpty && parts.allSatisfy { $0.isPositive }
    }
  }
}

/// A ``Term`` with its names resolved.
enum CompiledTerm: Sendable {
  case slot(Int)
  case indicator(Int)
  case passage(Int)
  case item(Int)
  /// A part of the item at hand.
  case part(Int)
  case column(Role)
  case label(Int)
  /// A name that stands for nothing; the checker has reported it.
  case nothing
}

struct CompiledAlternative: Sendable {
  let scope: Within
  let condition: CompiledCondition
  /// The filter it starts from: the unit's default.
  let filter: ClauseFilter
}

struct CompiledIndicator: Sendable {
  let id: String
  let alternatives: [CompiledAlternative]
  let unless: [CompiledAlternative]
}

struct CompiledPassage: Sendable {
  enum Start: Sendable {
    case opening(CompiledTerm)
    case label(Int)
    case row(Role)
    case sentence(CompiledTerm)
  }
  let id: String
  let starts: [Start]
  let end: PassageRule.End
  let having: CompiledCondition?
}

struct CompiledItem: Sendable {
  enum Source: Sendable {
    case rows([Role])
    case listsWithRole(Role)
    case listsUnder(Int)
    case paragraphsWithRole(Role)
    case cellsWithRole(Role)
    case passages(Int)
    case labelled(Int)
    case statements(CompiledCondition)
  }
  let id: String
  let sources: [(source: Source, having: CompiledCondition?)]
  /// Slots by whose words other things are known to belong to an item.
  let knownBy: [Int]
  let countsWhen: CompiledCondition?
  let parts: [(name: String, condition: CompiledCondition)]
}
