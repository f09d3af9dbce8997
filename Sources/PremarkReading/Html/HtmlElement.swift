/// The elements of HTML that change how text is read; every other element is seen through.
enum HtmlElement: UInt8, Sendable {
  case unknown
  // Formatting elements, which may overlap blocks (WHATWG HTML 13.2.4.3).
  case a, b, big, code, em, font, i, nobr, s, small, strike, strong, tt, u
  // Other elements within a line.
  case br, del, ins, span, sub, sup, label, img, input, select, option, textarea, button, q, cite, dfn, wbr
  // Blocks.
  case address, article, aside, blockquote, body, caption, center, dd, details, dir, div, dl, dt, fieldset
  case figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, hr, html, legend, li, listing,
    main, menu
  case nav, ol, p, pre, section, summary, table, tbody, td, tfoot, th, thead, tr, ul, col, colgroup
  // What is not shown, or shown otherwise than as text.
  case script, style, title, template, noscript, svg, iframe, object, audio, video, canvas, noframes, noembed,
    xmp
  case meta, link, base, embed, param, source, track, area, map, math, optgroup

  /// The element of that name in small letters.
  init(_ name: [UInt8]) {
    self = Self.names[String(decoding: name, as: UTF8.self)] ?? .unknown
  }

  private static let names: [String: HtmlElement] = {
    var names: [String: HtmlElement] = [:]
    for name in list.utf8.split(separator: 0x20) {
      names[String(decoding: name, as: UTF8.self)] = HtmlElement(rawValue: UInt8(names.count + 1)) ?? .unknown
    }
    return names
  }()

  /// In the order of the cases.
  private static let list = """
    a b big code em font i nobr s small strike strong tt u \
    br del ins span sub sup label img input select option textarea button q cite dfn wbr \
    address article aside blockquote body caption center dd details dir div dl dt fieldset \
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li listing main menu \
    nav ol p pre section summary table tbody td tfoot th thead tr ul col colgroup \
    script style title template noscript svg iframe object audio video canvas noframes noembed xmp \
    meta link base embed param source track area map math optgroup
    """

  /// How many there are, `unknown` included.
  static let count = Int(HtmlElement.optgroup.rawValue) + 1

  /// True where its end tag leaves blocks that it was opened around open.
  var isFormatting: Bool { rawValue >= HtmlElement.a.rawValue && rawValue <= HtmlElement.u.rawValue }

  /// True where it begins and ends a line.
  var isBlock: Bool { rawValue >= HtmlElement.address.rawValue && rawValue <= HtmlElement.ul.rawValue }

  /// True where it has no content (13.1.2).
  var isVoid: Bool {
    switch self {
    case .br, .img, .input, .wbr, .hr, .col, .meta, .link, .base, .embed, .param, .source, .track, .area: true
    default: false
    }
  }

  /// True where its content is text up to its end tag (13.1.2).
  var isRaw: Bool {
    switch self {
    case .script, .style, .title, .textarea, .iframe, .noframes, .noembed, .xmp: true
    default: false
    }
  }

  /// True where nothing inside is shown as text of the page.
  var isSkipped: Bool {
    switch self {
    case .script, .style, .title, .template, .noscript, .svg, .iframe, .object, .audio, .video, .canvas,
      .noframes, .noembed:
      true
    default: false
    }
  }

  /// The level of a heading element.
  var headingLevel: Int? {
    rawValue >= HtmlElement.h1.rawValue && rawValue <= HtmlElement.h6.rawValue
      ? Int(rawValue - HtmlElement.h1.rawValue) + 1 : nil
  }

  /// True where an end tag or an implied end does not reach past it.
  var isBarrier: Bool { self == .td || self == .th || self == .caption || self == .table }
}
