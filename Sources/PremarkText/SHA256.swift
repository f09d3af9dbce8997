/// The SHA-256 digest of bytes that may come in pieces.
///
///     var hash = SHA256()
///     hash.update(first)
///     hash.update(second)
///     let hex = SHA256.hex(hash.finish())
///
/// - Source: FIPS 180-4, sections 4.1.2, 4.2.2, 5.1.1 and 6.2.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Begins a digest of no bytes.
  public init() {}

  /// Adds bytes. Linear.
  public mutating func update(_ bytes: [UInt8]) { update(bytes[...]) }

  /// Adds bytes. Linear.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    length &+= UInt64(bytes.count)
    var rest = bytes
    if !pending.isEmpty {
      let taken = rest.prefix(64 - pending.count)
      pending.append(contentsOf: taken)
      rest = rest.dropFirst(taken.count)
      guard pending.count == 64 else { return }
      // safe: 64 bytes, read within the closure only.
      pending.withUnsafeBufferPointer { compress($0) }
      pending.removeAll(keepingCapacity: true)
    }
    // safe: `compress` takes whole blocks of 64 and leaves the rest; read within the closure only.
    rest.withUnsafeBufferPointer { compress($0) }
    pending.append(contentsOf: rest.suffix(rest.count % 64))
  }

  /// The 32 bytes of the digest of all that was added. The digest may go on after it: this works on a copy.
  public func finish() -> [UInt8] {
    var last = self
    var padding: [UInt8] = [0x80]
    let used = last.pending.count + 1
    padding.append(contentsOf: repeatElement(0, count: (used <= 56 ? 56 : 120) - used))
    let bits = length &* 8
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    last.update(padding)
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for value in last.state {
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        digest.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    return digest
  }

  /// The digest of bytes that are all at hand.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Bytes in lower-case hexadecimal, two digits each.
  public static func hex(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      for nibble in [byte >> 4, byte & 0x0F] { digits.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble) }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension SHA256 {
  /// Takes in all whole blocks of 64 bytes (FIPS 180-4, 6.2.2). The names are the standard's.
  // safe: the block is cut from what is there to whole 64 bytes; the schedule has its 64 words.
  private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 64, let start = bytes.baseAddress else { return }
    state.withUnsafeMutableBufferPointer { state in
      Self.constants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          schedule.initialize(repeating: 0)
          for block in 0..<bytes.count / 64 {
            Self.expand(start + block * 64, schedule)
            Self.mix(schedule, constants, into: state)
          }
        }
      }
    }
  }

  // safe: all three are arrays of this type, of 64, 64 and 8 words (FIPS 180-4, 6.2.2), lent for the call.
  /// Eight rounds a turn, so that no letter has to be moved to the next after each.
  @inline(__always)
  private static func mix(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
    into state: UnsafeMutableBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    var at = 0
    while at < 64 {
      round(a, b, c, &d, e, f, g, &h, constants[at] &+ schedule[at])
      round(h, a, b, &c, d, e, f, &g, constants[at + 1] &+ schedule[at + 1])
      round(g, h, a, &b, c, d, e, &f, constants[at + 2] &+ schedule[at + 2])
      round(f, g, h, &a, b, c, d, &e, constants[at + 3] &+ schedule[at + 3])
      round(e, f, g, &h, a, b, c, &d, constants[at + 4] &+ schedule[at + 4])
      round(d, e, f, &g, h, a, b, &c, constants[at + 5] &+ schedule[at + 5])
      round(c, d, e, &f, g, h, a, &b, constants[at + 6] &+ schedule[at + 6])
      round(b, c, d, &e, f, g, h, &a, constants[at + 7] &+ schedule[at + 7])
      at += 8
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// One round. Ch and Maj are written with one operation less than in the standard; the values are the same.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ added: UInt32
  ) {
    let sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let t1 = h &+ sum1 &+ (g ^ (e & (f ^ g))) &+ added
    let sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    d = d &+ t1
    h = t1 &+ sum0 &+ ((a & b) ^ (c & (a ^ b)))
  }

  @inline(__always)
  private static func expand(
    _ block: UnsafePointer<UInt8>, _ schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      // safe: sixteen words of four bytes are the 64 of a block.
      let word = UnsafeRawPointer(block + index * 4).loadUnaligned(as: UInt32.self)
      schedule[index] = UInt32(bigEndian: word)
    }
    for index in 16..<64 {
      let early = schedule[index - 15]
      let late = schedule[index - 2]
      let s0 = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
      let s1 = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
      schedule[index] = schedule[index - 16] &+ s0 &+ schedule[index - 7] &+ s1
    }
  }

  @inline(__always)
  private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value &>> count | value &<< (32 &- count)
  }

  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
