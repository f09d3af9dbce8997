/// The rules of a page's own style sheets whose selectors are one element, class or id ("p.note", ".hide", "#x"):
/// enough to see what a page hides or sets bold. Other selectors, and rules for print or small screens, are left out.
struct HtmlStyleSheet: Sendable {
  private struct Rule: Sendable {
    let element: HtmlElement
    let look: HtmlLook
  }

  /// Rules by class, with "." in front, or id, with "#".
  private var named: [[UInt8]: [Rule]] = [:]
  private var plain: [HtmlElement: HtmlLook] = [:]
  private var count = 0

  /// True where there is no rule that matters.
  var isEmpty: Bool { count == 0 }

  /// Adds a style sheet. O(*n*); at most 2000 rules count.
  mutating func add(_ css: ArraySlice<UInt8>) {
    var i = css.startIndex
    var selectorStart = i
    while i < css.endIndex, count < 2000 {
      switch css[i] {
      case UInt8(ascii: "/") where i + 1 < css.endIndex && css[i + 1] == UInt8(ascii: "*"):
        i = endOfComment(css, i + 2)
        selectorStart = max(selectorStart, i)
      case UInt8(ascii: "@"):
        i = endOfAtRule(css, i)
        selectorStart = i
      case UInt8(ascii: "{"):
        let close = css[i...].firstIndex(of: UInt8(ascii: "}")) ?? css.endIndex
        add(selectors: css[selectorStart..<i], HtmlLook(css: css[(i + 1)..<close]))
        i = min(close + 1, css.endIndex)
        selectorStart = i
      default: i += 1
      }
    }
  }

  private func endOfComment(_ css: ArraySlice<UInt8>, _ start: Int) -> Int {
    var i = start
    while i + 1 < css.endIndex {
      if css[i] == UInt8(ascii: "*"), css[i + 1] == UInt8(ascii: "/") { return i + 2 }
      i += 1
    }
    return css.endIndex
  }

  /// Past `@import …;` or `@media … { … }`.
  private func endOfAtRule(_ css: ArraySlice<UInt8>, _ start: Int) -> Int {
    var depth = 0
    var i = start
    while i < css.endIndex {
      switch css[i] {
      case UInt8(ascii: ";") where depth == 0: return i + 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth <= 0 { return i + 1 }
      default: break
      }
      i += 1
    }
    return css.endIndex
  }

  private mutating func add(selectors: ArraySlice<UInt8>, _ look: HtmlLook) {
    guard !look.isEmpty else { return }
    for selector in selectors.split(separator: UInt8(ascii: ",")) {
      var name = Array(selector.drop { $0.isWhite })
      while let last = name.last, last.isWhite { name.removeLast() }
      let marks = name.filter { !$0.isLetterOrDigit && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
      guard !name.isEmpty, marks.count <= 1 else { continue }
      guard let mark = name.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "#") }) else {
        let element = HtmlElement(name.map { $0.lowered })
        if marks.isEmpty, element != .unknown { plain[element, default: HtmlLook()].take(look) }
        count += 1
        continue
      }
      let element = mark > 0 ? HtmlElement(name[..<mark].map { $0.lowered }) : .unknown
      named[Array(name[mark...]), default: []].append(Rule(element: element, look: look))
      count += 1
    }
  }

  /// What the rules say about an element with these classes and this id.
  func look(of element: HtmlElement, classes: ArraySlice<UInt8>, id: ArraySlice<UInt8>) -> HtmlLook {
    var look = plain[element] ?? HtmlLook()
    guard !named.isEmpty else { return look }
    for name in classes.split(whereSeparator: { $0.isWhite }).prefix(32) {
      apply(named[[UInt8(ascii: ".")] + name], element, &look)
    }
    if !id.isEmpty { apply(named[[UInt8(ascii: "#")] + id], element, &look) }
    return look
  }

  private func apply(_ rules: [Rule]?, _ element: HtmlElement, _ look: inout HtmlLook) {
    for rule in rules ?? [] where rule.element == .unknown || rule.element == element { look.take(rule.look) }
  }
}
