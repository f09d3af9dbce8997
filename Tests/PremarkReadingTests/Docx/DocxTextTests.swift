import Testing

/// What becomes of text: runs, characters, fields, controls, changes, hiding.
@Suite struct DocxTextTests {
  typealias Row = (why: String, body: String, outline: [String])
  static func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    DocxMaker.p(text, properties, run: run)
  }
  static func runs(_ xml: String) -> String { "<w:p>\(xml)</w:p>" }
  static func r(_ content: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr>\(content)</w:r>"
  }
  static func mt(_ text: String) -> String { "<m:r><m:t>\(text)</m:t></m:r>" }
  static func t(_ text: String, _ properties: String = "") -> String { r("<w:t>\(text)</w:t>", properties) }

  static let characters: [Row] = [
    ("a paragraph", p("I will."), ["p I will."]),
    ("runs join", runs(t("one ") + t("two", "<w:b/>") + t(" three")), ["p one two three"]),
    ("white space alone is dropped", p("  ") + p("x") + "<w:p/>", ["p x"]),
    (
      "breaks and tabs", runs(r("<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>d</w:t>")),
      ["p a⏎b\tc⏎d"]
    ),
    ("a page break at the end", runs(t("a") + r("<w:br w:type='page'/>")), ["p a"]),
    (
      "hyphens", runs(r("<w:t>e</w:t><w:noBreakHyphen/><w:t>mail co</w:t><w:softHyphen/><w:t>op</w:t>")),
      ["p e-mail coop"]
    ),
    ("no-break space, soft hyphen", p("a\u{A0}b\u{AD}c"), ["p a bc"]),
    ("invisible characters", p("se\u{200B}cret"), ["p secret", "? zero-width-characters"]),
    ("a line end inside text", p("a\nb"), ["p a b"]),
    ("entities", p("Q&amp;A &lt;1&gt;"), ["p Q&A <1>"]),
    ("blanks to fill in", p("Name: ____"), ["p Name: ____"]),
    (
      "a tick in Wingdings", runs(r("<w:sym w:font='Wingdings' w:char='F0FC'/>") + t(" done")),
      ["p \u{2713} done"]
    ),
    (
      "a box in Wingdings 2", runs(r("<w:sym w:font='Wingdings 2' w:char='F0A3'/>") + t(" no")),
      ["p \u{2610} no"]
    ),
    (
      "a letter that is a tick", runs(t("ü", "<w:rFonts w:ascii='Wingdings'/>") + t(" done")),
      ["p \u{2713} done"]
    ),
    ("a symbol of an unknown font", runs(r("<w:sym w:font='Zapf' w:char='00E9'/>")), ["p é"]),
    (
      "ruby text",
      runs(
        r(
          "<w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>ji</w:t></w:r></w:rubyBase></w:ruby>"
        )), ["p kanji"]
    ),
    (
      "math",
      runs(
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
      ), ["p 1/2"]
    ),
    (
      "powers and functions",
      runs(
        "<m:oMath><m:sSup><m:e>\(mt("x"))</m:e><m:sup>\(mt("2"))</m:sup></m:sSup><m:func><m:fName>\(mt("sin"))"
          + "</m:fName><m:e>\(mt("y"))</m:e></m:func></m:oMath>"), ["p x^2 sin y"]
    ),
    (
      "links, smart tags, custom XML",
      runs(
        "<w:hyperlink>\(t("a"))</w:hyperlink><w:smartTag><w:customXml>\(t("b"))</w:customXml></w:smartTag>"),
      ["p ab"]
    ),
    ("an element nobody knows", runs("<new:x>\(t("a"))</new:x>"), ["p a"]),
    ("text of another vocabulary is none", runs("<new:x><new:t>a</new:t></new:x>" + t("b")), ["p b"]),
  ]

  static let fields: [Row] = [
    ("a field's result", runs(field("PAGE", "7")), ["p 7"]),
    (
      "a field without a result",
      runs(
        t("a") + r("<w:fldChar w:fldCharType='begin'/>") + r("<w:instrText>XE</w:instrText>")
          + r("<w:fldChar w:fldCharType='end'/>") + t("b")), ["p ab"]
    ),
    (
      "a field in a field",
      runs(field("IF " + "</w:instrText></w:r>" + field("A", "cond") + "<w:r><w:instrText>", "yes")),
      ["p yes"]
    ),
    (
      "a field that is never closed", runs(r("<w:fldChar w:fldCharType='begin'/>") + t("lost")) + p("kept"),
      ["p kept"]
    ),
    ("a simple field", runs("<w:fldSimple w:instr='DATE'>\(t("today"))</w:fldSimple>"), ["p today"]),
    (
      "a ticked old check box", runs(checkBox("<w:default w:val='0'/><w:checked/>") + t(" yes")),
      ["p \u{2612} yes"]
    ),
    (
      "an empty old check box", runs(checkBox("<w:default w:val='1'/><w:checked w:val='0'/>") + t(" yes")),
      ["p \u{2610} yes"]
    ),
    (
      "an old check box left as it was", runs(checkBox("<w:default w:val='1'/>") + t(" yes")),
      ["p \u{2612} yes"]
    ),
    (
      "a drop-down list",
      runs(
        r(
          "<w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Low'/><w:listEntry w:val='High'/></w:ddList></w:ffData></w:fldChar>"
        )
          + r("<w:fldChar w:fldCharType='end'/>")), ["p High"]
    ),
    (
      "a drop-down list that nobody touched",
      runs(
        t("How: ")
          + r(
            "<w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:listEntry w:val='Select...'/></w:ddList></w:ffData>"
              + "</w:fldChar>")
          + r("<w:fldChar w:fldCharType='end'/>")), ["p How:", "p Select..."]
    ),
    ("an empty text field", runs(t("Name: ") + field("FORMTEXT", "\u{2002}\u{2002}\u{2002}")), ["p Name:"]),
  ]

  static let controls: [Row] = [
    ("a control", "<w:sdt><w:sdtPr/><w:sdtContent>\(p("a"))</w:sdtContent></w:sdt>", ["p a"]),
    (
      "a control inside a paragraph", runs(t("a") + "<w:sdt><w:sdtContent>\(t("b"))</w:sdtContent></w:sdt>"),
      ["p ab"]
    ),
    (
      "a placeholder after its label", runs(t("Name: ") + placeholder(t("Click here"))),
      ["p Name:", "p Click here"]
    ),
    (
      "a ticked box",
      runs(
        "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>\(t("\u{2612}"))</w:sdtContent></w:sdt>"
          + t(" a")), ["p \u{2612} a"]
    ),
    (
      "a rubbed-out word", runs(t("I ") + "<w:del>\(r("<w:delText>will</w:delText>"))</w:del>" + t("did")),
      ["p I did", "deleted p will", "? tracked-changes"]
    ),
    ("a word put in", runs(t("I ") + "<w:ins>\(t("did"))</w:ins>"), ["p I did"]),
    (
      "a word moved", runs("<w:moveFrom>\(t("a"))</w:moveFrom>" + t("b") + "<w:moveTo>\(t("a"))</w:moveTo>"),
      ["p ba", "deleted p a", "? tracked-changes"]
    ),
    (
      "paragraphs joined by a change",
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(t("one "))</w:p>" + p("two"), ["p one two"]
    ),
    (
      "a joined paragraph at the end", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(t("one"))</w:p>",
      ["p one"]
    ),
    (
      "an old state of properties is no state",
      "<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange></w:pPr>\(t("a"))</w:p>",
      ["p a"]
    ),
  ]

  static let hiding: [Row] = [
    (
      "vanished", runs(t("seen ") + t("not seen", "<w:vanish/>")),
      ["p seen", "hidden p not seen", "? hidden-text"]
    ),
    ("vanish that is off", runs(t("seen", "<w:vanish w:val='0'/>")), ["p seen"]),
    ("white on nothing", p("ghost", run: "<w:color w:val='FFFFFF'/>"), ["hidden p ghost", "? hidden-text"]),
    ("nearly white", p("ghost", run: "<w:color w:val='FDFDFD'/>"), ["hidden p ghost", "? hidden-text"]),
    (
      "white on its own colour",
      p("sign", run: "<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='1F3864'/>"), ["p sign"]
    ),
    (
      "white on white", p("ghost", run: "<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='FFFFFF'/>"),
      ["hidden p ghost", "? hidden-text"]
    ),
    (
      "white on a highlight", p("sign", run: "<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>"),
      ["p sign"]
    ),
    (
      "white on a painted paragraph",
      p("sign", "<w:shd w:val='clear' w:fill='000000'/>", run: "<w:color w:val='FFFFFF'/>"), ["p sign"]
    ),
    ("grey is read", p("note", run: "<w:color w:val='808080'/>"), ["p note"]),
    ("one point", p("dust", run: "<w:sz w:val='2'/>"), ["hidden p dust", "? hidden-text"]),
    ("two points are read", p("dust", run: "<w:sz w:val='4'/>"), ["p dust"]),
    ("hidden white space is nothing", runs(t("a") + t("  ", "<w:vanish/>")), ["p a"]),
  ]

  static func field(_ code: String, _ result: String) -> String {
    r("<w:fldChar w:fldCharType='begin'/>") + "<w:r><w:instrText>\(code)</w:instrText></w:r>"
      + r("<w:fldChar w:fldCharType='separate'/>") + t(result) + r("<w:fldChar w:fldCharType='end'/>")
  }
  static func checkBox(_ state: String) -> String {
    r("<w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox>\(state)</w:checkBox></w:ffData></w:fldChar>")
      + "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>" + r("<w:fldChar w:fldCharType='end'/>")
  }
  static func placeholder(_ content: String) -> String {
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
  }

  @Test(arguments: characters + fields + controls + hiding)
  func reads(_ row: Row) {
    #expect(DocxMaker(row.body).outline == row.outline, "\(row.why)")
  }

  @Test func marksPlaceholders() throws {
    let body = Self.runs(Self.t("Name: ") + Self.placeholder(Self.t("Click here"))) + Self.p("mine")
    let document = try DocxMaker(body).document()
    #expect(document.blocks.map { $0.isPlaceholder } == [false, true, false])
  }

  @Test func mergesEmphasis() throws {
    let body = Self.runs(
      Self.t("Call ", "<w:b/>") + Self.t("handling.", "<w:b/>") + Self.t(" Good") + Self.t(" work", "<w:i/>"))
    let block = try #require(try DocxMaker(body).document().blocks.first)
    #expect(block.emphasis.map { block.string($0.span) } == ["Call handling.", "work"])
    #expect(block.emphasis.map { $0.isBold } == [true, false])
    #expect(block.lead.map { block.string($0) } == "Call handling.")
  }
}
