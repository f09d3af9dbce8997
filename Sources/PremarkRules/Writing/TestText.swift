extension Test {
  /// As a rule author would write it, on one line. Reading the text again gives the same test.
  public var written: String {
    switch self {
    case .atLeast(let count, let thing): return "at least \(count) " + thing.written
    case .atMost(0, let thing): return "no " + thing.written
    case .atMost(let count, let thing): return "at most \(count) " + thing.written
    case .share(let share, let thing, let condition):
      return share.written + " " + thing.term.written + " with " + condition.written(in: .inline)
    case .all(let parts): return Condition.joined(parts.map { $0.asPart }, ", ")
    case .any(let parts): return Condition.joined(parts.map { $0.asPart }, " or ")
    case .not(let inner): return "not " + (inner.isAtom ? inner.written : "(" + inner.written + ")")
    case .criterion(let id, let atLeast, let below, _):
      return "criterion " + id + " is " + Self.level(atLeast, below)
    case .requirement(let id, let isHeld, _):
      return "requirement " + id + (isHeld ? " is held" : " is not held")
    case .outnumbers(let a, let b, _): return a.written + " outnumbers " + b.written
    case .words(let below): return "fewer than \(below) words"
    }
  }

  /// In brackets where it is several joined.
  private var asPart: String {
    switch self {
    case .all, .any: "(" + written + ")"
    default: written
    }
  }

  private var isAtom: Bool {
    switch self {
    case .all, .any, .not: false
    default: true
    }
  }

  private static func level(_ atLeast: String?, _ below: String?) -> String {
    switch (atLeast, below) {
    case ("partly"?, "met"?): "partly"
    case (nil, "partly"?): "not-met"
    case (let level?, _): "at least " + level
    case (nil, let level?): "below " + level
    case (nil, nil): "at least not-met"
    }
  }
}

extension Test.Share {
  var written: String {
    switch self {
    case .all: "all"
    case .most: "most"
    case .half: "half of"
    case .none: "none of the"
    }
  }
}

extension Thing {
  /// As in a rule file, without how many.
  public var written: String {
    var text = term.written
    if let different { text = "different " + text + " by " + different.rawValue }
    if let having { text += " with " + having.written(in: .inline) }
    if let spreadDays { text += " over at least \(spreadDays) days" }
    return text
  }
}

extension Criterion.Rule {
  /// What follows `met when`; a number of requirements without "of how many".
  public func written(of essentials: Int) -> String {
    switch self {
    case .all: "all"
    case .atLeast(let count): count == 1 ? "any" : "\(count) of \(essentials)"
    case .test(let test): test.written
    }
  }
}

extension ItemRule.Source {
  /// What follows `from`, without the condition after the comma.
  public var written: String {
    switch self {
    case .rows(let roles):
      "rows of a table with "
        + Condition.joined(roles.map { Term.article($0) + " " + $0 + " column" }, " and ")
    case .listsWithRole(let role): "a list with \(role) role"
    case .listsUnder(let reference): "a list under " + reference.written
    case .paragraphsWithRole(let role): "paragraphs with \(role) role"
    case .cellsWithRole(let role): "cells with \(role) role"
    case .passages(let name): "passages " + name
    case .labelled(let reference): "blocks labelled " + reference.written
    case .statements(let condition): "statements, " + condition.written
    }
  }
}

extension PassageRule.Start {
  /// What follows `starts at`.
  public var written: String {
    switch self {
    case .opening(let term): term.written
    case .label(let reference): "label " + reference.written
    case .row(let role): "a row of a table with " + Term.article(role) + " \(role) column"
    case .sentence(let term): "a sentence opening with " + term.written
    }
  }
}

extension PassageRule.End {
  /// What follows `lasts until`.
  public var written: String {
    switch self {
    case .nextStartOrHeading: "next start or heading"
    case .nextStart: "next start"
    case .block: "end of block"
    }
  }
}
