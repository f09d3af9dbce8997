public import PremarkRules

/// A ``Test`` with its names resolved to numbers.
public indirect enum CompiledTest: Sendable {
  /// At least `min` and at most `max` things.
  case count(min: Int, max: Int?, CompiledThing)
  case share(Test.Share, CompiledThing, having: CompiledPart)
  case all([CompiledTest])
  case any([CompiledTest])
  case not(CompiledTest)
  /// The decision on a criterion, by index: at least, or below, a level (0 not met, 1 partly, 2 met).
  case criterion(Int, atLeast: Int?, below: Int?)
  /// A requirement, by number: those of all criteria in the order of the rule file.
  case requirement(Int, isHeld: Bool)
  /// More findings of the first than of the second.
  case outnumbers(CompiledThing, CompiledThing)
  /// Fewer words of evidence than this.
  case words(below: Int)
  /// A name that stands for nothing.
  case never
}

/// A condition on the things of a share, kept opaque outside matching.
public struct CompiledPart: Sendable {
  let condition: CompiledCondition
  /// The parts it names, in words, for what is missing.
  public let names: [String]
}

/// A ``Thing`` with its names resolved.
public struct CompiledThing: Sendable {
  let term: CompiledTerm
  let having: CompiledCondition?
  let different: Different?
  let spreadDays: Int?
  /// Plain words for it, for one and for many.
  public let singular: String
  /// The plain words for many of it.
  public let plural: String
  /// The item rule it counts, where it does.
  public let item: Int?
}

/// The tests of a requirement.
public struct CompiledRequirement: Sendable {
  /// Holds where the requirement is held.
  public let heldIf: CompiledTest
  /// Holds where it is near; nil where any finding makes it so.
  public let nearIf: CompiledTest?
  /// Holds where the document speaks against it.
  public let contradictedBy: CompiledTest?
  /// Holds where one finding more or less is no reason to look again.
  public let firmIf: CompiledTest?
}

/// The tests of a criterion.
public struct CompiledCriterion: Sendable {
  /// How requirements add up to a level.
  public enum Rule: Sendable {
    case all
    case atLeast(Int)
    case test(CompiledTest)
  }
  /// One for each requirement, in the order of the rule file.
  public let requirements: [CompiledRequirement]
  /// When the criterion is met.
  public let metWhen: Rule
  /// When it is partly met, if it is not met.
  public let partlyWhen: Rule
  /// When a person must look, in the order of the rule file.
  public let refer: [CompiledTest]
}

/// The tests of a mistake.
public struct CompiledMistake: Sendable {
  /// Holds where the mistake was made.
  public let when: CompiledTest
  /// Holds where the document shows that it was not.
  public let contradictedBy: CompiledTest?
}

/// Resolves the names of tests.
struct TestCompiler {
  var compiler: RuleCompiler
  private var criterion: Criterion?

  init(compiler: RuleCompiler) { self.compiler = compiler }

  mutating func criterion(_ rule: Criterion) -> CompiledCriterion {
    criterion = rule
    var requirements: [CompiledRequirement] = []
    for requirement in rule.requirements {
      let held = test(requirement.heldIf)
      var near: CompiledTest?
      if let rule = requirement.nearIf { near = test(rule) }
      var against: CompiledTest?
      if let rule = requirement.contradictedBy { against = test(rule) }
      var firm: CompiledTest?
      if let rule = requirement.firmIf { firm = test(rule) }
      requirements.append(.init(heldIf: held, nearIf: near, contradictedBy: against, firmIf: firm))
    }
    let met = self.rule(rule.metWhen)
    let partly = self.rule(rule.partlyWhen)
    var refer: [CompiledTest] = []
    for (rule, _) in rule.refer { refer.append(test(rule)) }
    criterion = nil
    return CompiledCriterion(requirements: requirements, metWhen: met, partlyWhen: partly, refer: refer)
  }

  mutating func mistake(_ rule: CommonMistake) -> CompiledMistake {
    let when = test(rule.when)
    var against: CompiledTest?
    if let rule = rule.contradictedBy { against = test(rule) }
    return CompiledMistake(when: when, contradictedBy: against)
  }

  mutating func tip(_ rule: Tip) -> CompiledTest? {
    if let when = rule.when { return test(when) }
    return nil
  }

