/// Changes to a submission, each of one kind. Nil where there is nothing of the kind in it.
enum Changes {
  // MARK: - Who, when, whether

  private static var deed: Regex<(Substring, Substring, Substring?, Substring?, Substring)> {
    #/\b(I|We|we)( have| had|'ve|’ve| was| were)?( also| then| just| first| now)? ([a-z]+)\b/#
  }

  /// "I booked" → "I never booked". Sentences without such a verb stay.
  static func denied(_ text: String) -> String? {
    onDeeds(text) { subject, helper, adverb, verb in "\(subject)\(helper) never\(adverb) \(verb)" }
  }

  /// "I booked" → "I will book".
  static func planned(_ text: String) -> String? {
    onDeeds(text) { subject, _, adverb, verb in "\(subject) will\(adverb) \(Verbs.base(verb))" }
  }

  /// The sentences that ``denied(_:)`` and ``planned(_:)`` change, taken out.
  static func withoutDeeds(_ text: String) -> String? {
    let deed = deed
    let changed = Lines.changed(text) { line in
      sentences(of: line).filter { sentence in !sentence.matches(of: deed).contains { isDeed($0.output) } }
        .joined()
    }
    return changed == text ? nil : changed
  }

  private static func isDeed(_ found: (Substring, Substring, Substring?, Substring?, Substring)) -> Bool {
    Verbs.isPast(String(found.4))
  }

  private static func onDeeds(
    _ text: String, _ change: (Substring, Substring, Substring, String) -> String
  ) -> String? {
    let deed = deed
    let changed = Lines.changed(text) { line in
      line.replacing(deed) { match in
        isDeed(match.output)
          ? change(match.output.1, match.output.2 ?? "", match.output.3 ?? "", String(match.output.4))
          : String(match.output.0)
      }
    }
    return changed == text ? nil : changed
  }

  /// Sentences of a line with the blanks behind them.
  static func sentences(of line: String) -> [Substring] {
    var sentences: [Substring] = []
    var start = line.startIndex
    for match in line.matches(of: #/[.!?][”"')]*\s+(?=[A-Z‘“"'(])/#) {
      sentences.append(line[start..<match.range.upperBound])
      start = match.range.upperBound
    }
    sentences.append(line[start...])
    return sentences
  }

