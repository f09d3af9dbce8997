import CZlib
import Glibc
import PremarkDocument
import PremarkPlatform
import PremarkReading
import PremarkRules

/// A submission to measure with.
struct Submission {
  let path: String
  let bytes: [UInt8]
  /// The unit that its file's name or folder says.
  let unit: String
  let plan: ReadingPlan
  let inflated: [[UInt8]]
  /// Number of the part with the text; nil for a format that is no container.
  let mainPart: Int?

  /// Reads a file.
  ///
  /// - Throws: a ``ReadingError``.
  init(path: String) throws(ReadingError) {
    try self.init(path: path, bytes: try FileBytes.read(path), unit: Self.unit(of: path))
  }

  init(path: String, bytes: [UInt8], unit: String) throws(ReadingError) {
    self.path = path
    self.bytes = bytes
    self.unit = unit
    plan = try Reader.plan(for: bytes)
    inflated = try Inflate.parts(of: plan, in: bytes)
    mainPart = plan.parts.firstIndex { $0.name == "word/document.xml" }
  }

  func document() throws(ReadingError) -> Document {
    try Reader.document(from: bytes, plan: plan, inflated: inflated)
  }

  /// The last unit whose id stands in a path; the first of all where none does.
  private static func unit(of path: String) -> String {
    EmbeddedRules.units.last { path.contains($0) } ?? EmbeddedRules.units.first ?? ""
  }

  /// The repository's examples of a kind, sorted by path.
  static func examples(_ ending: String) -> [String] {
    let root = #filePath.split(separator: "/").dropLast(3)
    let rules = "/" + root.joined(separator: "/") + "/Rules/"
    return EmbeddedRules.units.flatMap { unit in
      let folder = rules + unit + "/examples/"
      return names(in: folder).filter { $0.hasSuffix(ending) }.sorted().map { folder + $0 }
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // safe: the system ends the name with a zero within its field.
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { field in
          field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}

/// What others do with the same bytes: the baselines of the ratios.
enum Baseline {
  /// zlib alone: one stream, one call, into a buffer of the size that is needed.
  static func inflate(_ submission: Submission, _ part: Int) throws -> [UInt8] {
    let packed = submission.plan.parts[part]
    let size = submission.inflated[part].count
    guard case .deflated = packed.method else { return Array(submission.bytes[packed.range]) }
    var stream = z_stream()
    let version = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, version) == Z_OK else {
      throw WrongAnswer(message: "zlib cannot begin")
    }
    defer { inflateEnd(&stream) }
    var status = Z_OK
    // safe: zlib stays within the counts it is given, and keeps neither buffer.
    let output = submission.bytes.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: size) { buffer, made in
        stream.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress?.advanced(by: packed.range.lowerBound))
        stream.avail_in = UInt32(packed.range.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(size)
        status = CZlib.inflate(&stream, Z_FINISH)
        made = size - Int(stream.avail_out)
      }
    }
    guard status == Z_STREAM_END else { throw WrongAnswer(message: "zlib cannot inflate \(submission.path)") }
    return output
  }

  /// Elements of well-formed XML without comments and CDATA, and bytes of its text, found without a scanner: what
  /// follows "<" and is no "/", "?" or "!" begins an element; a reference is one byte.
  static func tally(_ xml: [UInt8]) -> (elements: Int, textBytes: Int) {
    var (elements, textBytes, depth, isTag) = (0, 0, 0, false)
    var at = 0
    while at < xml.count {
      let byte = xml[at]
      if byte == UInt8(ascii: "<") {
        isTag = true
        let next = at + 1 < xml.count ? xml[at + 1] : 0
        if next == UInt8(ascii: "/") {
          depth -= 1
        } else if next != UInt8(ascii: "?"), next != UInt8(ascii: "!") {
          elements += 1
          depth += 1
        }
      } else if byte == UInt8(ascii: ">"), isTag {
        isTag = false
        if xml[at - 1] == UInt8(ascii: "/") { depth -= 1 }
      } else if !isTag, depth > 0 {
        textBytes += 1
        if byte == UInt8(ascii: "&") {
          while at < xml.count, xml[at] != UInt8(ascii: ";") { at += 1 }
        }
      }
      at += 1
    }
    return (elements, textBytes)
  }
}
