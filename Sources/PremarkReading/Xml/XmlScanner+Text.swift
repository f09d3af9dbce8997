import PremarkDocument

extension XmlScanner {
  mutating func scanText() throws(ReadingError) {
    let start = at
    var end = at
    textHasReferences = false
    while end < bytes.count, bytes[end] != XmlByte.less {
      if bytes[end] == XmlByte.ampersand { textHasReferences = true }
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
  mutating func scanDeclaration() throws(ReadingError) -> Bool {
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
      case XmlByte.quote, XmlByte.apostrophe:
        while at < bytes.count, bytes[at] != byte { at += 1 }
        at += 1
      case XmlByte.less: depth += 1
      case XmlByte.greater:
        depth -= 1
        if depth == 0 { return }
      default: break
      }
    }
    throw broken("it ends inside a document type declaration")
  }

  mutating func skip(past end: StaticString, what: String) throws(ReadingError) {
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
  func appendResolved(_ range: Range<Int>, to buffer: inout [UInt8]) throws(ReadingError) {
    var from = range.lowerBound
    while from < range.upperBound {
      let byte = bytes[from]
      guard byte == XmlByte.ampersand else {
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
      buffer.append(XmlByte.less)
    } else if body.elementsEqual("gt".utf8) {
      buffer.append(XmlByte.greater)
    } else if body.elementsEqual("amp".utf8) {
      buffer.append(XmlByte.ampersand)
    } else if body.elementsEqual("quot".utf8) {
      buffer.append(XmlByte.quote)
    } else if body.elementsEqual("apos".utf8) {
      buffer.append(XmlByte.apostrophe)
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
