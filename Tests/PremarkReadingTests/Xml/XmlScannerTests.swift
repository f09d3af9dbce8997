import PremarkDocument
import Testing

@testable import PremarkReading

@Suite struct XmlScannerTests {
  static let vocabulary = XmlVocabulary(
    namespaces: [["urn:one", "urn:uno"], ["urn:two"]], names: ["root", "a", "b", "x"])

  /// The events of a part: "<0:a x=1>", "text", "</0:a>"; a refusal is "! code @offset".
  static func events(_ bytes: [UInt8]) -> [String] {
    var events: [String] = []
    do throws(ReadingError) {
      var scanner = try XmlScanner(bytes, part: "part.xml", vocabulary: vocabulary)
      while true {
        let event = try scanner.next()
        let name = "\(scanner.namespace):\(scanner.name)"
        switch event {
        case .start:
          let attributes = scanner.attributes.map {
            " \($0.namespace):\($0.name)=" + String(decoding: scanner.bytes(of: $0.value), as: UTF8.self)
          }
          events.append("<" + name + attributes.joined() + ">")
        case .end: events.append("</" + name + ">")
        case .text:
          var text: [UInt8] = []
          try scanner.appendText(to: &text)
          events.append(String(decoding: text, as: UTF8.self))
        case .finish: return events
        }
      }
    } catch {
      return events + ["! " + error.code + (error.offset.map { " @\($0)" } ?? "")]
    }
  }

  @Test(arguments: [
    ("an element", "<root/>", ["<-2:0>", "</-2:0>"]),
    ("text", "<root>t</root>", ["<-2:0>", "t", "</-2:0>"]),
    ("a default namespace", "<root xmlns='urn:one'><a/></root>", ["<0:0>", "<0:1>", "</0:1>", "</0:0>"]),
    ("another edition of it", "<root xmlns='urn:uno'/>", ["<0:0>", "</0:0>"]),
    ("any prefix", "<q:root xmlns:q='urn:two'/>", ["<1:0>", "</1:0>"]),
    (
      "a prefix bound again inside, and back", "<p:a xmlns:p='urn:one'><p:a xmlns:p='urn:two'/><p:b/></p:a>",
      ["<0:1>", "<1:1>", "</1:1>", "<0:2>", "</0:2>", "</0:1>"]
    ),
    (
      "a default namespace taken away", "<a xmlns='urn:one'><b xmlns=''/></a>",
      ["<0:1>", "<-2:2>", "</-2:2>", "</0:1>"]
    ),
    ("a namespace that is not known", "<a xmlns='urn:six'/>", ["<-1:1>", "</-1:1>"]),
    ("attributes have no default namespace", "<a xmlns='urn:one' x='1'/>", ["<0:1 -2:3=1>", "</0:1>"]),
    (
      "a prefix declared after its use in the tag", "<p:a p:x='1' xmlns:p='urn:one'/>",
      ["<0:1 0:3=1>", "</0:1>"]
    ),
    ("xml: needs no declaration", "<a xml:x='1'/>", ["<-2:1 -3:3=1>", "</-2:1>"]),
    (
      "entities and numbers", "<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x20AC;</a>",
      ["<-2:1>", "<&>\"'A€", "</-2:1>"]
    ),
    ("references in attributes", "<a x='&#65;&amp;'/>", ["<-2:1 -2:3=A&>", "</-2:1>"]),
    ("CDATA", "<a><![CDATA[<&]]></a>", ["<-2:1>", "<&", "</-2:1>"]),
    ("an empty CDATA section", "<a><![CDATA[]]></a>", ["<-2:1>", "", "</-2:1>"]),
    (
      "comments and instructions", "<?xml version='1.0'?><!-- c --><a><?p q?><!----></a><!-- d -->",
      ["<-2:1>", "</-2:1>"]
    ),
    ("a document type without entities", "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>", ["<-2:1>", "</-2:1>"]),
    ("white space in tags", "<a  x = '1' \n></a >", ["<-2:1 -2:3=1>", "</-2:1>"]),
    ("a byte order mark", "\u{FEFF}<a/>", ["<-2:1>", "</-2:1>"]),
  ])
  func scans(_ why: String, _ xml: String, _ expected: [String]) {
    #expect(Self.events(Array(xml.utf8)) == expected, "\(why)")
  }

