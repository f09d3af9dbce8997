extension Filter {
  /// As in a rule file.
  public var written: String {
    switch self {
    case .voice(let voice): voice.written
    case .polarity(let polarity): polarity.written
    case .strength(let name, let comparison): name + comparison.written
    case .asked(let isAsked): isAsked ? "asked" : "not asked"
    case .role(let roles, let isInside):
      Self.within(isInside) + Term.article(roles.first ?? "") + " " + Condition.joined(roles, " or ")
        + " role"
    case .headed(let reference, let isInside):
      Self.within(isInside) + "a section headed " + reference.written
    case .place(let place, let isInside): place.written(isInside)
    case .inside(let name, let isInside): Self.within(isInside) + Term.article(name) + " " + name
    }
  }

  private static func within(_ isInside: Bool) -> String { isInside ? "in " : "not in " }
}

extension Filter.Voice {
  var written: String {
    switch self {
    case .own: "own"
    case .other: "other"
    case .general: "general"
    case .ownOrOther: "own or other"
    case .any: "any voice"
    }
  }
}

extension Filter.Polarity {
  var written: String {
    switch self {
    case .affirmed: "affirmed"
    case .negated: "negated"
    case .hypothetical: "hypothetical"
    case .affirmedOrHypothetical: "affirmed or hypothetical"
    case .any: "any polarity"
    }
  }
}

extension Filter.Comparison {
  /// What follows the name of the strength.
  var written: String {
    switch self {
    case .exactly: ""
    case .orStronger: " or stronger"
    case .orWeaker: " or weaker"
    }
  }
}

extension Filter.Place {
  func written(_ isInside: Bool) -> String {
    switch (self, isInside) {
    case (.table, true): "in a table"
    case (.table, false): "outside tables"
    case (.list, true): "in a list"
    case (.list, false): "outside lists"
    case (.quotation, true): "in a quotation"
    case (.quotation, false): "outside quotations"
    }
  }
}
