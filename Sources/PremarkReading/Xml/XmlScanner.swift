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

  /// Meaning of a prefix that is not bound.
  static let unbound = -4
  /// Most attributes of one element.
  static let mostAttributes = 256
  /// Most different prefixes of one part.
  static let mostPrefixes = 1024

  let bytes: [UInt8]
  /// Name of the part, for errors.
  let part: String
  let vocabulary: XmlVocabulary
  /// Offset of what comes next.
  var at: Int
  /// Namespace of the element at `.start` and `.end`; negative where it is none of the vocabulary's.
  var namespace = XmlVocabulary.unknown
  /// Local name of the element, or -1.
  var name = -1
  /// Attributes of the element, only at `.start`.
  var attributes: [Attribute] = []
  var textRange = 0..<0
  var textHasReferences = false
  var isEmptyElement = false
  var open: [OpenElement] = []
  var bindings: [Binding] = []
  var prefixes = ByteTable()
  var meanings: [Int] = []
  /// A prefix looked up, and its number among ``prefixes``; -1 where there is none.
  var lastPrefix: (range: Range<Int>, number: Int) = (0..<0, -1)
  var hadRoot = false
  /// Tags and attributes so far, and how many are let through.
  var items = 0
  var mostItems = ReadingLimits.xmlItems

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
      guard bytes[at] == XmlByte.less else {
        try scanText()
        if !open.isEmpty { return .text }
        continue
      }
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      switch next {
      case XmlByte.slash: return try scanEndTag()
      case XmlByte.bang: if try scanDeclaration() { return .text }
      case XmlByte.question: try skip(past: "?>", what: "a processing instruction")
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