  private static var persons: [(Regex<Substring>, String)] {
    [
      (#/\bI(?:'|’)ve\b/#, "Karen has"), (#/\bI(?:'|’)m\b/#, "Karen is"), (#/\bI(?:'|’)ll\b/#, "Karen will"),
      (#/\bI(?:'|’)d\b/#, "Karen would"), (#/\bI am\b/#, "Karen is"), (#/\bI have\b/#, "Karen has"),
      (#/\bI do\b/#, "Karen does"), (#/\bI\b/#, "Karen"), (#/\b[Mm]yself\b/#, "herself"),
      (#/\bMy\b/#, "Karen’s"),
      (#/\bmy\b/#, "her"), (#/\bmine\b/#, "hers"), (#/\b[Mm]e\b/#, "her"), (#/\bWe\b/#, "They"),
      (#/\bwe\b/#, "they"),
      (#/\bour\b/#, "their"), (#/\bus\b/#, "them"),
    ]
  }

  /// What the learner says of themselves, said of a colleague.
  static func ofAColleague(_ text: String) -> String? {
    let persons = persons
    let changed = Lines.changed(text) { line in
      persons.reduce(line) { line, person in line.replacing(person.0, with: person.1) }
    }
    return changed == text ? nil : changed
  }

  /// The sentences that ``ofAColleague(_:)`` changes, taken out.
  static func withoutSelf(_ text: String) -> String? {
    let persons = persons
    let changed = Lines.changed(text) { line in
      sentences(of: line).filter { sentence in !persons.contains { sentence.contains($0.0) } }.joined()
    }
    return changed == text ? nil : changed
  }

  private static var dates: [Regex<Substring>] {
    let months =
      "January|February|March|April|May|June|July|August|September|October|November|December"
      + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    let named =
      "(?i:\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -])?(?:\(months))\\b\\.?(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?(?:,? ?\\d{2,4})?)"
    return [
      #/\b\d{1,4}[\/.\-]\d{1,2}[\/.\-]\d{2,4}\b/#, #/\b\d{1,2}\/\d{1,2}\b/#,
      (try? Regex(named, as: Substring.self)) ?? #/January/#,
      #/(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/#, #/\b(?:19|20)\d{2}\b/#,
      #/(?i)\b(?:spring|summer|autumn|winter|christmas|easter|q[1-4]|quarter|weekly|monthly|fortnightly|daily)\b/#,
      #/(?i)\b(?:(?:this|next|last|each|every|per|a|one|two|three|four|five|six|eight|ten|twelve|\d+) )?(?:day|week|fortnight|month|year)(?:s|ly)?\b/#,
      #/\b\d{1,2}(?:st|nd|rd|th)\b/#,
    ]
  }

  /// Without dates, weekdays, months, years, weeks and how often.
  static func undated(_ text: String) -> String? {
    let changed = dates.reduce(text) { text, date in text.replacing(date, with: "") }
    return changed == text ? nil : changed
  }

  /// A form with its questions and nothing else: headings, the first row of each table, labels.
  static func emptied(_ text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var emptied: [String] = []
    for (number, line) in lines.enumerated() {
      if let cells = Lines.cells(line) {
        let isHead = number + 1 < lines.count && Lines.cells(lines[number + 1]).map(Lines.isRuler) == true
        emptied.append(isHead || Lines.isRuler(cells) ? String(line) : cells.map { _ in "| " }.joined() + "|")
      } else if Lines.isFixed(line) {
        emptied.append(String(line))
      } else if let label = line.firstMatch(of: #/^\s*(?:\*\*[^*]+\*\*|[A-Z][^.:]{2,40}:)/#) {
        emptied.append(String(label.output))
      } else {
        emptied.append("")
      }
    }
    return emptied.joined(separator: "\n")
  }

  private static var trades: [(Regex<Substring>, String)] {
    [
      (#/(?i)\bcontact[ -]cent(?:re|er)s?\b/#, "care home"),
      (#/(?i)\bcall[ -]cent(?:re|er)s?\b/#, "care home"),
      (#/(?i)\bhelp(?:line|desk)s?\b/#, "ward"), (#/(?i)\bcallers?\b/#, "residents"),
      (#/(?i)\bcustomers?\b/#, "residents"),
      (#/(?i)\bcalls?\b/#, "medication rounds"), (#/(?i)\b(?:tele)?phones?\b/#, "wound dressings"),
      (#/(?i)\bqueues?\b/#, "bed baths"), (#/(?i)\b(?:AHT|handling time|handle time)\b/#, "feeding time"),
      (#/(?i)\b(?:CSAT|NPS|satisfaction)\b/#, "blood pressure"), (#/(?i)\bagents?\b/#, "carers"),
      (#/(?i)\badvis[eo]rs?\b/#, "nurses"), (#/(?i)\be?mails?\b/#, "care plans"),
      (#/(?i)\bchats?\b/#, "hoists"),
      (#/(?i)\bbookings?\b/#, "bandages"), (#/(?i)\bcomplaints?\b/#, "pressure sores"),
      (#/(?i)\bheadsets?\b/#, "stethoscopes"), (#/(?i)\btransfer(?:s|red)?\b/#, "hoist"),
      (#/(?i)\btickets?\b/#, "prescriptions"), (#/(?i)\borders?\b/#, "insulin doses"),
      (#/(?i)\bservice levels?\b/#, "ward rounds"),
    ]
  }

  /// Fewer words of a trade leave its work as it was.
  private static let leastWords = 15

  /// The work of a contact centre told as that of a care home.
  static func inAnotherTrade(_ text: String) -> String? {
    let trades = trades
    let count = trades.reduce(0) { count, trade in count + text.matches(of: trade.0).count }
    guard count >= leastWords else { return nil }
    return trades.reduce(text) { text, trade in text.replacing(trade.0, with: trade.1) }
  }
}
