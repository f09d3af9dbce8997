import PremarkAnnotation
import PremarkRules
import PremarkText

extension Evaluation {
  /// The first hit of each different word, group, date or person.
  func different(_ hits: [Hit], by: Different, in text: AnnotatedText) -> [Hit] {
    var seen: Set<String> = []
    return hits.filter { hit in
      guard let key = key(of: hit, in: hit.tokens, by: by) else { return false }
      return seen.insert(key).inserted
    }
  }

  /// By what a hit is told apart; nil where it has none (no date, no person).
  func key(of hit: Hit, in stretch: Range<Int>, by: Different) -> String? {
    switch by {
    case .group: return "\(hit.group)"
    case .word:
      var key = ""
      for token in hit.tokens where text.tokens[token].kind != .symbol {
        key += text.words.string(of: text.words.stem(of: text.tokens[token].word)) + " "
      }
      return key
    case .date: return dates(in: stretch).first.map { Self.name($0) }
    case .person:
      var at = text.entities.firstIndex(startingFrom: stretch.lowerBound)
      while at < text.entities.count, text.entities[at].tokens.lowerBound < stretch.upperBound {
        if case .name(let name) = text.entities[at].value { return name }
        at += 1
      }
      return nil
    }
  }

  /// Days between the first and the last dated of some things; 0 where fewer than two are dated.
  func spread(of things: [Counted]) -> Int {
    var days: [Int] = []
    for thing in things {
      if let date = dates(in: thing.stretch).first, let day = dayNumber(date) { days.append(day) }
    }
    guard let low = days.min(), let high = days.max() else { return 0 }
    return high - low
  }

  /// Dates that begin in a stretch, by start.
  func dates(in stretch: Range<Int>) -> [CalendarDate] {
    var result: [CalendarDate] = []
    var at = text.entities.firstIndex(startingFrom: stretch.lowerBound)
    while at < text.entities.count, text.entities[at].tokens.lowerBound < stretch.upperBound {
      if case .date(let date) = text.entities[at].value { result.append(date) }
      at += 1
    }
    return result
  }

  private static func name(_ date: CalendarDate) -> String {
    "\(date.year ?? 0)-\(date.month ?? 0)-\(date.day ?? 0)"
  }

  /// Days since 1 March of year 0, a date without a year in the year most dates of the document have.
  func dayNumber(_ date: CalendarDate) -> Int? {
    guard let month = date.month else { return nil }
    let year = date.year ?? usualYear
    let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + (date.day ?? 15)
  }

  /// The year in the middle of those that dates of the text name.
  static func usualYear(of text: AnnotatedText) -> Int {
    var years: [Int] = []
    for entity in text.entities {
      if case .date(let date) = entity.value, let year = date.year { years.append(year) }
    }
    years.sort()
    return years.isEmpty ? 2000 : years[years.count / 2]
  }
}
