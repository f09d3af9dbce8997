import PremarkDocument

/// What the markers of a list look like on each level (ODF 1.3 part 3, 16.30).
struct OdtListStyle {
  private struct Level {
    var isBullet = true
    var format: UInt8 = 0
    var prefix: [UInt8] = []
    var suffix: [UInt8] = []
    var displayLevels = 1
    var start = 1
  }

  /// Most levels.
  static let levels = 10
  private var items = [Level?](repeating: nil, count: levels)

  /// Reads an element of a list style that describes a level.
  mutating func take(_ scanner: XmlScanner) {
    guard let level = scanner.odtNumber(OdtSpace.text, .level), level >= 1, level <= Self.levels else {
      return
    }
    var item = Level()
    switch scanner.odtName {
    case .listLevelStyleBullet, .listLevelStyleImage: item.isBullet = true
    case .listLevelStyleNumber, .outlineLevelStyle:
      item.isBullet = false
      item.format = scanner.odt(OdtSpace.style, .numFormat)?.first ?? 0
      item.prefix = scanner.odt(OdtSpace.style, .numPrefix) ?? []
      item.suffix = scanner.odt(OdtSpace.style, .numSuffix) ?? []
      item.displayLevels = max(1, scanner.odtNumber(OdtSpace.text, .displayLevels) ?? 1)
      item.start = scanner.odtNumber(OdtSpace.text, .startValue) ?? 1
    default: return
    }
    items[level - 1] = item
  }

  /// The number that the first item of a level has.
  func start(_ level: Int) -> Int { items[min(level, Self.levels) - 1]?.start ?? 1 }

  /// The marker of an item, from the numbers of its level and those above; nil where the level shows none.
  func marker(_ level: Int, numbers: [Int]) -> String? {
    guard let item = items[min(level, Self.levels) - 1] else { return nil }
    if item.isBullet { return "•" }
    guard item.format != 0 else { return nil }
    var shown: [UInt8] = []
    for above in max(1, level - item.displayLevels + 1)...max(1, level) {
      guard let other = items[min(above, Self.levels) - 1], other.format != 0, above <= numbers.count else {
        continue
      }
      if !shown.isEmpty { shown.append(UInt8(ascii: ".")) }
      shown += Self.figure(numbers[above - 1], format: other.format)
    }
    return String(decoding: item.prefix + shown + item.suffix, as: UTF8.self)
  }

  private static func figure(_ value: Int, format: UInt8) -> [UInt8] {
    let style: ListMarker.Style
    switch format {
    case UInt8(ascii: "a"): style = .lowerLetter(0x2E)
    case UInt8(ascii: "A"): style = .upperLetter(0x2E)
    case UInt8(ascii: "i"): style = .lowerRoman(0x2E)
    case UInt8(ascii: "I"): style = .upperRoman(0x2E)
    default: style = .number(0x2E)
    }
    return Array(ListMarker(style: style, value: value, length: 0).shown.utf8.dropLast())
  }
}

/// Counts the items of lists as they come.
struct OdtCounters {
  /// Numbers by list style, for lists that go on with the numbers before.
  private var last: [[UInt8]: [Int]] = [:]
  private var open: [(style: [UInt8], numbers: [Int])] = []

  /// Levels that are open.
  var depth: Int { open.count }

  /// The list style that holds here.
  var style: [UInt8] { open.last?.style ?? [] }

  /// Opens a list; inside another it is one level down and takes its style where it has none.
  mutating func openList(style: [UInt8]?, continues: Bool) {
    let name = style ?? self.style
    var numbers = Array((open.last?.numbers ?? []).prefix(open.count))
    while numbers.count < open.count { numbers.append(1) }
    let before = last[name] ?? []
    // 0 means that no item has come yet.
    numbers.append(continues && before.count > open.count ? before[open.count] : 0)
    open.append((name, numbers))
  }

  mutating func closeList() {
    guard let list = open.popLast() else { return }
    last[list.style] = list.numbers
  }

  /// Counts an item of the innermost list.
  mutating func count(start: Int?, first: Int) {
    guard let list = open.indices.last else { return }
    let level = open[list].numbers.count - 1
    let number = open[list].numbers[level]
    open[list].numbers[level] = start ?? (number == 0 ? first : number + 1)
  }

  /// Numbers of all levels down to the innermost.
  var numbers: [Int] { open.last?.numbers ?? [] }
}