  mutating func test(_ test: Test) -> CompiledTest {
    switch test {
    case .atLeast(let count, let thing): return .count(min: count, max: nil, self.thing(thing))
    case .atMost(let count, let thing): return .count(min: 0, max: count, self.thing(thing))
    case .share(let share, let thing, let condition):
      let compiled = self.thing(thing)
      var names: [String] = []
      Self.collectNames(condition, into: &names)
      let part = CompiledPart(condition: compiler.condition(condition, item: compiled.item), names: names)
      return .share(share, compiled, having: part)
    case .all(let parts): return .all(tests(parts))
    case .any(let parts): return .any(tests(parts))
    case .not(let inner): return .not(self.test(inner))
    case .criterion(let id, let atLeast, let below, _):
      guard let index = compiler.rules.criteria.firstIndex(where: { $0.id == id }) else { return .never }
      return .criterion(index, atLeast: Self.level(atLeast), below: Self.level(below))
    case .requirement(let id, let isHeld, _):
      guard let number = requirementNumber(id) else { return .never }
      return .requirement(number, isHeld: isHeld)
    case .outnumbers(let a, let b, let location):
      let first = thing(.init(term: a, having: nil, different: nil, spreadDays: nil, location: location))
      return .outnumbers(
        first, thing(.init(term: b, having: nil, different: nil, spreadDays: nil, location: location)))
    case .words(let below): return .words(below: below)
    }
  }

  /// The criterion at hand first, then the first that has it.
  private func requirementNumber(_ id: String) -> Int? {
    var number = 0
    var found: Int?
    for other in compiler.rules.criteria {
      if let place = other.requirements.firstIndex(where: { $0.id == id }) {
        if other.id == criterion?.id { return number + place }
        if criterion == nil, found == nil { found = number + place }
      }
      number += other.requirements.count
    }
    return found
  }

  private mutating func tests(_ parts: [Test]) -> [CompiledTest] {
    var result: [CompiledTest] = []
    for part in parts { result.append(test(part)) }
    return result
  }

  private mutating func rule(_ rule: Criterion.Rule) -> CompiledCriterion.Rule {
    switch rule {
    case .all: .all
    case .atLeast(let count): .atLeast(count)
    case .test(let test): .test(self.test(test))
    }
  }

  private mutating func thing(_ thing: Thing) -> CompiledThing {
    let term = compiler.term(thing.term, item: nil)
    var item: Int?
    if case .item(let index) = term { item = index }
    var having: CompiledCondition?
    if let condition = thing.having { having = compiler.condition(condition, item: item) }
    let (singular, plural) = words(for: thing.term, item)
    return CompiledThing(
      term: term, having: having, different: thing.different, spreadDays: thing.spreadDays,
      singular: singular,
      plural: plural, item: item)
  }

  /// "review-entry" reads as "review entry", "review entries".
  private func words(for term: Term, _ item: Int?) -> (String, String) {
    if let item { return (compiler.rules.items[item].singular, compiler.rules.items[item].plural) }
    let name: String
    switch term {
    case .named(let id): name = id
    case .reference(let reference): name = reference.group ?? reference.name
    case .label(let reference): name = reference.name
    case .column(let role): name = role
    case .phrase: name = "phrase"
    }
    let plain = String(decoding: name.utf8.map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
    if plain.utf8.last == 0x79 { return (plain, String(plain.dropLast()) + "ies") }
    return (plain, plain.utf8.last == 0x73 ? plain : plain + "s")
  }

  private static func level(_ name: String?) -> Int? {
    switch name {
    case "not-met": 0
    case "partly": 1
    case "met": 2
    default: nil
    }
  }

  private static func collectNames(_ condition: Condition, into names: inout [String]) {
    switch condition {
    case .term(.named(let name), _): names.append(name)
    case .term(.reference(let reference), _): names.append(reference.name)
    case .term: break
    case .all(let parts), .any(let parts): for part in parts { collectNames(part, into: &names) }
    case .linked(_, .named(let name), _): names.append(name)
    case .not, .atLeast, .linked, .compared: break
    case .together(let a, let b, _), .about(let a, let b, _, _):
      collectNames(a, into: &names)
      collectNames(b, into: &names)
    case .filtered(let inner, _): collectNames(inner, into: &names)
    }
  }
}
