import PremarkText
import Testing

/// What JSON text is read as, and what is refused.
struct JSONReaderTests {
  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)), ("-1.5e3", .number("-1.5e3")),
    ("\"a\\n\\\"\\u00e9\\ud83d\\ude00\"", .string("a\n\"\u{E9}\u{1F600}")),
    ("\"\\ud83d\"", .string("\u{FFFD}")),
    ("[]", .array([])), ("[1, [2]]", .array([.number("1"), .array([.number("2")])])), ("{}", .object([])),
    (
      "\u{FEFF}{\"a\": {\"b\": null}}",
      .object([.init(name: "a", value: .object([.init(name: "b", value: .null)]))])
    ),
  ])
  func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONReader.read(Array(text.utf8)) == value)
  }

  @Test(arguments: [
    ("", 1, "expected a value"), ("{\"a\" 1}", 1, "expected ':'"),
    ("{\n\"a\": 1\n", 3, "expected ',' or '}'"),
    ("[1,]", 1, "expected a value"), ("{a: 1}", 1, "expected a name in quotes"),
    ("\"a\nb\"", 2, "a text must end on its line"),
    ("\"a", 1, "a text is not closed"), ("\"\\q\"", 1, "unknown escape in a text"),
    ("1 2", 1, "expected the end of the file"),
    ("\"\\u12\"", 1, "expected four hexadecimal digits"), ("nul", 1, "expected a value"),
    ("[1", 1, "expected ',' or ']'"),
  ])
  func refuses(_ text: String, _ line: Int, _ message: String) {
    #expect(throws: JSONError(line: line, message: message)) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func refusesWhatIsTooDeep() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError(line: 1, message: "nested more than 64 levels deep")) {
      try JSONReader.read(Array(deep.utf8))
    }
  }

  @Test func findsMembers() throws {
    let value = try JSONReader.read(Array("{\"a\": \"x\", \"a\": \"y\"}".utf8))
    #expect(value["a"]?.text == "y", "the last of a name counts")
    #expect(value["b"] == nil)
  }
}
