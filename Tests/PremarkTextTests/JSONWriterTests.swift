import PremarkText
import Testing

struct JSONWriterTests {
  @Test func writesCompactly() {
    var json = JSONWriter()
    sample(&json)
    #expect(json.text == #"{"name":"plan.docx","marks":[1,[],{}],"held":true,"note":null,"score":66.5}"#)
  }

  @Test func writesIndented() {
    var json = JSONWriter(style: .indented)
    sample(&json)
    #expect(
      json.text == """
        {
          "name": "plan.docx",
          "marks": [
            1,
            [],
            {}
          ],
          "held": true,
          "note": null,
          "score": 66.5
        }
        """)
  }

  private func sample(_ json: inout JSONWriter) {
    json.object { json in
      json.field("name", "plan.docx")
      json.array("marks") { json in
        json.int(1)
        json.array { _ in }
        json.object { _ in }
      }
      json.field("held", true)
      json.nullField("note")
      json.field("score", 66.5)
    }
  }

  @Test func writesOneTextALine() {
    var json = JSONWriter()
    for value in [1, 2] {
      json.array { json in json.int(value) }
      json.endLine()
    }
    #expect(json.text == "[1]\n[2]\n")
  }

  @Test(arguments: [
    ("quotes and solidus", "a\"b\\c/d", #""a\"b\\c/d""#),
    ("controls with a short form", "\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("other controls", "\u{0}\u{1F}\u{1A}", #""\u0000\u001f\u001a""#),
    ("everything else as it is", "é – 👍\u{7F}", "\"é – 👍\u{7F}\""),
  ])
  func escapesStrings(_ why: String, _ value: String, _ text: String) {
    var json = JSONWriter()
    json.string(value)
    #expect(json.text == text, "\(why)")
    var fromBytes = JSONWriter()
    fromBytes.string(utf8: Array(value.utf8))
    #expect(fromBytes.bytes == json.bytes, "\(why)")
  }

  @Test func replacesMalformedBytes() {
    var json = JSONWriter()
    json.string(utf8: [0x61, 0xFF, 0xE2, 0x82, 0x62])
    #expect(json.text == "\"a\u{FFFD}\u{FFFD}b\"")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-3.0, "-3"), (0.1, "0.1"), (66.7, "66.7"),
    (1.0 / 3.0, "0.3333333333333333"),
    (9_007_199_254_740_992.0, "9007199254740992"), (1e300, "1e+300"), (1e-7, "1e-07"), (Double.nan, "null"),
    (-Double.infinity, "null"),
  ])
  func writesNumbers(_ value: Double, _ text: String) {
    var json = JSONWriter()
    json.double(value)
    #expect(json.text == text)
  }
}
