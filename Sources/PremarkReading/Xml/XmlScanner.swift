import PremarkDocument

/// A pull scanner over XML in UTF-8 (XML 1.0, 5th edition; Namespaces in XML 1.0, 3rd edition).
///
/// Non-validating. It checks that tags match, that prefixes are declared, that attributes are unique and entities
/// known; any entity declaration is refused, so nothing can grow. Elements and attributes come as small numbers from
/// an ``XmlVocabulary``; nothing is allocated for an element. A copy of the scanner is a place to come back to.
///
/// ```
/// while true {
///   switch try scanner.next() {
///   case .start: scanner.namespace, scanner.name, scanner.value(of: …)
///   case .end: the same element's namespace and name
///   case .text: scanner.appendText(to: &buffer)
///   case .finish: return
///   }
/// }
/// ```
struct XmlScanner: Sendable {
  /// What the scanner stands at.
  enum Event { case start, end, text, finish }

  /// An attribute's value: bytes of the source, with references still in it where `hasReferences`.
  struct Value: Sendable {
    let range: Range<Int>
    let hasReferences: Bool
  }

  /// An attribute of the element that the last `.start` was about.
  struct Attribute: Sendable {
    let prefix: Range<Int>
    let local: Range<Int>
    var namespace: Int
    var name: Int
    let value: Value
  }

  struct OpenElement: Sendable {
    let tag: Range<Int>
    let namespace: Int
    let name: Int
    /// Number of bindings outside the element.
    let bindings: Int
  }

  /// A prefix bound inside an open element, and what it meant outside.
  struct Binding: Sendable {
    let prefix: Int
    let outside: Int
  }

  /// Most attributes of one element.
  private static let mostAttributes = 256
  /// Most different prefixes of one part.
  private static let mostPrefixes = 1024

  let bytes: [UInt8]
  /// Name of the part, for errors.
  let part: String
  private let vocabulary: XmlVocabulary
  /// Offset of what comes next.
  private(set) var at: Int
  /// Namespace of the element at `.start` and `.end`; negative where it is none of the vocabulary's.
  private(set) var namespace = XmlVocabulary.unknown
  /// Local name of the element, or -1.
  private(set) var name = -1
  /// Attributes of the element, only at `.start`.
  private(set) var attributes: [Attribute] = []
  private var textRange = 0..<0
  private var textHasReferences = false
  private var isEmptyElement = false
  private var open: [OpenElement] = []
  private var bindings: [Binding] = []
  private var prefixes = ByteTable()
  private var meanings: [Int] = []
  private var hadRoot = false

  /// Starts at the beginning of a part.
  ///
  /// - Parameter bytes: in UTF-8 or another encoding that the part itself declares.
  /// - Throws: `broken-xml` where the bytes are not text in that encoding.
  init(_ bytes: [UInt8], part: String, vocabulary: XmlVocabulary) throws(ReadingError) {
    self.bytes = try XmlEncoding.utf8(bytes, part: part)
    self.part = part
    self.vocabulary = vocabulary
    at = self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bind(0..<0, to: XmlVocabulary.noNamespace)
    let xml = Array("xml".utf8)
    _ = prefixes.insert(xml, xml.indices)
    meanings.append(XmlVocabulary.xmlNamespace)
    bindings = []
  }

  /// How many elements are open.
  var depth: Int { open.count }

