import PremarkDocument
import PremarkPlatform
import PremarkReporting
import PremarkText

/// A file named on the command line, read.
struct Submission {
  /// Base name, "-" for standard input.
  let name: String
  /// SHA-256 of its bytes, lower-case hex.
  let digest: String
  let document: Document
  /// As it was submitted.
  let bytes: [UInt8]

  /// Reads a file, or tells on standard error why it cannot be read.
  static func read(_ path: String, on console: inout Console) -> Result<Submission, ReadingError> {
    told(load(path), path, on: &console)
  }

  /// Reads a file.
  static func load(_ path: String) -> Result<Submission, ReadingError> {
    do throws(ReadingError) {
      return .success(try Submission(name: baseName(path), bytes: try FileBytes.read(path)))
    } catch {
      return .failure(error)
    }
  }

  /// Reads a document of that name.
  init(name: String, bytes: [UInt8]) throws(ReadingError) {
    document = try readDocument(bytes)
    digest = SHA256.hex(SHA256.digest(of: bytes))
    self.bytes = bytes
    self.name = name
  }

  /// Tells on standard error why a file could not be read, where it could not.
  static func told(
    _ loaded: Result<Submission, ReadingError>, _ path: String, on console: inout Console
  ) -> Result<Submission, ReadingError> {
    if case .failure(let error) = loaded {
      let name = path == "-" ? "standard input" : path
      console.complain("\(name): \(error.message); \(error.advice)", .unread)
    }
    return loaded
  }

  /// The bytes of a file; nil where it cannot be read, which is said on standard error.
  static func bytes(_ path: String, on console: inout Console) -> [UInt8]? {
    do throws(ReadingError) {
      return try FileBytes.read(path)
    } catch {
      console.complain("\(path): \(error.message); \(error.advice)", .unread)
      return nil
    }
  }

  static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension Failure {
  init(_ path: String, _ error: ReadingError) {
    self.init(
      name: Submission.baseName(path), code: error.code, message: "\(error.message); \(error.advice)")
  }
}
