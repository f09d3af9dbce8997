import CWasmSupport
import PremarkAnnotation
import PremarkReading

// What a host calls, in this order: `premark_open` with a file's bytes; `premark_fill` for each part that has to be
// unpacked; `premark_check`; then the output at `premark_output`. Bytes are handed over in memory from `premark_allocate`,
// which the callee releases. One file at a time; numbers are 32-bit.

/// The file at hand. The module has one thread.
nonisolated(unsafe) private var job: Job?
nonisolated(unsafe) private var output: [UInt8] = []

/// Memory for `count` bytes.
@c(premark_allocate)
public func premarkAllocate(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
  UnsafeMutablePointer<UInt8>.allocate(capacity: max(Int(count), 1))
}

/// Takes a file and looks at it.
///
/// - Returns: how many parts the host has to unpack: none for text, or where the file cannot be read.
@c(premark_open)
public func premarkOpen(_ file: UnsafeMutablePointer<UInt8>?, _ count: Int32) -> Int32 {
  let opened = Job(taken(file, count))
  job = opened
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

/// Takes the unpacked bytes of a part.
@c(premark_fill)
public func premarkFill(_ part: Int32, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int32) {
  job?.fill(Int(part), with: taken(bytes, count))
}

/// Marks the file against a unit.
///
/// - Parameters:
///   - unit, name, learner: UTF-8; the learner may be empty.
///   - year, month, day: when it was handed in; 0 where that was not said.
/// - Returns: how many bytes of JSON stand at `premark_output`.
@c(premark_check)
public func premarkCheck(
  _ unit: UnsafeMutablePointer<UInt8>?, _ unitCount: Int32, _ name: UnsafeMutablePointer<UInt8>?,
  _ nameCount: Int32,
  _ learner: UnsafeMutablePointer<UInt8>?, _ learnerCount: Int32, _ year: Int32, _ month: Int32, _ day: Int32
) -> Int32 {
  let learner = String(decoding: taken(learner, learnerCount), as: UTF8.self)
  let request = Request(
    unit: String(decoding: taken(unit, unitCount), as: UTF8.self),
    name: String(decoding: taken(name, nameCount), as: UTF8.self),
    learner: learner.isEmpty ? nil : learner,
    submitted: year == 0 ? nil : CalendarDate(year: Int(year), month: Int(month), day: Int(day)))
  output = job?.check(request) ?? []
  return Int32(output.count)
}

/// Copies the output to memory of the host's.
@c(premark_output)
public func premarkOutput(_ place: UnsafeMutablePointer<UInt8>) {
  for (index, byte) in output.enumerated() { place[index] = byte }
}

private func number(of part: Int32, _ value: (PackedPart) -> Int32) -> Int32 {
  guard let parts = job?.parts, parts.indices.contains(Int(part)) else { return 0 }
  return value(parts[Int(part)])
}

/// The bytes handed over, their memory released.
private func taken(_ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int32) -> [UInt8] {
  guard let bytes else { return [] }
  defer { bytes.deallocate() }
  return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
}
