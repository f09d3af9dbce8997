import PremarkDocument
import PremarkModeration
import PremarkPlatform
import PremarkText

/// Results that an earlier run wrote: a file of JSON lines, or the folder of `premark batch`.
struct ResultsFile {
  /// The file of a folder that holds the results.
  static let name = "results.jsonl"

  /// Every result that could be read, failures included, in the order of the file.
  let records: [ResultRecord]
  /// The file they came from.
  let path: String
  /// As it was named: the file, or the folder that holds it.
  let named: String

  /// Reads results; what is no result is said on standard error, a line each.
  ///
  /// - Throws: where there is no such file, or nothing in it.
  init(_ path: String, on console: inout Console) throws(CommandError) {
    let file = RuleFolder.holdsFolder(path) ? path + "/" + Self.name : path
    self.path = file
    named = path
    var records: [ResultRecord] = []
    do throws(ReadingError) {
      var lines = try LineReader(file)
      var number = 0
      while let line = try lines.next() {
        number += 1
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        if let record = Self.record(line) {
          records.append(record)
        } else {
          console.complain("\(file): line \(number) is no result of 'premark check --format json'", .unread)
        }
      }
    } catch {
      console.complain("\(file): \(error.message); \(error.advice)", .unread)
      throw .told
    }
    guard !records.isEmpty else {
      console.complain("\(file): there is no result in it; make one with 'premark batch'", .unread)
      throw .told
    }
    self.records = records
  }

  private static func record(_ line: [UInt8]) -> ResultRecord? {
    (try? JSONReader.read(line)).flatMap { ResultRecord($0) }
  }
}
