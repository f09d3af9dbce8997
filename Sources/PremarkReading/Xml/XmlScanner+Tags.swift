import PremarkDocument

extension XmlScanner {
  mutating func close() -> Event {
    let element = open.removeLast()
    namespace = element.namespace
    name = element.name
    while bindings.count > element.bindings {
      let binding = bindings.removeLast()
      meanings[binding.prefix] = binding.outside
    }
    return .end
  }

  mutating func scanEndTag() throws(ReadingError) -> Event {
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
    guard after < bytes.count, bytes[after] == XmlByte.greater else {
      throw broken("an end tag does not match its start")
    }
    at = after + 1
    return close()
  }

  mutating func scanStartTag() throws(ReadingError) {
    guard open.count < ReadingLimits.elementDepth else {
      throw ReadingError(
        code: "too-large", message: "'\(part)' is nested too deeply",
        advice: "copy the text into a new document and hand in that", offset: at)
    }
    items += 1 + attributes.count
    guard items <= mostItems else {
      throw ReadingError(
        code: "too-large", message: "'\(part)' has more elements than can be read",
        advice: "hand in the plan alone, without long annexes", offset: at)
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
      if bytes[end] == XmlByte.colon, colon < 0 { colon = end }
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
      if bytes[at] == XmlByte.greater {
        at += 1
        return
      }
      if bytes[at] == XmlByte.slash {
        at += 1
        guard at < bytes.count, bytes[at] == XmlByte.greater else { throw broken("'>' is expected") }
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
    guard at < bytes.count, bytes[at] == XmlByte.equals else { throw broken("'=' is expected") }
    at += 1
    while at < bytes.count, bytes[at].isXmlSpace { at += 1 }
  }

  private mutating func scanValue() throws(ReadingError) -> Value {
    guard at < bytes.count, bytes[at] == XmlByte.quote || bytes[at] == XmlByte.apostrophe else {
      throw broken("a quoted value is expected")
    }
    let mark = bytes[at]
    let start = at + 1
    var end = start
    var hasReferences = false
    while end < bytes.count, bytes[end] != mark {
      if bytes[end] == XmlByte.ampersand { hasReferences = true }
      if bytes[end] == XmlByte.less { break }
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

  mutating func bind(_ prefix: Range<Int>, to meaning: Int) {
    let number = prefixes.insert(bytes, prefix)
    while meanings.count <= number { meanings.append(Self.unbound) }
    bindings.append(Binding(prefix: number, outside: meanings[number]))
    meanings[number] = meaning
  }

  /// What a prefix means here; most are the one before, which needs no look-up.
  private mutating func meaning(_ prefix: Range<Int>) throws(ReadingError) -> Int {
    if !isLastPrefix(prefix) { lastPrefix = (prefix, prefixes.find(bytes, prefix)) }
    let number = lastPrefix.number
    guard number >= 0, meanings[number] != Self.unbound else { throw broken("a prefix is not declared") }
    return meanings[number]
  }

  private func isLastPrefix(_ prefix: Range<Int>) -> Bool {
    let last = lastPrefix.range
    guard lastPrefix.number >= 0, prefix.count == last.count else { return false }
    for offset in 0..<prefix.count where bytes[prefix.lowerBound + offset] != bytes[last.lowerBound + offset]
    {
      return false
    }
    return true
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
      && bytes[a.local].elementsEqual(bytes[b.local])
      && (a.namespace >= 0 || bytes[a.prefix].elementsEqual(bytes[b.prefix]))
  }
}
