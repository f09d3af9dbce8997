public import PremarkText

/// The phrases of all word lists of a rule set, written as numbers.
///
/// Rule files hold tens of thousands of phrases. As trees of strings each costs several allocations and a reference
/// count at every touch; here a phrase is a stretch of one array of 32-bit codes, a word is the number of its bytes,
/// and copying or comparing phrases is copying or comparing integers:
///
///     sit/sat (right down) with <boss>
///     oneOf 2, word "sit", word "sat", optional 2, word "right", word "down", word "with", reference "boss"
///
/// What belongs to an `oneOf` or `optional` follows it; the number says how many codes that is, and each alternative of
/// an `oneOf` is one code. ``Phrase/elements`` gives the same phrase as a tree.
public struct PhraseStore: Sendable {
  /// Every different word, folded; also what stands inside the `<…>` of references, and prefixes without their star.
  public internal(set) var strings = ByteStrings()
  /// Phrase after phrase.
  public internal(set) var codes: [PhraseCode] = []

  init() {}

  /// Where a phrase stands in ``codes``.
  @inline(__always)
  public func range(of entry: PhraseEntry) -> Range<Int> { Int(entry.start)..<Int(entry.start + entry.count) }

  /// Most ways to write one phrase, with its alternatives and optional words multiplied out.
  public static let mostWays = 4096

  /// In how many ways a phrase can be written, counted up to one more than ``mostWays``.
  func ways(of entry: PhraseEntry) -> Int {
    let range = range(of: entry)
    return ways(range.lowerBound, range.upperBound)
  }

  private func ways(_ start: Int, _ end: Int) -> Int {
    var ways = 1
    var at = start
    while at < end, ways <= Self.mostWays {
      let code = codes[at]
      let inner = Int(code.number)
      switch code.kind {
      case .oneOf:
        ways *= max(1, inner)
        at += inner + 1
      case .optional:
        ways *= 1 + self.ways(at + 1, at + 1 + inner)
        at += inner + 1
      default: at += 1
      }
    }
    return min(ways, Self.mostWays + 1)
  }

  /// True where both are written with the same words and signs.
  func areEqual(_ a: PhraseEntry, _ b: PhraseEntry) -> Bool {
    guard a.hash == b.hash, a.count == b.count else { return false }
    for offset in 0..<Int(a.count) where codes[Int(a.start) + offset] != codes[Int(b.start) + offset] {
      return false
    }
    return true
  }
}

extension PhraseStore {
  /// Writes a phrase that is given as a tree.
  mutating func add(_ elements: [Phrase.Element], at location: RuleLocation) -> PhraseEntry {
    let first = codes.count
    for element in elements { add(element) }
    return entry(from: first, at: location)
  }

  private mutating func add(_ element: Phrase.Element) {
    switch element {
    case .word(let word): add(.word, word)
    case .exact(let word): add(.exact, word)
    case .prefix(let word): add(.prefix, word)
    case .reference(let reference):
      add(.reference, reference.group.map { reference.name + ":" + $0 } ?? reference.name)
    case .anyWord: codes.append(PhraseCode(.anyWord))
    case .gap(let most): codes.append(PhraseCode(.gap, Int32(truncatingIfNeeded: most)))
    case .oneOf(let inner): add(.oneOf, inner)
    case .optional(let inner): add(.optional, inner)
    }
  }

  private mutating func add(_ kind: PhraseCode.Kind, _ string: String) {
    let bytes = Array(string.utf8)
    // safe: read within the closure only.
    codes.append(PhraseCode(kind, bytes.withUnsafeBufferPointer { strings.number(of: $0) }))
  }

  private mutating func add(_ kind: PhraseCode.Kind, _ inner: [Phrase.Element]) {
    let head = codes.count
    codes.append(PhraseCode(kind))
    for element in inner { add(element) }
    codes[head] = PhraseCode(kind, Int32(truncatingIfNeeded: codes.count - head - 1))
  }

  /// The phrase that has been written since `first`.
  func entry(from first: Int, at location: RuleLocation) -> PhraseEntry {
    var hash: UInt32 = 0x811C_9DC5
    for index in first..<codes.count { hash = (hash ^ codes[index].rawValue) &* 0x9E37_79B1 }
    return PhraseEntry(
      start: first, count: codes.count - first, hash: hash ^ hash >> 15, location: location)
  }
}

/// One sign of a phrase in a ``PhraseStore``.
public struct PhraseCode: Sendable, Equatable {
  /// What it is; the same as the cases of ``Phrase/Element``.
  public enum Kind: UInt32, Sendable {
    /// With the number of the string.
    case word, exact, prefix, reference
    /// With 0.
    case anyWord
    /// With the most words it may stand for.
    case gap
    /// With the number of codes after it that belong to it.
    case oneOf, optional
  }

  /// Kind in the three highest bits.
  let rawValue: UInt32

  @inline(__always)
  init(_ kind: Kind, _ number: Int32 = 0) {
    rawValue = kind.rawValue << 29 | UInt32(truncatingIfNeeded: number)
  }

  /// What it is.
  public var kind: Kind { Kind(rawValue: rawValue >> 29) ?? .anyWord }

  /// See ``Kind-swift.enum``.
  public var number: Int32 { Int32(truncatingIfNeeded: rawValue & 0x1FFF_FFFF) }
}

/// Where a phrase stands: in its store, and in the rule file.
public struct PhraseEntry: Sendable {
  let start: Int32
  let count: Int32
  /// The same for phrases written with the same words and signs.
  let hash: UInt32
  private let file: Int32
  private let from: Int32
  private let to: Int32

  init(start: Int, count: Int, hash: UInt32, location: RuleLocation) {
    self.start = Int32(truncatingIfNeeded: start)
    self.count = Int32(truncatingIfNeeded: count)
    self.hash = hash
    file = Int32(truncatingIfNeeded: location.file)
    from = Int32(truncatingIfNeeded: location.span.start)
    to = Int32(truncatingIfNeeded: location.span.end)
  }

  /// Its place in the rule file.
  public var location: RuleLocation { RuleLocation(file: Int(file), span: Span(Int(from), Int(to))) }
}

extension PhraseStore {
  /// A phrase as a tree.
  func elements(of entry: PhraseEntry) -> [Phrase.Element] { elements(codes[range(of: entry)]) }

  private func elements(_ codes: ArraySlice<PhraseCode>) -> [Phrase.Element] {
    var elements: [Phrase.Element] = []
    var at = codes.startIndex
    while at < codes.endIndex {
      let code = codes[at]
      let next = at + 1
      at = next
      switch code.kind {
      case .oneOf, .optional:
        at += Int(code.number)
        let inner = self.elements(codes[next..<at])
        elements.append(code.kind == .oneOf ? .oneOf(inner) : .optional(inner))
      case .word: elements.append(.word(strings.string(of: code.number)))
      case .exact: elements.append(.exact(strings.string(of: code.number)))
      case .prefix: elements.append(.prefix(strings.string(of: code.number)))
      case .reference: elements.append(.reference(reference(code.number)))
      case .anyWord: elements.append(.anyWord)
      case .gap: elements.append(.gap(upTo: Int(code.number)))
      }
    }
    return elements
  }

  /// The reference that a string stands for.
  public func reference(_ number: Int32) -> Reference { Reference(written: strings.string(of: number)) }
}
