import PremarkAnnotation

/// `--submitted` and `--learner`: all that can change a decision beside the bytes and the rules.
struct MarkingOptions {
  let annotation: AnnotationOptions

  init(_ invocation: Invocation) throws(CommandError) {
    try self.init(submitted: invocation.value(.submitted), learner: invocation.value(.learner))
  }

  /// As written; nil for what is not given.
  init(submitted: String?, learner: String?) throws(CommandError) {
    var date: CalendarDate?
    if let written = submitted {
      guard let day = Self.day(written) else {
        throw .usage("'\(written)' is no date for '--submitted'; write it as 2026-04-30")
      }
      date = day
    }
    let learner = learner?.trimmed
    if learner == "" { throw .usage("'--learner' needs a name") }
    annotation = AnnotationOptions(submitted: date, learner: learner)
  }

  /// A day as `2026-04-30`, or as `30/04/2026`, which British people write; nil where there is no such day.
  static func day(_ written: String) -> CalendarDate? {
    let isISO = written.contains("-")
    let parts = written.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
    else {
      return nil
    }
    let figures = (isISO ? parts : parts.reversed()).compactMap { Int($0) }
    guard figures.count == 3, 1900...2999 ~= figures[0], 1...12 ~= figures[1],
      1...days(in: figures[1], of: figures[0]) ~= figures[2]
    else { return nil }
    return CalendarDate(year: figures[0], month: figures[1], day: figures[2])
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
