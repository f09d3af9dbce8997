import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkText

/// A submission's report as one HTML file that needs nothing else and loads nothing: decisions on one side, the
/// submission with its evidence marked on the other, tied both ways.
///
/// It is readable without script; the assessor's has a small one that saves what the assessor filled in. Its
/// Content-Security-Policy allows that script by its hash, the style by its own, and nothing else (CSP Level 3).
public struct HtmlReport: Sendable {
  /// Whom it speaks to.
  public let audience: Audience

  /// Makes a reporter.
  public init(audience: Audience) { self.audience = audience }

  /// Draws one file's report. UTF-8, ends in "\n".
  public func report(_ outcome: Outcome) -> [UInt8] {
    var page = HtmlWriter()
    switch outcome {
    case .marked(let report):
      begin(report.result.unit.title + " – " + report.name, on: &page)
      HtmlReportBody(report: report, audience: audience).draw(on: &page)
    case .failed(let failure):
      begin(failure.name, on: &page)
      page.element("h1", failure.name)
      page.element("p", "Could not be read: " + failure.message + ".")
    }
    HtmlFrame.end(on: &page)
    return page.bytes
  }

  /// The same as ``report(_:)`` for a page that has ``style`` already: without a head, and without the script.
  public func fragment(_ outcome: Outcome) -> [UInt8] {
    var page = HtmlWriter()
    switch outcome {
    case .marked(let report):
      HtmlReportBody(report: report, audience: audience, isEmbedded: true).draw(on: &page)
    case .failed(let failure):
      page.raw("<main>\n")
      page.element("h1", failure.name)
      page.element("p", "Could not be read: " + failure.message + ".")
      page.raw("</main>\n")
    }
    return page.bytes
  }

  /// The style of every page.
  public static var style: String { HtmlStyle.text }

  /// The script that saves what an assessor filled in, to be run once the form stands in the page.
  public static var script: String { HtmlScript.text }

  /// The head of a page, up to and with the start of its body.
  func begin(_ title: String, on page: inout HtmlWriter) {
    HtmlFrame.begin(
      title, style: HtmlStyle.text, script: audience == .assessor ? HtmlScript.text : nil, on: &page)
  }
}

/// Base 64 (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Four letters for three bytes, filled up with "=". Linear.
  static func encoded(_ bytes: [UInt8]) -> String {
    var letters: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for place in 0..<3 { bits = bits << 8 | (place < group.count ? UInt32(group[start + place]) : 0) }
      for place in 0..<4 {
        let letter = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
        letters.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