  /// Moves on to the next tag or piece of text. Comments and processing instructions are passed over.
  ///
  /// - Throws: `broken-xml` with the offset, `xml-entities`, `too-large` (deeper than the limit).
  mutating func next() throws(ReadingError) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      return close()
    }
    while at < bytes.count {
      guard bytes[at] == Byte.less else {
        try scanText()
        if !open.isEmpty { return .text }
        continue
      }
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      switch next {
      case Byte.slash: return try scanEndTag()
      case Byte.bang: if try scanDeclaration() { return .text }
      case Byte.question: try skip(past: "?>", what: "a processing instruction")
      default:
        try scanStartTag()
        return .start
      }
    }
    guard open.isEmpty else { throw broken("it ends inside an element") }
    guard hadRoot else { throw broken("it has no content") }
    return .finish
  }

  /// Moves past the end of the element that the last `.start` was about.
  mutating func skipElement() throws(ReadingError) {
    let outside = open.count - 1
    while try next() != .finish, open.count > outside {}
  }

  /// Adds the text at `.text`, references resolved, to `buffer`.
  func appendText(to buffer: inout [UInt8]) throws(ReadingError) {
    guard textHasReferences else {
      buffer.append(contentsOf: bytes[textRange])
      return
    }
    try appendResolved(textRange, to: &buffer)
  }

  /// The value of an attribute of the element, or nil.
  func value(_ namespace: Int, _ name: Int) -> Value? {
    for attribute in attributes where attribute.name == name && attribute.namespace == namespace {
      return attribute.value
    }
    return nil
  }

  /// What a prefix is bound to here; nil where it is not declared.
  func meaning(ofPrefix prefix: [UInt8]) -> Int? {
    let found = prefixes.find(prefix, prefix.indices)
    return found >= 0 && meanings[found] != Self.unbound ? meanings[found] : nil
  }

  /// The bytes of an attribute's value.
  func bytes(of value: Value) -> [UInt8] {
    guard value.hasReferences else { return Array(bytes[value.range]) }
    var buffer: [UInt8] = []
    // References were checked when the tag was scanned.
    try? appendResolved(value.range, to: &buffer)
    return buffer
  }

  /// An error at the current place.
  func broken(_ what: String) -> ReadingError {
    ReadingError(
      code: "broken-xml", message: "the file is damaged: '\(part)' cannot be read, \(what)",
      advice: "open it in its program, save it under a new name and hand in that",
      offset: min(at, bytes.count))
  }
}

// MARK: - Tags

extension XmlScanner {
  private static let unbound = -4

  private mutating func close() -> Event {
    let element = open.removeLast()
    namespace = element.namespace
    name = element.name
    while bindings.count > element.bindings {
      let binding = bindings.removeLast()
      meanings[binding.prefix] = binding.outside
    }
    return .end
  }

  private mutating func scanEndTag() throws(ReadingError) -> Event {
    guard let element = open.last else { throw broken("an end tag has no start") }
    let start = at + 2
    let end = start + element.tag.count
    guard end < bytes.count else { throw broken("it ends inside a tag") }
    for offset in 0..<element.tag.count where bytes[start + offset] != bytes[element.tag.lowerBound + offset]
    {
      throw broken("an end tag does not match its start")
    }
    var after = end
    while after < bytes.count, bytes[after].isXmlSpace { after += 1 }
    guard after < bytes.count, bytes[after] == Byte.greater else {
      throw broken("an end tag does not match its start")
    }
    at = after + 1
    return close()
  }

  private mutating func scanStartTag() throws(ReadingError) {
    guard open.count < ReadingLimits.elementDepth else {
      throw ReadingError(
        code: "too-large", message: "'\(part)' is nested too deeply",
        advice: "copy the text into a new document and hand in that", offset: at)
    }
    if open.isEmpty {
      guard !hadRoot else { throw broken("it has more than one root element") }
      hadRoot = true
    }
    let outside = bindings.count
    let (prefix, local) = try scanName(from: at + 1)
    attributes.removeAll(keepingCapacity: true)
    try scanAttributes()
    try resolveAttributes()
    namespace = try meaning(prefix)
    name = vocabulary.name(bytes, local)
    open.append(
      OpenElement(
        tag: prefix.lowerBound..<local.upperBound, namespace: namespace, name: name, bindings: outside))
  }

  /// Scans a name with or without a prefix and stands after it.
  private mutating func scanName(from start: Int) throws(ReadingError) -> (Range<Int>, Range<Int>) {
    var end = start
    var colon = -1
    while end < bytes.count, bytes[end].isXmlName {
      if bytes[end] == Byte.colon, colon < 0 { colon = end }
      end += 1
    }
    at = end
    guard end > start, bytes[start].isXmlNameStart else { throw broken("a name is expected") }
    if colon < 0 { return (start..<start, start..<end) }
    guard colon > start, colon + 1 < end else { throw broken("a name is expected") }
    return (start..<colon, colon + 1..<end)
  }

  /// Scans up to and past the end of the tag.
  private mutating func scanAttributes() throws(ReadingError) {
    while true {
      let before = at
      while at < bytes.count, bytes[at].isXmlSpace { at += 1 }
      guard at < bytes.count else { throw broken("it ends inside a tag") }
      if bytes[at] == Byte.greater {
        at += 1
        return
      }
      if bytes[at] == Byte.slash {
        at += 1
        guard at < bytes.count, bytes[at] == Byte.greater else { throw broken("'>' is expected") }
        at += 1
        isEmptyElement = true
        return
      }
      guard at > before else { throw broken("a space is expected") }
      guard attributes.count < Self.mostAttributes else { throw broken("an element has too many attributes") }
      let (prefix, local) = try scanName(from: at)
      try scanEquals()
      try take(prefix, local, try scanValue())
    }
  }

