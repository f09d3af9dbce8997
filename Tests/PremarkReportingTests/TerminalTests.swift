import PremarkDocument
import PremarkText
import Testing

@testable import PremarkReporting

struct TerminalTests {
  @Test(arguments: [
    ("a colour sequence", "\u{1B}[31mred", "<U+001B>[31mred"),
    ("the one-byte form of it", "\u{9B}31mred", "<U+009B>31mred"),
    ("a title set and a bell", "\u{1B}]0;x\u{07}", "<U+001B>]0;x<U+0007>"),
    ("text turned round", "a\u{202E}b\u{2066}c", "a<U+202E>b<U+2066>c"),
    ("characters without width", "a\u{200B}b\u{FEFF}c", "a<U+200B>b<U+FEFF>c"),
    ("tags", "a\u{E0041}", "a<U+E0041>"),
    ("line breaks and tabs", " a\r\n\tb ", "a b"),
    ("separators of lines", "a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
    ("letters of other scripts", "Zoë 陈 🙂", "Zoë 陈 🙂"),
  ])
  func showsWhatCouldSteerATerminal(_ why: String, _ text: String, _ shown: String) {
    #expect(Self.shown(text) == shown, "\(why)")
  }

  @Test(arguments: [
    ("quotation marks", "“it’s”", "\"it's\""), ("dashes and dots", "a – b…", "a - b..."),
    ("letters stay", "Zoë, £5", "Zoë, £5"), ("arrows", "72 → 85", "72 -> 85"),
  ])
  func speaksASCII(_ why: String, _ text: String, _ shown: String) {
    #expect(Self.shown(text, isPlain: true) == shown, "\(why)")
  }

  @Test func malformedBytesBecomeReplacements() {
    let glyphs = VisibleText([0x61, 0xFF, 0xC3], isPlain: false).glyphs
    #expect(String(decoding: glyphs.flatMap(\.bytes), as: UTF8.self) == "a\u{FFFD}\u{FFFD}")
  }

  @Test(arguments: [40, 47, 80])
  func noLineIsWiderThanThePage(_ width: Int) {
    var page = TerminalPage(style: TerminalStyle(width: width))
    let long = String(repeating: "W", count: 130) + " 陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈陈 e\u{301}"
    page.paragraph([Run("some words before "), Run(long, .strong), Run(" and after")], indent: 3, hanging: 5)
    page.entry([Run("Label")], [Run(long)], indent: 2, column: 16)
    page.entry([Run("A label that is much too wide")], [Run(long)], indent: 2, column: 16)
    for line in String(decoding: page.bytes, as: UTF8.self).split(separator: "\n") {
      #expect(UTF8Bytes.displayWidth(of: Array(line.utf8)) <= width, "\(line)")
    }
  }

  @Test func runsJoinInsideAWord() {
    var page = TerminalPage(style: TerminalStyle(isColoured: true))
    page.paragraph([Run("“"), Run("two words", .strong), Run("”.")])
    #expect(String(decoding: page.bytes, as: UTF8.self) == "“\u{1B}[1mtwo words\u{1B}[0m”.\n")
  }

  @Test(arguments: [
    ("whole when short", "I did it.", 20, "I did it."),
    ("at a word boundary", "I listened to ten calls", 12, "I listened…"),
    ("exactly full", "I listened to", 13, "I listened to"),
    ("no comma before the dots", "I listened, and then", 14, "I listened…"),
    ("inside a word that is too long", "Donaudampfschiff", 5, "Donau…"),
    ("letters, not bytes", "éééé éééé", 9, "éééé éééé"),
    ("white space at the ends", " \n a b\t", 9, "a b"),
    ("nothing but white space", " \n", 9, ""),
  ])
  func shortensAtWords(_ why: String, _ text: String, _ limit: Int, _ short: String) {
    #expect(
      String(decoding: Quotation.shortened(Array(text.utf8), limit: limit), as: UTF8.self) == short, "\(why)")
  }

  private static func shown(_ text: String, isPlain: Bool = false) -> String {
    let glyphs = VisibleText(Array(text.utf8), isPlain: isPlain).glyphs
    return String(decoding: glyphs.flatMap(\.bytes), as: UTF8.self)
  }
}
