/// What CSS declarations say, as far as it changes what is read. Nil is "not said here".
struct HtmlLook: Sendable {
  var isHidden: Bool?
  var isBold: Bool?
  var isItalic: Bool?
  var isWhite: Bool?
  /// A background that is not white.
  var isPainted: Bool?
  var isTiny: Bool?
  var keepsSpace: Bool?
  var isStruck: Bool?

  /// True where nothing is said.
  var isEmpty: Bool {
    isHidden == nil && isBold == nil && isItalic == nil && isWhite == nil && isPainted == nil && isTiny == nil
      && keepsSpace == nil && isStruck == nil
  }

  /// Adds what `other` says, which wins.
  mutating func take(_ other: HtmlLook) {
    isHidden = other.isHidden ?? isHidden
    isBold = other.isBold ?? isBold
    isItalic = other.isItalic ?? isItalic
    isWhite = other.isWhite ?? isWhite
    isPainted = other.isPainted ?? isPainted
    isTiny = other.isTiny ?? isTiny
    keepsSpace = other.keepsSpace ?? keepsSpace
    isStruck = other.isStruck ?? isStruck
  }

  init() {}

  /// Reads declarations: "color: #fff; font-size: 1px". O(*n*).
  init(css bytes: ArraySlice<UInt8>) {
    for declaration in bytes.split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = Self.trimmed(declaration[..<colon])
      let value = Self.trimmed(declaration[(colon + 1)...].prefix { $0 != UInt8(ascii: "!") })
      take(String(decoding: name, as: UTF8.self), value)
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text = bytes.drop { $0.isWhite }.map { $0.lowered }
    while let last = text.last, last.isWhite { text.removeLast() }
    return text
  }

  private mutating func take(_ name: String, _ value: [UInt8]) {
    switch name {
    case "display": isHidden = value.elementsEqual("none".utf8) ? true : isHidden
    case "visibility": isHidden = value.elementsEqual("hidden".utf8) || value.elementsEqual("collapse".utf8)
    case "opacity": if let number = Self.number(value), number.thousandths <= 10 { isHidden = true }
    case "mso-hide": isHidden = value.elementsEqual("all".utf8)
    case "font-weight":
      isBold =
        value.starts(with: "bold".utf8) || (Self.number(value).map { $0.thousandths >= 600_000 } ?? false)
    case "font-style": isItalic = value.starts(with: "italic".utf8) || value.starts(with: "oblique".utf8)
    case "font-size": isTiny = Self.isTiny(value)
    case "color": isWhite = HtmlColour.isWhite(value)
    case "background", "background-color": isPainted = HtmlColour.isPaint(value)
    case "white-space": keepsSpace = value.starts(with: "pre".utf8)
    case "text-decoration", "text-decoration-line":
      isStruck = value.split(separator: 0x20).contains { $0.elementsEqual("line-through".utf8) }
    default: break
    }
  }

  /// A number with a fraction in thousandths, and the unit after it.
  private static func number(_ value: [UInt8]) -> (thousandths: Int, unit: ArraySlice<UInt8>)? {
    var whole = 0
    var i = 0
    while i < value.count, value[i].isDigit, i < 7 {
      whole = whole * 10 + Int(value[i] - 0x30)
      i += 1
    }
    var thousandths = whole * 1000
    var place = 100
    let digits = i
    if i < value.count, value[i] == UInt8(ascii: ".") {
      i += 1
      while i < value.count, value[i].isDigit {
        thousandths += Int(value[i] - 0x30) * place
        place /= 10
        i += 1
      }
    }
    return digits > 0 || i > 1 ? (thousandths, value[i...]) : nil
  }

  /// At most 1 px or 1 pt, or a tenth of the size around.
  private static func isTiny(_ value: [UInt8]) -> Bool {
    guard let number = number(value) else { return false }
    if number.unit.elementsEqual("%".utf8) { return number.thousandths <= 10_000 }
    if number.unit.elementsEqual("em".utf8) || number.unit.elementsEqual("rem".utf8) {
      return number.thousandths <= 100
    }
    return number.thousandths <= 1000
  }
}

/// Colours as CSS and HTML write them, as far as white goes (CSS Color 4, 5 and 6.1).
enum HtmlColour {
  /// True for white and what cannot be told from it: every channel above 0xF0.
  static func isWhite(_ value: [UInt8]) -> Bool {
    if value.elementsEqual("white".utf8) { return true }
    if value.elementsEqual("transparent".utf8) { return true }
    guard let channels = channels(value) else { return false }
    return channels.alpha == 0 || channels.red > 0xF0 && channels.green > 0xF0 && channels.blue > 0xF0
  }

  /// True for a background that is painted in another colour than white.
  static func isPaint(_ value: [UInt8]) -> Bool {
    let keywords = ["none", "transparent", "inherit", "initial", "unset", "white", "auto"]
    if value.isEmpty || keywords.contains(where: { value.elementsEqual($0.utf8) }) { return false }
    if let channels = channels(value) {
      return channels.alpha > 0 && !(channels.red > 0xF0 && channels.green > 0xF0 && channels.blue > 0xF0)
    }
    return true
  }

  private static func channels(_ value: [UInt8]) -> (red: Int, green: Int, blue: Int, alpha: Int)? {
    if value.first == UInt8(ascii: "#") {
      let digits = value.dropFirst().prefix(8).map { Int($0.hexDigit ?? 0) }
      switch digits.count {
      case 3: return (digits[0] * 17, digits[1] * 17, digits[2] * 17, 255)
      case 6:
        return (digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5], 255)
      case 8:
        return (
          digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5],
          digits[6] * 16 + digits[7]
        )
      default: return nil
      }
    }
    guard value.starts(with: "rgb".utf8), let open = value.firstIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    var numbers: [Int] = []
    var isFraction = false
    var inNumber = false
    for byte in value[(open + 1)...] {
      if byte.isDigit {
        if !inNumber { numbers.append(0) }
        inNumber = true
        if !isFraction || numbers.count == 4 {
          numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + Int(byte - 0x30), 999)
        }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        inNumber = false
        isFraction = false
      }
    }
    guard numbers.count >= 3 else { return nil }
    return (numbers[0], numbers[1], numbers[2], numbers.count > 3 ? numbers[3] : 255)
  }
}