  private mutating func scanEquals() throws(ReadingError) {
    while at < bytes.count, bytes[at].isXmlSpace { at += 1 }
    guard at < bytes.count, bytes[at] == Byte.equals else { throw broken("'=' is expected") }
    at += 1
    while at < bytes.count, bytes[at].isXmlSpace { at += 1 }
  }

  private mutating func scanValue() throws(ReadingError) -> Value {
    guard at < bytes.count, bytes[at] == Byte.quote || bytes[at] == Byte.apostrophe else {
      throw broken("a quoted value is expected")
    }
    let mark = bytes[at]
    let start = at + 1
    var end = start
    var hasReferences = false
    while end < bytes.count, bytes[end] != mark {
      if bytes[end] == Byte.ampersand { hasReferences = true }
      if bytes[end] == Byte.less { break }
      end += 1
    }
    at = end
    guard end < bytes.count, bytes[end] == mark else { throw broken("an attribute is not closed") }
    at = end + 1
    if hasReferences {
      var checked: [UInt8] = []
      try appendResolved(start..<end, to: &checked)
    }
    return Value(range: start..<end, hasReferences: hasReferences)
  }

  /// Keeps an attribute, or declares a namespace.
  private mutating func take(_ prefix: Range<Int>, _ local: Range<Int>, _ value: Value) throws(ReadingError) {
    if prefix.isEmpty, local.count == 5, bytes.has("xmlns", at: local.lowerBound) {
      bind(0..<0, to: vocabulary.namespace(bytes(of: value)))
    } else if prefix.count == 5, bytes.has("xmlns", at: prefix.lowerBound) {
      guard prefixes.count < Self.mostPrefixes else { throw broken("it declares too many prefixes") }
      bind(local, to: vocabulary.namespace(bytes(of: value)))
    } else {
      attributes.append(
        Attribute(prefix: prefix, local: local, namespace: XmlVocabulary.noNamespace, name: -1, value: value))
    }
  }

  private mutating func bind(_ prefix: Range<Int>, to meaning: Int) {
    let number = prefixes.insert(bytes, prefix)
    while meanings.count <= number { meanings.append(Self.unbound) }
    bindings.append(Binding(prefix: number, outside: meanings[number]))
    meanings[number] = meaning
  }

  private func meaning(_ prefix: Range<Int>) throws(ReadingError) -> Int {
    let number = prefixes.find(bytes, prefix)
    guard number >= 0, meanings[number] != Self.unbound else { throw broken("a prefix is not declared") }
    return meanings[number]
  }

  private mutating func resolveAttributes() throws(ReadingError) {
    for index in attributes.indices {
      let attribute = attributes[index]
      if !attribute.prefix.isEmpty { attributes[index].namespace = try meaning(attribute.prefix) }
      attributes[index].name = vocabulary.name(bytes, attribute.local)
      for other in 0..<index where areSame(attributes[other], attributes[index]) {
        throw broken("an attribute is given twice")
      }
    }
  }

  private func areSame(_ a: Attribute, _ b: Attribute) -> Bool {
    a.name == b.name && a.namespace == b.namespace && a.local.count == b.local.count
      && a.prefix.count == b.prefix.count && bytes[a.local].elementsEqual(bytes[b.local])
      && bytes[a.prefix].elementsEqual(bytes[b.prefix])
  }
}

// MARK: - Text

extension XmlScanner {
  private mutating func scanText() throws(ReadingError) {
    let start = at
    var end = at
    textHasReferences = false
    while end < bytes.count, bytes[end] != Byte.less {
      if bytes[end] == Byte.ampersand { textHasReferences = true }
      end += 1
    }
    textRange = start..<end
    at = end
    if open.isEmpty {
      for index in start..<end where !bytes[index].isXmlSpace {
        at = index
        throw broken("it has text outside its root element")
      }
    }
  }

  /// Scans what starts with "<!".
  ///
  /// - Returns: true where it is text (a CDATA section).
  private mutating func scanDeclaration() throws(ReadingError) -> Bool {
    if bytes.has("<!--", at: at) {
      at += 2
      try skip(past: "-->", what: "a comment")
      return false
    }
    if bytes.has("<![CDATA[", at: at), !open.isEmpty {
      let start = at + 9
      try skip(past: "]]>", what: "a CDATA section")
      textRange = min(start, at - 3)..<(at - 3)
      textHasReferences = false
      return true
    }
    guard bytes.has("<!DOCTYPE", at: at), !hadRoot else { throw broken("'<' is followed by '!'") }
    try skipDocumentType()
    return false
  }

