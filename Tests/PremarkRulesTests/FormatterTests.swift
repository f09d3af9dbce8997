import Foundation
import PremarkRules
import Testing

/// The canonical layout of rule files.
struct FormatterTests {
  private static func format(_ text: String) -> String {
    String(decoding: RuleFormatter.format(Array(text.utf8)).text, as: UTF8.self)
  }

  @Test(arguments: [
    (
      "values in one column", "language 1\nunit u\n title   \"t\"\n awarded by \"x\"\n uses a,b ,c\n",
      "language 1\nunit u\n  title      \"t\"\n  awarded by \"x\"\n  uses       a, b, c\n"
    ),
    (
      "one empty line before a statement and its comment",
      "tip a\n  says \"x\"\n# about b\ntip b\n  says \"y\"\n\n\n\ntip c\n  says \"z\"",
      "tip a\n  says \"x\"\n\n# about b\ntip b\n  says \"y\"\n\ntip c\n  says \"z\"\n"
    ),
    (
      "comments among properties", "tip a # first\n      # why\n  when <x>   # then\n  says \"x\"\n",
      "tip a  # first\n  # why\n  when <x>  # then\n  says \"x\"\n"
    ),
    ("spaces in brackets", "tip a\n  when ( <x>  or <y> ) , own\n", "tip a\n  when (<x> or <y>), own\n"),
    (
      "requirements two further in",
      "criterion c\n title \"t\"\n requires a   weight 2\n   held if <x>\n   shown \"s\"\n",
      "criterion c\n  title \"t\"\n  requires a weight 2\n    held if <x>\n    shown   \"s\"\n"
    ),
    (
      "blocks keep their lines",
      "item i\n from statements, <x>\n accept\n     ## Head  \n\n       - deep\n reject \"n\"\n",
      "item i\n  from   statements, <x>\n  accept\n    ## Head  \n\n      - deep\n  reject \"n\"\n"
    ),
    (
      "groups in one column", "words w\n manager: boss,  my   boss\n qa: quality\n",
      "words w\n  manager: boss, my boss\n  qa:      quality\n"
    ),
    ("lines without a group become one", "words w\n  a, b,\n  c\n  d\n", "words w\n  a, b, c, d\n"),
    (
      "lists with comments keep their lines", "words w\n  a, b, # x\n      c\n",
      "words w\n  a, b, # x\n    c\n"
    ),
    ("extends stays by itself", "words w\n  extends  v\n  a\n  b\n", "words w\n  extends v\n  a, b\n"),
    (
      "alternatives of an indicator", "indicator i\n clause <x>\n or sentence <y>\n unless <z>\n",
      "indicator i\n  clause      <x>\n  or sentence <y>\n  unless      <z>\n"
    ),
    (
      "what an item is known by",
      "item i\n from statements, <x> better  than <x> of an earlier  i\n known by <x>,<y>\n part m <x>  for it\n",
      "item i\n  from     statements, <x> better than <x> of an earlier i\n  known by <x>, <y>\n  part m   <x> for it\n"
    ),
    ("line ends", "tip a\r\n  says \"x\"\r\n", "tip a\n  says \"x\"\n"),
    ("nothing", "", ""),
    ("only a comment", "  # x\n\n\n", "# x\n"),
  ])
  func laysOut(_ why: String, _ text: String, _ wanted: String) {
    #expect(Self.format(text) == wanted, "\(why)")
    #expect(Self.format(wanted) == wanted, "\(why)")
  }

  @Test func fillsListsUpTo110Columns() {
    let phrases = (1...60).map { "phrase number \($0)" }
    let formatted = Self.format("words w\n  group: " + phrases.joined(separator: ", ") + "\n")
    let lines = formatted.split(separator: "\n").dropFirst()
    #expect(lines.count > 5)
    for line in lines { #expect(line.count <= RuleFormatter.columns) }
    for line in lines.dropLast() { #expect(line.count > RuleFormatter.columns - 18 && line.hasSuffix(",")) }
    #expect(Self.format(formatted) == formatted)
  }

  @Test func leavesAloneWhatCannotBeLaidOut() {
    let text = "tip a\n    when <x>\n  says \"x\"\n"
    let formatted = RuleFormatter.format(Array(text.utf8))
    #expect(formatted.text == Array(text.utf8))
    #expect(formatted.diagnostics.map(\.code) == [.indentation])
  }

  @Test(arguments: try ShippedRules.paths())
  func keepsWhatShippedFilesSay(_ path: String) throws {
    let before = try ShippedRules.bytes(path)
    let after = RuleFormatter.format(before)
    #expect(after.diagnostics.isEmpty)
    #expect(RuleFormatter.format(after.text).text == after.text, "formatted twice")
    #expect(try ShippedRules.meaning(of: path, as: after.text) == ShippedRules.meaning(of: path, as: before))
  }
}
