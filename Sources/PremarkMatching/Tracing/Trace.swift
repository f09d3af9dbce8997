/// A rule as a tree, with what each of its nodes came to in one document: the answer to "why did it not see that?"
public struct Trace: Sendable {
  /// How a node ended.
  public enum State: String, Sendable {
    case held
    /// Some of what it asks for is there.
    case near
    case absent
  }

  /// What a node is.
  public enum Kind: String, Sendable {
    /// A question to the whole document, or several joined.
    case test
    /// What an indicator, an item or a passage says of itself.
    case indicator, item, passage
    /// One way to show an indicator, or what excepts from it.
    case alternative, exception
    /// A place an item may come from, or where a passage may start.
    case source
    /// One item, passage or finding that was counted or looked at.
    case thing
    /// A named part of an item.
    case part
    /// What must hold in a stretch of text.
    case condition
  }

  /// What the node is.
  public let kind: Kind
  /// As a rule author would write it; for things what they are called, with their number.
  public let text: String
  /// How it ended.
  public internal(set) var state: State
  /// What failed, in words; nil where it held or where the children say it.
  public internal(set) var failed: String?
  /// The words it rests on, or that come nearest.
  public internal(set) var hits: [Hit]
  /// In the order of the rule.
  public internal(set) var children: [Trace]
  /// True for a definition that was opened further up and is not opened again.
  public internal(set) var isRepeated = false

  init(
    _ kind: Kind, _ text: String, _ state: State, failed: String? = nil, hits: [Hit] = [],
    children: [Trace] = []
  ) {
    self.kind = kind
    self.text = text
    self.state = state
    self.failed = failed
    self.hits = hits
    self.children = children
  }

  /// True where something it asks for is there.
  var hasSome: Bool { state != .absent }
}

extension Evaluation {
  /// How many things of one kind a trace shows.
  public static let mostTraced = 8
}
