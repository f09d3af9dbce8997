public import PremarkRules

/// A rule set with one clause weakened, to see whether any example notices.
public struct Mutant: Sendable {
  /// The rule it changes, by number.
  public enum Target: Sendable, Equatable {
    case passage(Int), indicator(Int), item(Int), criterion(Int), mistake(Int)
  }

  /// The rule it changes.
  public var target: Target {
    switch replacement {
    case .passage(let number, _): .passage(number)
    case .indicator(let number, _): .indicator(number)
    case .item(let number, _): .item(number)
    case .criterion(let number, _): .criterion(number)
    case .mistake(let number, _): .mistake(number)
    }
  }
  /// Id of that rule.
  public let rule: String
  /// The line it changes, as written.
  public let line: String
  /// Where that line stands.
  public let location: RuleLocation
  /// What was done, such as "without 'own'".
  public let change: String
  /// The weakened rule.
  let replacement: Replacement
}

/// A rule to stand in the place of that with the number.
enum Replacement: Sendable {
  case passage(Int, CompiledPassage)
  case indicator(Int, CompiledIndicator)
  case item(Int, CompiledItem)
  case criterion(Int, CompiledCriterion)
  case mistake(Int, CompiledMistake)
}

extension CompiledRules {
  /// The rules with a mutant's change.
  public func changed(by mutant: Mutant) -> CompiledRules {
    var rules = self
    switch mutant.replacement {
    case .passage(let number, let rule): rules.passages[number] = rule
    case .indicator(let number, let rule): rules.indicators[number] = rule
    case .item(let number, let rule): rules.items[number] = rule
    case .criterion(let number, let rule): rules.criteria[number] = rule
    case .mistake(let number, let rule): rules.mistakes[number] = rule
    }
    return rules
  }

  /// Every mutant: each clause of each rule weakened in turn, in the order of the rules.
  ///
  /// - Complexity: linear in the rules times the length of a line.
  public var mutants: [Mutant] {
    passageMutants + indicatorMutants + itemMutants + criterionMutants + mistakeMutants
  }
}

extension CompiledRules {
  private var passageMutants: [Mutant] {
    var mutants: [Mutant] = []
    for (number, rule) in rules.passages.enumerated() {
      let compiled = passages[number]
      func add(
        _ line: String, _ change: String, _ starts: [CompiledPassage.Start], _ having: CompiledCondition?
      ) {
        mutants.append(
          Mutant(
            rule: rule.id, line: line, location: rule.location, change: change,
            replacement: .passage(
              number,
              CompiledPassage(id: rule.id, starts: starts, end: compiled.end, having: having))))
      }
      if rule.starts.count > 1, rule.starts.count == compiled.starts.count {
        for (position, start) in rule.starts.enumerated() {
          var rest = compiled.starts
          rest.remove(at: position)
          add("starts at " + start.written, "without this start", rest, compiled.having)
        }
      }
      if let condition = rule.having, let having = compiled.having {
        let line = "counts when " + condition.written
        add(line, "without the line", compiled.starts, nil)
        for weaker in condition.weakened(having) { add(line, weaker.change, compiled.starts, weaker.rule) }
      }
    }
    return mutants
  }

  private var indicatorMutants: [Mutant] {
    var mutants: [Mutant] = []
    for (number, rule) in rules.indicators.enumerated() {
      let compiled = indicators[number]
      func add(
        _ line: Indicator.Alternative, _ change: String, _ alternatives: [CompiledAlternative],
        _ unless: [CompiledAlternative], _ word: String = ""
      ) {
        mutants.append(
          Mutant(
            rule: rule.id,
            line: word + line.scope.word + " " + line.condition.written, location: line.location,
            change: change,
            replacement: .indicator(
              number,
              CompiledIndicator(id: rule.id, alternatives: alternatives, unless: unless))))
      }
      for (position, alternative) in rule.alternatives.enumerated() {
        let resolved = compiled.alternatives[position]
        var rest = compiled.alternatives
        rest.remove(at: position)
        if !rest.isEmpty { add(alternative, "without this alternative", rest, compiled.unless) }
        for weaker in alternative.condition.weakened(resolved.condition) {
          var changed = compiled.alternatives
          changed[position] = CompiledAlternative(
            scope: resolved.scope, condition: weaker.rule, filter: resolved.filter)
          add(alternative, weaker.change, changed, compiled.unless)
        }
      }
      for (position, exception) in rule.unless.enumerated() {
        var rest = compiled.unless
        rest.remove(at: position)
        add(exception, "without the line", compiled.alternatives, rest, "unless ")
      }
    }
    return mutants
  }

