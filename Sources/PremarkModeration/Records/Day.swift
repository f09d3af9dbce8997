/// A day of the Gregorian calendar, as a number that can be counted with.
public struct Day: Sendable, Comparable {
  /// Days since 1 March of year 0.
  public let number: Int

  /// Reads `2026-04-30` or, as British people write it, `30/04/2026`; what follows a space or "T" is left out. Nil
  /// where there is no such day.
  public init?(_ written: String) {
    let text = Array(written.utf8).prefix { $0 != 0x20 && $0 != 0x54 }
    let isISO = text.contains(0x2D)
    let parts = text.split(separator: isISO ? 0x2D : 0x2F, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var figures: [Int] = []
    for part in parts {
      guard let figure = Self.figure(part) else { return nil }
      figures.append(figure)
    }
    if !isISO { figures.reverse() }
    guard 1900...2999 ~= figures[0], 1...12 ~= figures[1], 1...31 ~= figures[2] else { return nil }
    let number = Self.number(year: figures[0], month: figures[1], day: figures[2])
    let next = figures[1] == 12 ? (figures[0] + 1, 1) : (figures[0], figures[1] + 1)
    guard number < Self.number(year: next.0, month: next.1, day: 1) else { return nil }
    self.number = number
  }

  private static func figure(_ part: ArraySlice<UInt8>) -> Int? {
    guard 1...4 ~= part.count else { return nil }
    var figure = 0
    for byte in part {
      guard 0x30...0x39 ~= byte else { return nil }
      figure = figure * 10 + Int(byte - 0x30)
    }
    return figure
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day - 1
  }

  /// The earlier one is less.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}
