import Glibc
import PremarkDocument
import PremarkPlatform
import Testing

struct PdfToTextTests {
  static let isInstalled = access("/usr/bin/pdftotext", X_OK) == 0

  /// A PDF of one page with one line of text, its cross-reference table left to repair.
  static let page = Array(
    """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F<</Type/Font/Subtype/Type1\
    /BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj
    4 0 obj<</Length 44>>stream
    BT /F 12 Tf 50 700 Td (I want to learn.) Tj ET
    endstream endobj
    trailer<</Root 1 0 R>>
    %%EOF
    """.utf8)

  static func code(_ file: [UInt8], program: String = "pdftotext") -> String {
    do throws(ReadingError) {
      _ = try PdfToText.layout(of: file, program: program)
      return "read"
    } catch {
      return error.code
    }
  }

  @Test(.enabled(if: isInstalled, "pdftotext is not installed"))
  func readsAPage() throws {
    let document = try readDocument(Self.page)
    #expect(document.blocks.map(\.string) == ["I want to learn."])
    #expect(document.blocks.map(\.page) == [1])
  }

  @Test(.enabled(if: isInstalled, "pdftotext is not installed"))
  func refusesADamagedOne() { #expect(Self.code(Array("%PDF-1.4\nnothing".utf8)) == "damaged-pdf") }

  @Test func saysThatTheProgramIsMissing() {
    #expect(Self.code(Self.page, program: "no-such-pdftotext") == "pdftotext-missing")
  }

  @Test func namesThePackage() {
    do throws(ReadingError) {
      _ = try PdfToText.layout(of: Self.page, program: "no-such-pdftotext")
      Issue.record("nothing was refused")
    } catch {
      #expect(error.advice.contains("poppler-utils"))
    }
  }

  /// Runs a shell script in the place of pdftotext, for one that goes wrong on a hostile file.
  static func code(ofScript script: String) throws -> String {
    var template = Array("/tmp/premark-test-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let path = folder + "/pdftotext"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o700)
    let text = Array("#!/bin/sh\n\(script)\n".utf8)
    _ = write(descriptor, text, text.count)
    close(descriptor)
    defer {
      unlink(path)
      rmdir(folder)
    }
    return code([UInt8](repeating: 0x25, count: 1 << 20), program: path)
  }

  @Test(arguments: [
    ("it writes without end", "while :; do echo aaaaaaaaaaaaaaaa; done", "too-large"),
    ("it never ends", "exec sleep 60", "too-large"),
    ("it computes without end", "while :; do :; done", "too-large"),
    ("it fails without a word", "exit 1", "damaged-pdf"),
    ("it asks for a password", "echo 'Incorrect password' >&2; exit 1", "encrypted"),
    ("it is not allowed to copy", "exit 3", "encrypted"), ("it crashes", "kill -SEGV $$", "too-large"),
    ("it takes no input and says nothing", "exit 0", "read"),
  ])
  func bounds(_ why: String, _ script: String, _ code: String) throws {
    let start = ContinuousClock.now
    #expect(try Self.code(ofScript: script) == code, "\(why)")
    #expect(ContinuousClock.now - start < .seconds(10), "\(why)")
  }
}
