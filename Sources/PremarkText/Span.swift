/// A half-open range of UTF-8 bytes in the text it was born with.
///
/// A span is made by a reader or a tokeniser and never searched for again; whose text it measures (a block's,
/// a rule file's) is said by what carries it.
public struct Span: Hashable, Comparable, Sendable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset after the last byte.
  public var end: Int

  /// Makes the span of the bytes `start..<end`.
  public init(_ start: Int, _ end: Int) {
    // safe: offsets come from a scan that only moves forward; one that does not is a mistake of ours, which fuzzing looks for.
    precondition(start <= end, "span ends before it starts")
    self.start = start
    self.end = end
  }

  /// Number of bytes.
  public var count: Int { end - start }

  /// True where the span covers no byte.
  public var isEmpty: Bool { start == end }

  /// The bytes it covers, as a range of indexes.
  public var range: Range<Int> { start..<end }

  /// True where `other` lies wholly inside.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// True where the byte at `offset` is inside.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// True where both share at least one byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// Ordered by start, then by end.
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
