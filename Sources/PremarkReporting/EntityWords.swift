import PremarkAnnotation
import PremarkText

/// Values in the form that inspections print, the same for people and programs where it is one string.
extension Entity.Value {
  /// A date as precise as written, a period or a name; figures with their units for people.
  var words: String {
    switch self {
    case .none: ""
    case .date(let date): date.words
    case .dateRange(let first, let last): first.words + "/" + last.words
    case .period(let period): period.words
    case .seconds(let seconds): figure(seconds) + " s"
    case .number(let number): figure(number)
    case .score(let got, let of): figure(got) + " of " + figure(of)
    case .money(let amount, let currency): figure(amount) + " " + currency
    case .change(let change): change.words
    case .name(let name): name
    }
  }
}

extension CalendarDate {
  /// ISO 8601-1 calendar date: `2026-03-31`, `2026-03`, `2026`; without a year `--03-31`, `--03`, and `---31` for a day
  /// alone.
  var words: String {
    var words = year.map { padded($0, 4) } ?? "-"
    guard let month else { return day.map { words + "--" + padded($0, 2) } ?? words }
    words += "-" + padded(month, 2)
    return day.map { words + "-" + padded($0, 2) } ?? words
  }
}

extension Period {
  /// ISO 8601-1 5.5.2: `P6W`, `P1Y6M`.
  var words: String {
    var words = "P"
    if years != 0 { words += "\(years)Y" }
    if months != 0 { words += "\(months)M" }
    if weeks != 0 { words += "\(weeks)W" }
    if days != 0 { words += "\(days)D" }
    return words
  }
}

extension Change {
  fileprivate var words: String {
    var parts: [String] = []
    if let from { parts.append("from " + figure(from)) }
    if let to { parts.append("to " + figure(to)) }
    if let by { parts.append("by " + figure(by)) }
    if !unit.isEmpty { parts.append(unit) }
    switch direction {
    case .up: parts.append("(up)")
    case .down: parts.append("(down)")
    case .unknown: break
    }
    return parts.joined(separator: " ")
  }
}

/// The figure as JSON writes it: whole numbers without a fraction.
private func figure(_ value: Double) -> String {
  var json = JSONWriter()
  json.double(value)
  return json.text
}

private func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
}
