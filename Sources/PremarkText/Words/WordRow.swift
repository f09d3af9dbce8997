/// Words of a table in the program, apart by spaces or line ends.
///
/// They are read where they stand in the program's image: thousands of closed-class words are entered at every start.
public struct WordRow: Sendable {
  @usableFromInline let text: StaticString

  /// Makes one of words apart by spaces or line ends.
  @inlinable public init(_ text: StaticString) { self.text = text }

  /// Calls `body` with the bytes of each word in order.
  @inlinable @inline(__always)
  public func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    // safe: a StaticString of the program; slices keep their bounds, and none outlives the call.
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x20 || byte == 0x0A {
      if index > start { body(UnsafeBufferPointer(rebasing: bytes[start..<index])) }
      start = index + 1
    }
    if bytes.count > start { body(UnsafeBufferPointer(rebasing: bytes[start...])) }
  }
}