  @Test(arguments: [
    ("nothing", "", "! broken-xml @0"),
    ("text alone", "plain", "! broken-xml @0"),
    ("an element that is open", "<a>", "! broken-xml @3"),
    ("a tag that is open", "<a x='1'", "! broken-xml @8"),
    ("another end", "<a></b>", "! broken-xml @3"),
    ("an end without a start", "</a>", "! broken-xml @0"),
    ("two roots", "<a/><b/>", "! broken-xml @4"),
    ("text after the root", "<a/>x", "! broken-xml @4"),
    ("a prefix that is not declared", "<p:a/>", "! broken-xml @6"),
    ("a prefix that was declared inside only", "<a><p:b xmlns:p='urn:one'/><p:b/></a>", "! broken-xml @33"),
    ("an attribute twice", "<a x='1' x='2'/>", "! broken-xml @16"),
    (
      "an attribute twice by namespace", "<a xmlns:p='urn:one' xmlns:q='urn:one' p:x='' q:x=''/>",
      "! broken-xml @54"
    ),
    ("an attribute without quotes", "<a x=1/>", "! broken-xml @5"),
    ("attributes without a space", "<a x='1'b='2'/>", "! broken-xml @8"),
    ("'<' in an attribute", "<a x='<'/>", "! broken-xml @6"),
    ("an entity that is not declared", "<a>&nbsp;</a>", "! broken-xml @9"),
    ("a lone ampersand", "<a>fish & chips</a>", "! broken-xml @15"),
    ("a number that is no character", "<a>&#x110000;</a>", "! broken-xml @13"),
    ("entity declarations", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "! xml-entities @13"),
    ("an open comment", "<a><!-- ", "! broken-xml @8"),
    ("an encoding that is not known", "<?xml version='1.0' encoding='ebcdic'?><a/>", "! broken-xml"),
  ])
  func refuses(_ why: String, _ xml: String, _ expected: String) {
    let last = Self.events(Array(xml.utf8)).last
    #expect(last == expected, "\(why)")
  }

  @Test func readsOtherEncodings() {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>caf".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(Self.events(latin) == ["<-2:1>", "café", "</-2:1>"])
    let wide: [UInt8] = [0xFF, 0xFE] + "<a>é</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Self.events(wide) == ["<-2:1>", "é", "</-2:1>"])
    let broken = Array("<a>caf".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(Self.events(broken) == ["! broken-xml"])
  }

  @Test func limitsDepthAndAttributes() {
    let deep = String(repeating: "<a>", count: ReadingLimits.elementDepth + 1)
    #expect(Self.events(Array(deep.utf8)).last?.hasPrefix("! too-large") == true)
    let wide = "<a " + (0..<300).map { "x\($0)='' " }.joined() + "/>"
    #expect(Self.events(Array(wide.utf8)).last?.hasPrefix("! broken-xml") == true)
  }

  @Test func countsTagsAndAttributes() throws {
    var scanner = try XmlScanner(
      Array("<a x=''><b x=''/><b/></a>".utf8), part: "part.xml", vocabulary: Self.vocabulary)
    scanner.mostItems = 4
    for event in [XmlScanner.Event.start, .start, .end] { #expect(try scanner.next() == event) }
    #expect(throws: ReadingError.self) { try scanner.next() }
  }

  @Test func survivesCutsAndChanges() {
    let whole = Array(
      "<?xml version='1.0'?><p:a xmlns:p='urn:one' x='&amp;'><b>t&lt;<![CDATA[c]]></b><!-- d --></p:a>".utf8)
    for index in whole.indices {
      _ = Self.events(Array(whole[..<index]))
      for value in Array("<>&'\"/!?[]- x:=;\0".utf8) + [0xFF] {
        var bytes = whole
        bytes[index] = value
        _ = Self.events(bytes)
      }
    }
  }
}
