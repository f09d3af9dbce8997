import CWasmSupport
import PremarkAnnotation
import PremarkReading
import PremarkReporting

// What a host calls, in this order: `premark_open` with a file's bytes; `premark_fill` or `premark_refuse` for each part
// that has to be unpacked; `premark_check`, or `premark_mark` and then `premark_report`; then the output at
// `premark_output`. Bytes are handed over in memory from `premark_allocate`, which the callee releases. One file at a
// time; numbers are 32-bit; what is said to return a count leaves so many bytes of UTF-8 at `premark_output`.

// safe: the module has one thread (wasm without threads), and the host calls it one call at a time.
/// All there is.
nonisolated(unsafe) private var session = Session()
nonisolated(unsafe) private var output: [UInt8] = []

/// Memory for `count` bytes.
@c(premark_allocate)
public func premarkAllocate(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
  // safe: the host hands it back by the call that takes the bytes, which releases it once.
  UnsafeMutablePointer<UInt8>.allocate(capacity: max(Int(count), 1))
}

/// Takes a file and looks at it.
///
/// - Returns: how many parts the host has to unpack: none for text, or where the file cannot be read.
@c(premark_open)
public func premarkOpen(_ file: UnsafeMutablePointer<UInt8>?, _ count: Int32) -> Int32 {
  let opened = Job(taken(file, count))
  session.job = opened
  return Int32(opened.parts.count)
}

/// Offset of a part's packed bytes in the file.
@c(premark_part_start)
public func premarkPartStart(_ part: Int32) -> Int32 { number(of: part) { Int32($0.range.lowerBound) } }

/// Offset behind a part's packed bytes.
@c(premark_part_end)
public func premarkPartEnd(_ part: Int32) -> Int32 { number(of: part) { Int32($0.range.upperBound) } }

/// 1 where a part is raw deflate (RFC 1951), 0 where it is as it is.
@c(premark_part_is_deflated)
public func premarkPartIsDeflated(_ part: Int32) -> Int32 {
  number(of: part) { $0.method == .deflated ? 1 : 0 }
}

/// The most bytes that a part may unpack to; a host stops there.
@c(premark_part_limit)
public func premarkPartLimit() -> Int32 { Int32(ReadingLimits.partBytes) }

/// The most bytes that all parts of a file may unpack to.
@c(premark_file_limit)
public func premarkFileLimit() -> Int32 { Int32(ReadingLimits.inflatedBytes) }

/// Takes the unpacked bytes of a part.
@c(premark_fill)
public func premarkFill(_ part: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int32) {
  session.job?.fill(Int(part), with: taken(bytes, count))
}

/// Says that a part could not be unpacked: 1 where it passed a limit, 0 where it is damaged.
@c(premark_refuse)
public func premarkRefuse(_ part: Int32, _ isTooLarge: Int32) {
  session.job?.refuse(Int(part), isTooLarge: isTooLarge != 0)
}

/// Marks the file against a unit.
///
/// - Parameters:
///   - unit, name, learner: UTF-8; without a unit the document is asked for it; the learner may be empty.
///   - year, month, day: when it was handed in; 0 where that was not said.
/// - Returns: the count of one line of JSON.
@c(premark_check)
public func premarkCheck(
  _ unit: UnsafeMutablePointer<UInt8>?, _ unitCount: Int32, _ name: UnsafeMutablePointer<UInt8>?,
  _ nameCount: Int32,
  _ learner: UnsafeMutablePointer<UInt8>?, _ learnerCount: Int32, _ year: Int32, _ month: Int32, _ day: Int32
) -> Int32 {
  let request = request(taken(name, nameCount), taken(learner, learnerCount), year, month, day)
  let unit = String(decoding: taken(unit, unitCount), as: UTF8.self)
  return delivered(session.mark(request, unit: unit).map { PageForm.json.drawn($0) } ?? [])
}

/// Marks the file as ``premarkCheck(_:_:_:_:_:_:_:_:_:)`` does and keeps what came of it.
///
/// - Returns: the number of the outcome, from 0; -1 where there is no file.
@c(premark_mark)
public func premarkMark(
  _ unit: UnsafeMutablePointer<UInt8>?, _ unitCount: Int32, _ name: UnsafeMutablePointer<UInt8>?,
  _ nameCount: Int32,
  _ learner: UnsafeMutablePointer<UInt8>?, _ learnerCount: Int32, _ year: Int32, _ month: Int32, _ day: Int32
) -> Int32 {
  let request = request(taken(name, nameCount), taken(learner, learnerCount), year, month, day)
  let unit = String(decoding: taken(unit, unitCount), as: UTF8.self)
  guard let outcome = session.mark(request, unit: unit) else { return -1 }
  return Int32(session.keep(outcome))
}

