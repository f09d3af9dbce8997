import PremarkDocument
import PremarkText

/// Gives a value to what is said relative to another day; ``EntityFinder`` states the rule.
struct DateResolver {
  let readers: [BlockReader]
  let options: AnnotationOptions
  let document: Document

  /// Fills in pending values, and drops days whose month is not known.
  func resolve(_ found: inout [[Found]]) {
    var state = State(submitted: options.submitted, first: firstFullDate(found))
    for block in found.indices {
      state.monthInBlock = nil
      found[block].sort {
        ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
      }
      var kept: [Found] = []
      kept.reserveCapacity(found[block].count)
      for item in found[block] {
        guard let resolved = state.resolved(item) else { continue }
        state.note(resolved, isAnchor: isAnchor(resolved, readers[block]))
        kept.append(resolved)
      }
      found[block] = kept
    }
  }

  private func firstFullDate(_ found: [[Found]]) -> CalendarDate? {
    for block in found {
      for item in block {
        if case .date(let date) = item.value, item.kind == .date, date.isFull { return date }
      }
    }
    return nil
  }

  /// True for a date that says when what follows was written: it opens a line, stands in a heading or bold lead, or
  /// follows a "date" label. Cells count in the first column only.
  private func isAnchor(_ item: Found, _ reader: BlockReader) -> Bool {
    guard item.kind == .date else { return false }
    let block = document.blocks[reader.block]
    if let cell = block.cell, cell.column > 0 { return false }
    if reader.context.isHeading { return true }
    let start = item.range.lowerBound
    if reader[start].startsLine || reader.mark(start - 1) == .open && reader[start - 1].startsLine {
      return true
    }
    if let lead = block.lead, lead.contains(reader[start].span.start) { return true }
    return reader.mark(start - 1) == .colon && reader[start - 2].meaning.traits.contains(.dated)
  }
}

private struct State {
  let submitted: CalendarDate?
  let first: CalendarDate?
  /// The day of the passage.
  var anchor: CalendarDate?
  /// The nearest earlier full date of any kind.
  var nearest: CalendarDate?
  /// The month spoken of last in the block.
  var monthInBlock: Int?
  /// The month of the passage.
  var monthOfPassage: Int?
  /// The month of the nearest earlier date anywhere.
  var nearestMonth: Int?

  init(submitted: CalendarDate?, first: CalendarDate?) {
    self.submitted = submitted
    self.first = first
  }

  /// The day relative words count from.
  private var reference: CalendarDate? { anchor ?? nearest ?? submitted ?? first }

  mutating func note(_ item: Found, isAnchor: Bool) {
    guard item.kind == .date, case .date(let date) = item.value else { return }
    if let month = date.month {
      monthInBlock = month
      nearestMonth = month
    }
    if isAnchor, date.day != nil {
      monthOfPassage = date.month
      if date.isFull { anchor = date } else if let anchor { self.anchor = occurrence(of: date, from: anchor) }
    }
    if date.isFull { nearest = date }
  }

  /// The item with its value, or nil where it comes to nothing.
  func resolved(_ item: Found) -> Found? {
    var item = item
    switch item.pending {
    case .none: break
    case .dayOfMonth(let day):
      let date = (monthInBlock ?? monthOfPassage ?? nearestMonth).flatMap {
        CalendarDate.checked(year: nil, month: $0, day: day)
      }
      if let date {
        item.value = item.kind == .timeLimit ? .date(withYear(date)) : .date(date)
      } else if item.kind == .date {
        return nil
      }
    case .nextOccurrence(let date): item.value = .date(withYear(date))
    case .end(let unit, let after):
      if let day = reference.flatMap({ end(of: unit, after: after, from: $0) }) { item.value = .date(day) }
    case .weekday(let weekday):
      if let day = reference, let current = day.weekday {
        item.value = .date(day.adding(days: (weekday - current + 6) % 7 + 1))
      }
    case .feast(let feast):
      let month = CalendarDate(year: nil, month: feast.month, day: nil)
      item.value = .date(withYear(month).year.flatMap { feast.date(in: $0) } ?? month)
    }
    return item
  }

  /// The first occurrence from the passage's own day on; from any other reference the nearest one, since a plan names
  /// days on both sides of the day it is handed in.
  private func withYear(_ date: CalendarDate) -> CalendarDate {
    if let anchor { return occurrence(of: date, from: anchor) }
    guard let near = nearest ?? submitted ?? first, let year = near.year, let month = date.month else {
      return date
    }
    let distance = month - (near.month ?? 6)
    let nearestYear = distance > 6 ? year - 1 : distance < -6 ? year + 1 : year
    return CalendarDate(year: nearestYear, month: date.month, day: date.day)
  }

  private func occurrence(of date: CalendarDate, from day: CalendarDate) -> CalendarDate {
    guard let year = day.year, let month = day.month, let other = date.month else { return date }
    // A limit that has just gone by is still spoken of: up to two months back it is this year's.
    let isPast = (other, date.day ?? 31) < (month - 2, day.day ?? 1)
    return CalendarDate(year: isPast ? year + 1 : year, month: other, day: date.day)
  }

  private func end(of unit: TimeUnit, after: Int, from day: CalendarDate) -> CalendarDate? {
    guard let year = day.year, let month = day.month else { return nil }
    switch unit {
    case .week: return day.weekday.map { day.adding(days: 7 - $0 + 7 * after) }
    case .month:
      let next = day.month(after: after)
      return .end(ofMonth: next.month ?? month, year: next.year)
    case .quarter:
      let next = day.month(after: 2 - (month - 1) % 3 + 3 * after)
      return .end(ofMonth: next.month ?? month, year: next.year)
    case .year: return CalendarDate(year: year + after, month: 12, day: 31)
    default: return nil
    }
  }
}
