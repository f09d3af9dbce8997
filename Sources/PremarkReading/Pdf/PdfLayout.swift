import PremarkDocument

/// A word on a page. Lengths are hundredths of a point, from the page's top left.
struct PdfWord: Sendable {
  let left: Int
  let right: Int
  let top: Int
  let bottom: Int
  /// Its bytes in ``PdfLayout/text``.
  let text: Range<Int>
  /// Page number from 1.
  let page: Int
  /// True where it ends in a soft hyphen: the line end divides a word.
  let isDivided: Bool

  var height: Int { bottom - top }
}

/// The words of all pages, as `pdftotext -bbox-layout` writes them (poppler; XHTML with `page` and `word` elements):
///
///     <page width="612.000000" height="792.000000">
///       <word xMin="72.1" yMin="95.7" xMax="150.6" yMax="116.5">Personal</word>
struct PdfLayout: Sendable {
  /// Words page after page, in poppler's order.
  private(set) var words: [PdfWord] = []
  /// Their letters, cleaned.
  private(set) var text: [UInt8] = []
  /// Height of each page.
  private(set) var pages: [Int] = []
  private(set) var cleaning = TextCleaning()

  /// Reads poppler's output; what is no word or page is passed over.
  ///
  /// - Throws: `too-large` past ``ReadingLimits/pdfWords``.
  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8]) throws(ReadingError) {
    let bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    var at = 0
    while let start = Self.next(UInt8(ascii: "<"), bytes, at) {
      guard let end = Self.next(UInt8(ascii: ">"), bytes, start) else { return }
      at = end + 1
      if bytes.has("<word ", at: start) {
        guard words.count < ReadingLimits.pdfWords else {
          throw ReadingError(
            code: "too-large", message: "the PDF has more words than can be read",
            advice: "hand in the plan alone, without long annexes")
        }
        at = addWord(bytes, start..<end)
      } else if bytes.has("<page ", at: start) {
        pages.append(Self.measures(bytes, start..<end).last ?? 0)
      }
    }
  }

  private mutating func addWord(_ bytes: [UInt8], _ tag: Range<Int>) -> Int {
    let end = Self.next(UInt8(ascii: "<"), bytes, tag.upperBound) ?? bytes.count
    let box = Self.measures(bytes, tag)
    guard box.count == 4, !pages.isEmpty else { return end }
    var letters: [UInt8] = []
    var at = tag.upperBound + 1
    while at < end {
      if bytes[at] == UInt8(ascii: "&"),
        let (value, after) = CharacterReference.read(bytes, at: at, before: end)
      {
        letters.appendScalar(value)
        at = after
      } else {
        letters.append(bytes[at])
        at += 1
      }
    }
    let first = text.count
    cleaning.append(letters, to: &text)
    // A word that holds spaces alone says nothing.
    guard text[first...].contains(where: { $0 > 0x20 }) else {
      text.removeSubrange(first...)
      return end
    }
    words.append(
      PdfWord(
        left: box[0], right: max(box[0], box[2]), top: box[1], bottom: max(box[1] + 1, box[3]),
        text: first..<text.count, page: pages.count,
        isDivided: letters.suffix(2) == [0xC2, 0xAD]))
    return end
  }

  private static func next(_ byte: UInt8, _ bytes: [UInt8], _ start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      if bytes[at] == byte { return at }
      at += 1
    }
    return nil
  }

  /// The numbers in quotation marks of a tag, in hundredths, held to what fits on any page.
  private static func measures(_ bytes: [UInt8], _ tag: Range<Int>) -> [Int] {
    var found: [Int] = []
    var at = tag.lowerBound
    while let open = next(UInt8(ascii: "\""), bytes, at), open < tag.upperBound, found.count < 8 {
      guard let close = next(UInt8(ascii: "\""), bytes, open + 1), close <= tag.upperBound else { break }
      found.append(hundredths(bytes[open + 1..<close]))
      at = close + 1
    }
    return found
  }

  private static func hundredths(_ digits: ArraySlice<UInt8>) -> Int {
    var value = 0
    var decimals = -1
    for byte in digits {
      if byte == UInt8(ascii: ".") {
        decimals = 0
      } else if byte.isDigit, decimals < 2 {
        value = min(value * 10 + Int(byte - 0x30), 100_000_000)
        if decimals >= 0 { decimals += 1 }
      }
    }
    for _ in max(decimals, 0)..<2 { value = min(value * 10, 100_000_000) }
    return digits.first == UInt8(ascii: "-") ? -value : value
  }
}
