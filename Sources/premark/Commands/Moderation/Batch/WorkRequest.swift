import PremarkDocument
import PremarkModeration
import PremarkPlatform
import PremarkReading
import PremarkReporting
import PremarkText

/// A request to a worker: one line, a JSON object or the bare path of a file.
///
///     {"file":"cohort/plan.docx","unit":"personal-growth","submission":{"id":"4821/plan.docx","assessor":"Kim"}}
struct WorkRequest {
  /// A page to be written beside the result.
  struct Page {
    let audience: Audience
    let path: String
  }

  /// The file, or the ZIP file that holds it.
  var file: String
  /// The file's own name; of `file` where it is not said.
  var name: String
  /// Where it lies in a ZIP file.
  var packed: PackedPart?
  var unit: String?
  var submitted: String?
  var learner: String?
  /// What the result carries along.
  var submission: SubmissionOrigin?
  var pages: [Page] = []
  /// True where names and numbers are to be taken out of all quotations.
  var isMasked = false

  init(file: String, name: String) {
    self.file = file
    self.name = name
  }

  /// Reads a line; nil where it is no request.
  init?(_ line: [UInt8]) {
    guard line.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
      let path = String(decoding: line.filter { $0 != 0x0D }, as: UTF8.self)
      self.init(file: path, name: Submission.baseName(path))
      return
    }
    guard let value = try? JSONReader.read(line), let file = value["file"]?.text else { return nil }
    self.init(file: file, name: value["name"]?.text ?? Submission.baseName(file))
    packed = value["packed"].flatMap { PackedPart($0) }
    unit = value["unit"]?.text
    submitted = value["submitted"]?.text
    learner = value["learner"]?.text
    if let known = value["submission"], let id = known["id"]?.text {
      submission = SubmissionOrigin(id: id, circumstances: Circumstances(known))
    }
    pages = (value["pages"]?.elements ?? []).compactMap { page in
      guard let audience = page["audience"]?.text.flatMap(Audience.init(rawValue:)),
        let path = page["path"]?.text
      else { return nil }
      return Page(audience: audience, path: path)
    }
    isMasked = value["mask"] == .bool(true)
  }

  /// The line for a worker.
  var line: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("file", file)
      if let packed {
        json.object("packed") { json in
          json.field("name", packed.name)
          json.field("start", packed.range.lowerBound)
          json.field("count", packed.range.count)
          json.field("deflated", packed.method == .deflated)
          json.field("checksum", Int(packed.checksum))
        }
      }
      if !pages.isEmpty {
        json.array("pages") { json in
          for page in pages {
            json.object { json in
              json.field("audience", page.audience.rawValue)
              json.field("path", page.path)
            }
          }
        }
      }
      writeMeaning(to: &json)
    }
    return json.bytes
  }

  /// The line that asks for the result alone, from wherever it is asked.
  var withoutPages: [UInt8] {
    var request = self
    request.pages = []
    request.file = FileBytes.absolute(file)
    return request.line
  }

  /// All of it that the result depends on beside the file's bytes and the rules.
  var meaning: [UInt8] {
    var json = JSONWriter()
    json.object { writeMeaning(to: &$0) }
    return json.bytes
  }

  private func writeMeaning(to json: inout JSONWriter) {
    json.field("name", name)
    if let unit { json.field("unit", unit) }
    if let submitted { json.field("submitted", submitted) }
    if let learner { json.field("learner", learner) }
    if let submission {
      json.name("submission")
      submission.write(to: &json)
    }
    if isMasked { json.field("mask", true) }
  }

  /// The bytes of the file.
  func bytes() throws(ReadingError) -> [UInt8] {
    if let packed { return try packed.content(from: file) }
    return try FileBytes.read(file)
  }
}

extension PackedPart {
  /// Reads what ``WorkRequest/line`` writes.
  fileprivate init?(_ value: JSONValue) {
    guard let name = value["name"]?.text, let start = value["start"]?.integer,
      let count = value["count"]?.integer, let checksum = value["checksum"]?.integer, start >= 0, count >= 0,
      count <= ReadingLimits.fileBytes
    else { return nil }
    self.init(
      name: name, method: value["deflated"] == .bool(true) ? .deflated : .stored,
      range: start..<start + count, checksum: UInt32(truncatingIfNeeded: checksum))
  }
}

extension JSONValue {
  /// A whole number; nil for anything else.
  fileprivate var integer: Int? {
    if case .number(let written) = self { Int(written) } else { nil }
  }
}
