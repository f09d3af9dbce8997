import Foundation
import Testing

/// A file that cannot be read, with the words that its message must hold.
struct BadInput: Sendable, CustomTestStringConvertible {
  let why: String
  /// Name of the file made in a folder of its own.
  let name: String
  let make: @Sendable (String) throws -> Void
  /// Code in the JSON.
  let code: String
  /// What the message says.
  let words: String

  var testDescription: String { why }

  private static func of(
    _ why: String, _ name: String, _ bytes: @autoclosure @escaping @Sendable () -> [UInt8], _ code: String,
    _ words: String
  ) -> BadInput {
    BadInput(
      why: why, name: name, make: { try Data(bytes()).write(to: URL(fileURLWithPath: $0)) }, code: code,
      words: words)
  }

  private static var hasPdftotext: Bool { access("/usr/bin/pdftotext", X_OK) == 0 }

  static let all: [BadInput] = [
    BadInput(
      why: "missing", name: "gone.docx", make: { _ in }, code: "missing", words: "there is no such file"),
    of("empty", "empty.docx", [], "empty", "the file is empty"),
    of("nothing but spaces", "blank.md", Array(" \n\t\n".utf8), "empty", "the file has no text"),
    BadInput(
      why: "a folder", name: "folder.docx",
      make: { try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: true) },
      code: "not-a-file", words: "it is a folder"),
    BadInput(
      why: "a pipe nobody writes to", name: "pipe.docx", make: { _ = mkfifo($0, 0o600) }, code: "not-a-file",
      words: "it is a pipe or a device"),
    of(
      "a PNG named .docx", "plan.docx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
      "not-a-document", "a PNG picture"),
    of(
      "a JPEG", "scan.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46], "not-a-document", "a JPEG picture"),
    of("an old Word file", "plan.doc", compound("WordDocument"), "old-word-file", "an old Word document"),
    of("a password", "secret.docx", compound("EncryptedPackage"), "encrypted", "protected with a password"),
    of(
      "a PDF", "plan.txt", Array("%PDF-1.7\n%âãÏÓ\n".utf8),
      hasPdftotext ? "damaged-pdf" : "pdftotext-missing", "PDF"),
    of(
      "the start of a ZIP", "half.docx", Array("PK\u{3}\u{4}\u{14}\0\0\0\u{8}\0".utf8), "damaged-zip",
      "the file is damaged"),
    of(
      "a ZIP that is no Word file", "archive.docx", emptyArchive, "not-a-document",
      "a ZIP archive without a document in it"),
    of(
      "a line of 50 MB", "long.txt", [UInt8](repeating: 0x61, count: 50_000_000), "too-large",
      "the text is longer than eight million bytes"),
    of(
      "bytes that are no text", "noise.txt",
      (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) }, "binary-content",
      "in a form we do not read"),
  ]

  /// A compound file's first bytes ([MS-CFB] 2.2), with a stream's name in UTF-16.
  private static func compound(_ stream: String) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
      + stream.utf8.flatMap { [$0, 0] } + [UInt8](repeating: 0, count: 64)
  }

  /// An archive with no entries (APPNOTE.TXT 4.3.16).
  private static let emptyArchive: [UInt8] = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
}
