/// Every different string of bytes of many, each with a number from 0 in order of entry.
///
/// All bytes stand in one array, so that entering a string that is known allocates nothing. A copy costs nothing until it
/// changes. The hash is fixed and not keyed (results may not depend on a seed); strings chosen to collide cost a
/// comparison of 32-bit hashes each, not of bytes.
public struct ByteStrings: Sendable {
  @usableFromInline private(set) var arena: [UInt8] = []
  @usableFromInline private(set) var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Numbers of strings by hash, open addressing; -1 for an empty slot. A power of two of them, or none yet.
  private var slots: [Int32] = []

  /// Makes an empty one, which allocates nothing.
  public init() {}

  /// Number of different strings.
  public var count: Int { ends.count }

  /// The number of a string, which is entered if it is new.
  ///
  /// - Complexity: O(*n*) in its bytes.
  public mutating func number(of string: UnsafeBufferPointer<UInt8>) -> Int32 {
    number(of: string, hash: ByteHash(string).value)
  }

  /// The number of a string whose hash is known; entered if it is new.
  ///
  /// - Parameter hash: what ``ByteHash`` gives for its bytes.
  public mutating func number(of string: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32 {
    if slots.isEmpty { grow() }
    let slot = slot(of: string, 0, hash)
    return slots[slot] >= 0 ? slots[slot] : enter(string, hash: hash, slot: slot)
  }

  /// The number of a string, or nil where it is not there.
  public func find(_ string: UnsafeBufferPointer<UInt8>) -> Int32? {
    find(string, hash: ByteHash(string).value)
  }

  /// The number of a string whose hash is known, or nil where it is not there.
  ///
  /// - Parameter hash: what ``ByteHash`` gives for its bytes.
  public func find(_ string: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32? {
    if slots.isEmpty { return nil }
    let number = slots[slot(of: string, 0, hash)]
    return number < 0 ? nil : number
  }

  /// Calls `body` with the bytes of a string, which are good inside the call only.
  @inlinable @inline(__always)
  public func withBytes<Result>(of number: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    // safe: the range is one that was entered; slices of buffers check their bounds.
    arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: Int(number))])) }
  }

  /// The bytes of a string. Copies them.
  public func bytes(of number: Int32) -> [UInt8] { Array(arena[range(of: Int(number))]) }

  /// A string as text.
  public func string(of number: Int32) -> String {
    withBytes(of: number) { String(decoding: $0, as: UTF8.self) }
  }

  /// Where a string stands in ``arena``.
  @inlinable @inline(__always)
  func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

  /// The number of a string that is the one in hand once `caseBit` is set in each of its bytes; -1, with the slot where
  /// it belongs, where it is not there.
  @inline(__always)
  mutating func find(
    _ string: UnsafeBufferPointer<UInt8>, caseBit: UInt8, hash: UInt32
  ) -> (number: Int32, slot: Int) {
    if slots.isEmpty { grow() }
    let slot = slot(of: string, caseBit, hash)
    return (slots[slot], slot)
  }

  /// Enters a string that is not there, at the slot where it belongs.
  mutating func enter(_ string: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> Int32 {
    let number = Int32(truncatingIfNeeded: ends.count)
    arena.append(contentsOf: string)
    ends.append(UInt32(truncatingIfNeeded: arena.count))
    hashes.append(hash)
    slots[slot] = number
    if ends.count * 2 > slots.count { grow() }
    return number
  }
}

extension ByteStrings {
  private mutating func grow() {
    let mask = max(slots.count * 2, 16) - 1
    var wider = [Int32](repeating: -1, count: mask + 1)
    for index in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[index]) & mask
      while wider[slot] >= 0 { slot = (slot + 1) & mask }
      wider[slot] = Int32(truncatingIfNeeded: index)
    }
    slots = wider
  }

  /// The slot that holds the string, or the empty one where it belongs.
  @inline(__always)
  private func slot(of string: UnsafeBufferPointer<UInt8>, _ caseBit: UInt8, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, isEqual(index, string, caseBit) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ string: UnsafeBufferPointer<UInt8>, _ caseBit: UInt8) -> Bool {
    let range = range(of: index)
    guard range.count == string.count else { return false }
    // safe: the range is one that was entered and as long as the string; read within the closure only.
    return arena.withUnsafeBufferPointer { bytes in
      for offset in 0..<string.count where bytes[range.lowerBound + offset] != string[offset] | caseBit {
        return false
      }
      return true
    }
  }
}

/// FNV-1a of 32 bits (RFC 9923), byte by byte, finished by one mixing step since tables look at low bits only.
public struct ByteHash {
  @usableFromInline var state: UInt32 = 0x811C_9DC5

  /// The hash of nothing.
  @inlinable @inline(__always)
  public init() {}

  /// The hash of some bytes.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { for byte in bytes { add(byte) } }

  /// Takes in a byte.
  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 0x0100_0193 }

  /// The hash of what was added.
  @inlinable public var value: UInt32 {
    @inline(__always) get { (state ^ state >> 15) &* 0x2C1B_3C6D }
  }
}