  /// Passes a document type declaration; entity declarations in it are refused.
  private mutating func skipDocumentType() throws(ReadingError) {
    var depth = 0
    while at < bytes.count {
      let byte = bytes[at]
      if bytes.has("<!--", at: at) {
        at += 2
        try skip(past: "-->", what: "a comment")
        continue
      }
      if bytes.has("<!ENTITY", at: at) {
        throw ReadingError(
          code: "xml-entities", message: "'\(part)' declares entities, which no word processor writes",
          advice: "copy the text into a new document and hand in that", offset: at)
      }
      at += 1
      switch byte {
      case Byte.quote, Byte.apostrophe:
        while at < bytes.count, bytes[at] != byte { at += 1 }
        at += 1
      case Byte.less: depth += 1
      case Byte.greater:
        depth -= 1
        if depth == 0 { return }
      default: break
      }
    }
    throw broken("it ends inside a document type declaration")
  }

  private mutating func skip(past end: StaticString, what: String) throws(ReadingError) {
    at += 2
    while at < bytes.count {
      if bytes.has(end, at: at) {
        at += end.utf8CodeUnitCount
        return
      }
      at += 1
    }
    throw broken("it ends inside \(what)")
  }

  /// Adds `range` of the source with its references resolved (XML 1.0 4.1, 4.6).
  private func appendResolved(_ range: Range<Int>, to buffer: inout [UInt8]) throws(ReadingError) {
    var from = range.lowerBound
    while from < range.upperBound {
      let byte = bytes[from]
      guard byte == Byte.ampersand else {
        buffer.append(byte)
        from += 1
        continue
      }
      guard let end = bytes[from..<min(range.upperBound, from + 12)].firstIndex(of: UInt8(ascii: ";")) else {
        throw broken("'&' does not begin a reference")
      }
      try appendReference(from + 1..<end, to: &buffer)
      from = end + 1
    }
  }

  private func appendReference(_ range: Range<Int>, to buffer: inout [UInt8]) throws(ReadingError) {
    let body = bytes[range]
    if body.first == UInt8(ascii: "#") {
      guard let value = characterNumber(body.dropFirst()) else { throw broken("a character number is wrong") }
      buffer.appendScalar(value)
    } else if body.elementsEqual("lt".utf8) {
      buffer.append(Byte.less)
    } else if body.elementsEqual("gt".utf8) {
      buffer.append(Byte.greater)
    } else if body.elementsEqual("amp".utf8) {
      buffer.append(Byte.ampersand)
    } else if body.elementsEqual("quot".utf8) {
      buffer.append(Byte.quote)
    } else if body.elementsEqual("apos".utf8) {
      buffer.append(Byte.apostrophe)
    } else {
      throw broken("it uses an entity that is not declared")
    }
  }

  /// The number after "#" or "#x"; nil where it is none or no scalar value.
  private func characterNumber(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHex = digits.first == UInt8(ascii: "x")
    let base: UInt32 = isHex ? 16 : 10
    var value: UInt32 = 0
    let rest = isHex ? digits.dropFirst() : digits
    guard !rest.isEmpty else { return nil }
    for byte in rest {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46 where isHex: digit = UInt32(byte - 0x37)
      case 0x61...0x66 where isHex: digit = UInt32(byte - 0x57)
      default: return nil
      }
      value = value * base + digit
      if value > 0x10FFFF { return nil }
    }
    return value
  }
}

/// The bytes that mark XML up.
private enum Byte {
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let slash = UInt8(ascii: "/")
  static let bang = UInt8(ascii: "!")
  static let question = UInt8(ascii: "?")
  static let colon = UInt8(ascii: ":")
  static let equals = UInt8(ascii: "=")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let ampersand = UInt8(ascii: "&")
}

extension UInt8 {
  /// White space of XML 1.0 2.3 [3].
  fileprivate var isXmlSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// A byte of a name (2.3 [4a]); all of non-ASCII is let through.
  fileprivate var isXmlName: Bool {
    isXmlNameStart || self >= 0x30 && self <= 0x39 || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
  }

  /// The first byte of a name (2.3 [4]).
  fileprivate var isXmlNameStart: Bool {
    self | 0x20 >= 0x61 && self | 0x20 <= 0x7A || self >= 0x80 || self == UInt8(ascii: "_") || self == 0x3A
  }
}
