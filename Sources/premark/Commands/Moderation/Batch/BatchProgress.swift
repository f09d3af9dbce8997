import PremarkPlatform

/// How far a batch is, on standard error: one line that changes on a terminal, a line now and then elsewhere.
struct BatchProgress {
  private let total: Int
  private let begun = Standard.milliseconds
  private let isLive = Standard.messagesAreTerminal
  private var told = Standard.milliseconds
  private(set) var marked = 0
  private(set) var kept = 0
  private(set) var failed = 0

  init(total: Int) { self.total = total }

  mutating func countMarked(hasFailed: Bool) {
    marked += 1
    if hasFailed { failed += 1 }
  }

  mutating func countKept(hasFailed: Bool) {
    kept += 1
    if hasFailed { failed += 1 }
  }

  /// Tells where there is reason to.
  mutating func tell() {
    let now = Standard.milliseconds
    guard now - told >= (isLive ? 250 : 15_000) else { return }
    told = now
    if isLive { Standard.drawing("\r\u{1B}[K" + words) } else { Standard.message("premark: " + words) }
  }

  /// Ends the line that changes.
  func finish() {
    if isLive { Standard.drawing("\r\u{1B}[K") }
  }

  private var words: String {
    let done = marked + kept
    let milliseconds = max(Standard.milliseconds - begun, 1)
    var words = "\(done) of \(total)"
    if marked > 0 {
      words += ", \(marked * 1000 / milliseconds) a second"
      let left = (total - done) * milliseconds / marked / 1000
      words += left >= 60 ? ", \(left / 60) min \(left % 60) s left" : ", \(left) s left"
    }
    if failed > 0 { words += ", \(failed) not marked" }
    return words
  }

  /// The line at the end.
  var summary: String {
    let seconds = Double(max(Standard.milliseconds - begun, 1)) / 1000
    var words = "\(marked + kept) submissions: \(marked) marked"
    if kept > 0 { words += ", \(kept) unchanged" }
    if failed > 0 { words += ", \(failed) could not be marked" }
    let rate = Int(Double(marked) / seconds)
    return words + "; \(Int(seconds)) s" + (marked > 0 ? ", \(rate) a second" : "")
  }
}