/// Draws a kept outcome: 0 JSON, 1 and 2 what a page shows to learner and assessor, 3 and 4 pages that stand alone.
///
/// - Returns: its count; 0 where there is no such outcome or form.
@c(premark_report)
public func premarkReport(_ outcome: Int32, _ form: Int32) -> Int32 {
  guard let form = PageForm(rawValue: form), session.outcomes.indices.contains(Int(outcome)) else {
    return delivered([])
  }
  return delivered(form.drawn(session.outcomes[Int(outcome)]))
}

/// 1 where a kept outcome is of a file that could not be read.
@c(premark_failed)
public func premarkFailed(_ outcome: Int32) -> Int32 {
  guard session.outcomes.indices.contains(Int(outcome)) else { return 1 }
  if case .failed = session.outcomes[Int(outcome)] { return 1 }
  return 0
}

/// The table of all kept outcomes: the count of its HTML.
@c(premark_table)
public func premarkTable() -> Int32 { delivered(HtmlCohort().table(session.outcomes)) }

/// The table of all kept outcomes: the count of its CSV.
@c(premark_csv)
public func premarkCsv() -> Int32 { delivered(CsvReport().report(session.outcomes)) }

/// Forgets all outcomes.
@c(premark_clear)
public func premarkClear() { session.clear() }

/// The units: the count of a line for each, its id, a tab, its title.
@c(premark_units)
public func premarkUnits() -> Int32 { delivered(Array(session.units.utf8)) }

/// Reads the rules of a unit ahead of its first submission, which then need not wait for them.
///
/// - Parameter unit: its id; empty for what tells units apart.
@c(premark_prepare)
public func premarkPrepare(_ unit: UnsafeMutablePointer<UInt8>?, _ count: Int32) {
  session.prepare(String(decoding: taken(unit, count), as: UTF8.self))
}

/// Takes rules of the user's own, which "own-rules" then names.
///
/// - Returns: the count of the unit's title, empty where the rules cannot be used, a line end and what is wrong.
@c(premark_rules)
public func premarkRules(
  _ name: UnsafeMutablePointer<UInt8>?, _ nameCount: Int32, _ rules: UnsafeMutablePointer<UInt8>?,
  _ count: Int32
) -> Int32 {
  let name = String(decoding: taken(name, nameCount), as: UTF8.self)
  return delivered(Array(session.take(rules: taken(rules, count), name: name).utf8))
}

/// The style of reports: the count of its CSS.
@c(premark_style)
public func premarkStyle() -> Int32 { delivered(Array(HtmlReport.style.utf8)) }

/// The script that saves an assessor's record: the count of its text.
@c(premark_script)
public func premarkScript() -> Int32 { delivered(Array(HtmlReport.script.utf8)) }

/// Copies the output to memory of the host's.
@c(premark_output)
public func premarkOutput(_ place: UnsafeMutablePointer<UInt8>) {
  // safe: the host allocated the count that `premark_check` gave.
  for (index, byte) in output.enumerated() { place[index] = byte }
}

private func delivered(_ bytes: [UInt8]) -> Int32 {
  output = bytes
  return Int32(output.count)
}

private func request(
  _ name: [UInt8], _ learner: [UInt8], _ year: Int32, _ month: Int32, _ day: Int32
) -> Request {
  Request(
    name: String(decoding: name, as: UTF8.self),
    learner: learner.isEmpty ? nil : String(decoding: learner, as: UTF8.self),
    submitted: year == 0 ? nil : CalendarDate(year: Int(year), month: Int(month), day: Int(day)))
}

private func number(of part: Int32, _ value: (PackedPart) -> Int32) -> Int32 {
  guard let parts = session.job?.parts, parts.indices.contains(Int(part)) else { return 0 }
  return value(parts[Int(part)])
}

/// The bytes handed over, their memory released.
private func taken(_ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int32) -> [UInt8] {
  guard let bytes else { return [] }
  // safe: allocated by `premark_allocate` with this count, and handed over once.
  defer { bytes.deallocate() }
  return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
}
