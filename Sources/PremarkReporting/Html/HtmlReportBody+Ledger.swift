import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkText

/// What the submission holds, item by item and date by date.
extension HtmlReportBody {
  /// Parts of items that speak to a reader, with the SMART letter they stand for; other parts are the rules' own.
  private static let spokenParts: [(part: String, words: String, letter: String?)] = [
    ("measure", "measure", "Measurable"), ("support", "support", "Achievable"),
    ("metric", "figure it moves", "Relevant"),
    ("named-kpi", "figure it moves", "Relevant"), ("deadline", "deadline", "Time-bound"),
    ("dated", "date", nil),
    ("effect", "effect", nil), ("impact", "effect", nil), ("need", "need", nil), ("goal", "goal", nil),
  ]

  func drawLedger(on page: inout HtmlWriter) {
    guard !result.ledger.isEmpty else { return }
    page.raw(
      "<section aria-labelledby=\"items\">\n<h2 id=\"items\">What was found, item by item</h2>\n<ul class=\"items\">\n"
    )
    for entry in result.ledger {
      let block = report.document.blocks[entry.at.block]
      page.raw("<li><a href=\"#b\(entry.at.block)\">")
      page.text("\(entry.singular) \(entry.number)")
      page.raw("</a>: “")
      page.text(Quotation.words(of: block, entry.at.span, limit: 120)[...])
      page.raw("”")
      if !entry.counts { page.raw(" <span class=\"state absent\">does not count</span>") }
      draw(entry.parts, on: &page)
      page.raw("</li>\n")
    }
    page.raw("</ul>\n</section>\n")
  }

  /// The words for each part, or the gap.
  private func draw(_ parts: [(name: String, evidence: [Evidence])], on page: inout HtmlWriter) {
    let spoken = Self.spokenParts.filter { known in parts.contains { $0.name == known.part } }
    guard !spoken.isEmpty else { return }
    page.raw("\n<ul class=\"parts\">\n")
    for known in spoken {
      let evidence = parts.first { $0.name == known.part }?.evidence ?? []
      page.raw("<li class=\"\(evidence.isEmpty ? "gap" : "has")\"><strong>")
      page.text(known.letter ?? known.words)
      page.raw("</strong>: ")
      if let first = evidence.first {
        page.raw("“")
        page.text(Quotation.words(of: report.document.blocks[first.block], first.span, limit: 60)[...])
        page.raw("”")
      } else {
        page.text("no \(known.words) found")
      }
      page.raw("</li>\n")
    }
    page.raw("</ul>\n")
  }

  /// A dated stretch of the submission.
  private struct Dated {
    let key: Int
    let words: String
    let sentence: Int
  }

  func drawTimeline(on page: inout HtmlWriter) {
    let entries = datedSentences()
    guard entries.count > 1 else { return }
    page.raw(
      "<section aria-labelledby=\"timeline\">\n<h2 id=\"timeline\">Dates in order</h2>\n<ol class=\"timeline\">\n"
    )
    for entry in entries {
      let sentence = report.text.sentences[entry.sentence]
      page.raw("<li><strong>")
      page.text(entry.words)
      page.raw("</strong> <a href=\"#b\(sentence.block)\">")
      page.text(Quotation.words(of: report.document.blocks[sentence.block], sentence.span, limit: 100)[...])
      page.raw("</a></li>\n")
    }
    page.raw("</ol>\n</section>\n")
  }

  /// Sentences with a date of at least a month and a year, earliest first, each once for a date.
  private func datedSentences() -> [Dated] {
    var found: [Dated] = []
    for (number, sentence) in report.text.sentences.enumerated() {
      guard report.document.blocks[sentence.block].visibility == .visible else { continue }
      for entity in report.text.entities(in: sentence) {
        guard case .date(let date) = entity.value, let year = date.year, let month = date.month else {
          continue
        }
        let key = (year * 12 + month) * 32 + (date.day ?? 0)
        if !found.contains(where: { $0.key == key && $0.sentence == number }) {
          found.append(Dated(key: key, words: date.spoken, sentence: number))
        }
      }
    }
    found.sort { ($0.key, $0.sentence) < ($1.key, $1.sentence) }
    return found
  }
}

extension AnnotatedText {
  /// Entities whose first token lies in a sentence. Logarithmic in all, linear in those found.
  fileprivate func entities(in sentence: Sentence) -> ArraySlice<Entity> {
    var low = 0
    var high = entities.count
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].tokens.lowerBound < sentence.tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < entities.count, entities[end].tokens.lowerBound < sentence.tokens.upperBound { end += 1 }
    return entities[low..<end]
  }
}

extension CalendarDate {
  /// "14 March 2026", "March 2026".
  fileprivate var spoken: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    var words = day.map { "\($0) " } ?? ""
    if let month, names.indices.contains(month - 1) { words += names[month - 1] + " " }
    return words + (year.map { String($0) } ?? "")
  }
}