  private var itemMutants: [Mutant] {
    var mutants: [Mutant] = []
    for (number, rule) in rules.items.enumerated() where rule.sources.count == items[number].sources.count {
      let compiled = items[number]
      func add(_ line: String, _ location: RuleLocation, _ change: String, _ item: CompiledItem) {
        mutants.append(
          Mutant(
            rule: rule.id, line: line, location: location, change: change,
            replacement: .item(number, item)))
      }
      for (position, source) in rule.sources.enumerated() {
        let line = "from " + source.source.written + (source.having.map { ", " + $0.written } ?? "")
        if rule.sources.count > 1 {
          add(line, source.location, "without this source", compiled.changed(source: position, to: nil))
        }
        for weaker in rule.weakened(source: position, compiled.sources[position]) {
          add(line, source.location, weaker.change, compiled.changed(source: position, to: weaker.rule))
        }
      }
      if let condition = rule.countsWhen, let resolved = compiled.countsWhen {
        let line = "counts when " + condition.written
        add(line, rule.location, "without the line", compiled.changed(countsWhen: nil))
        for weaker in condition.weakened(resolved) {
          add(line, rule.location, weaker.change, compiled.changed(countsWhen: weaker.rule))
        }
      }
      for (position, part) in rule.parts.enumerated() {
        for weaker in part.condition.weakened(compiled.parts[position].condition) {
          let line = "part " + part.name + " " + part.condition.written
          add(line, part.location, weaker.change, compiled.changed(part: position, to: weaker.rule))
        }
      }
    }
    return mutants
  }

  private var criterionMutants: [Mutant] {
    var mutants: [Mutant] = []
    for (number, rule) in rules.criteria.enumerated() {
      for (position, requirement) in rule.requirements.enumerated() {
        let compiled = criteria[number].requirements[position]
        let line = requirement.id + ": held if " + requirement.heldIf.written
        func add(
          _ line: String, _ change: String, _ requirement: CompiledRequirement, _ location: RuleLocation
        ) {
          mutants.append(
            Mutant(
              rule: rule.id, line: line, location: location, change: change,
              replacement: .criterion(
                number, criteria[number].changed(requirement: position, to: requirement))))
        }
        add(line, "always held", compiled.changed(heldIf: .all([])), requirement.location)
        for weaker in requirement.heldIf.weakened(compiled.heldIf) {
          add(line, weaker.change, compiled.changed(heldIf: weaker.rule), requirement.location)
        }
        if let against = requirement.contradictedBy {
          let line = requirement.id + ": contradicted by " + against.written
          add(line, "without the line", compiled.changed(contradictedBy: nil), requirement.location)
        }
      }
    }
    return mutants
  }

  private var mistakeMutants: [Mutant] {
    var mutants: [Mutant] = []
    for (number, rule) in rules.mistakes.enumerated() {
      let compiled = mistakes[number]
      func add(_ line: String, _ change: String, _ mistake: CompiledMistake) {
        mutants.append(
          Mutant(
            rule: rule.id, line: line, location: rule.location, change: change,
            replacement: .mistake(number, mistake)))
      }
      for weaker in rule.when.weakened(compiled.when) {
        add(
          "when " + rule.when.written, weaker.change,
          CompiledMistake(when: weaker.rule, contradictedBy: compiled.contradictedBy))
      }
      if let against = rule.contradictedBy {
        add(
          "contradicted by " + against.written, "without the line",
          CompiledMistake(when: compiled.when, contradictedBy: nil))
      }
    }
    return mutants
  }
}
