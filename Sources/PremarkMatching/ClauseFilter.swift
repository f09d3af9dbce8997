import PremarkAnnotation
import PremarkRules

/// Which clauses and tokens an occurrence may stand in, as bits.
struct ClauseFilter: Sendable, Equatable {
  /// Own 1, other 2, general 4.
  var voices: UInt8
  /// Affirmed 1, negated 2, hypothetical 4.
  var polarities: UInt8
  /// Bit n: the n-th ``Strength``.
  var strengths: UInt8
  /// Stated 1, asked 2.
  var asked: UInt8
  /// What else is asked of the place; nil where nothing is.
  var demands: Demands?
  /// True where words count though their sentence repeats the unit's wording: a question put above its answer.
  var takesEchoes = false

  /// What is asked of the place a word stands in: of its role, its headings, its block and the rules' findings.
  ///
  /// A filter is copied with every place where a condition is asked, so the lists, which most filters do not have, stand in
  /// one object that is shared.
  final class Demands: Sendable, Equatable {
    let roles: [RoleTest]
    let headings: [HeadingTest]
    let places: [PlaceTest]
    let insides: [InsideTest]

    init(roles: [RoleTest], headings: [HeadingTest], places: [PlaceTest], insides: [InsideTest]) {
      self.roles = roles
      self.headings = headings
      self.places = places
      self.insides = insides
    }

    static func == (a: Demands, b: Demands) -> Bool {
      a === b
        || a.roles == b.roles && a.headings == b.headings && a.places == b.places && a.insides == b.insides
    }

    /// The demands of both.
    func and(_ other: Demands) -> Demands {
      Demands(
        roles: roles + other.roles, headings: headings + other.headings, places: places + other.places,
        insides: insides + other.insides)
    }
  }

  struct InsideTest: Sendable, Equatable {
    let name: CompiledRules.Name
    let isWanted: Bool
  }
  struct RoleTest: Sendable, Equatable {
    /// Bit n: the n-th case of `Role.allCases`.
    let mask: UInt32
    let isWanted: Bool
  }
  struct HeadingTest: Sendable, Equatable {
    let slot: Int
    let isWanted: Bool
  }
  struct PlaceTest: Sendable, Equatable {
    let place: Filter.Place
    let isWanted: Bool
  }

  static let allVoices: UInt8 = 7
  static let allStrengths: UInt8 = 127
  /// None, aspiration and plan.
  static let undone: UInt8 = 7

  /// What a part of an item or a test takes where it says nothing: any voice, not denied, not asked.
  static let ofParts = ClauseFilter(voices: allVoices, polarities: 5, strengths: allStrengths, asked: 1)
  /// Everything that is evidence.
  static let everything = ClauseFilter(voices: allVoices, polarities: 7, strengths: allStrengths, asked: 3)
  /// What may open a passage.
  static let opening = {
    var filter = everything
    filter.takesEchoes = true
    return filter
  }()
}

/// A change to a filter: what it names replaces, roles, headings and places add.
struct FilterChange: Sendable {
  var voices: UInt8?
  var polarities: UInt8?
  var strengths: UInt8?
  var asked: UInt8?
  var demands: ClauseFilter.Demands?

  /// - Parameters:
  ///   - slot: the number of a reference's slot.
  ///   - names: what passages and items are called.
  init(_ filters: [Filter], slot: (Reference) -> Int, names: [String: CompiledRules.Name]) {
    var (roles, headings) = ([ClauseFilter.RoleTest](), [ClauseFilter.HeadingTest]())
    var (places, insides) = ([ClauseFilter.PlaceTest](), [ClauseFilter.InsideTest]())
    for filter in filters {
      switch filter {
      case .voice(let voice): voices = Self.bits(voice)
      case .polarity(let polarity): polarities = Self.bits(polarity)
      case .strength(let name, let comparison):
        let bits = Self.bits(name, comparison)
        strengths = strengths.map { $0 & bits } ?? bits
      case .asked(let isAsked): asked = isAsked ? 2 : 1
      case .role(let names, let isWanted):
        var mask: UInt32 = 0
        for (index, role) in Role.allCases.enumerated() where names.contains(role.rawValue) {
          mask |= 1 << index
        }
        roles.append(.init(mask: mask, isWanted: isWanted))
      case .headed(let reference, let isWanted):
        headings.append(.init(slot: slot(reference), isWanted: isWanted))
      case .place(let place, let isWanted): places.append(.init(place: place, isWanted: isWanted))
      case .inside(let name, let isWanted):
        if let name = names[name] { insides.append(.init(name: name, isWanted: isWanted)) }
      }
    }
    if !(roles.isEmpty && headings.isEmpty && places.isEmpty && insides.isEmpty) {
      demands = ClauseFilter.Demands(roles: roles, headings: headings, places: places, insides: insides)
    }
    // "negated" words may be asked for in hypotheses too only where said; a question asked for is no denial
    if asked == 2 && polarities == nil { polarities = 7 }
  }

  /// The filter after the change.
  func applied(to filter: ClauseFilter) -> ClauseFilter {
    var result = filter
    if let voices { result.voices = voices }
    if let polarities { result.polarities = polarities }
    if let strengths { result.strengths = strengths }
    if let asked { result.asked = asked }
    if let demands { result.demands = filter.demands.map { $0.and(demands) } ?? demands }
    return result
  }

  private static func bits(_ voice: Filter.Voice) -> UInt8 {
    switch voice {
    case .own: 1
    case .other: 2
    case .general: 4
    case .ownOrOther: 3
    case .any: 7
    }
  }

  private static func bits(_ polarity: Filter.Polarity) -> UInt8 {
    switch polarity {
    case .affirmed: 1
    case .negated: 2
    case .hypothetical: 4
    case .affirmedOrHypothetical: 5
    case .any: 7
    }
  }

  private static func bits(_ name: String, _ comparison: Filter.Comparison) -> UInt8 {
    var bits: UInt8 = 0
    let wanted = strength(named: name)
    for raw in 0..<7 {
      let takes =
        switch comparison {
        case .exactly: raw == wanted
        case .orStronger: raw >= wanted
        case .orWeaker: raw <= wanted
        }
      if takes { bits |= 1 << raw }
    }
    return bits
  }

  private static func strength(named name: String) -> Int {
    for raw in 0..<7 where Strength(rawValue: raw)?.name == name { return raw }
    return name == "planned" ? Strength.plan.rawValue : 0
  }
}
