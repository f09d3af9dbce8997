import PremarkText

/// Test results for build servers, in the XML that JUnit's tools and their descendants read.
public struct JUnitReport: Sendable {
  /// One example or submission.
  public struct Case: Sendable {
    /// `unit.rule`.
    public let className: String
    /// What tells it from its like: `accept, line 12`.
    public let name: String
    /// What went wrong; nil where it came out as it says.
    public let failure: String?

    /// Makes one.
    public init(className: String, name: String, failure: String?) {
      self.className = className
      self.name = name
      self.failure = failure
    }
  }

  /// The unit's id and its cases, in order.
  public let suites: [(name: String, cases: [Case])]

  /// Makes a report.
  public init(suites: [(name: String, cases: [Case])]) { self.suites = suites }

  /// The file. UTF-8; characters that XML has no way to write become U+FFFD.
  public var bytes: [UInt8] {
    var out = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites".utf8)
    count(suites.flatMap { $0.cases }, into: &out)
    out += Array(">\n".utf8)
    for suite in suites {
      out += Array("  <testsuite name=\"".utf8) + Self.escaped(suite.name) + [0x22]
      count(suite.cases, into: &out)
      out += Array(">\n".utf8)
      for testCase in suite.cases { write(testCase, into: &out) }
      out += Array("  </testsuite>\n".utf8)
    }
    return out + Array("</testsuites>\n".utf8)
  }

  private func count(_ cases: [Case], into out: inout [UInt8]) {
    let failures = cases.count { $0.failure != nil }
    out += Array(" tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\"".utf8)
  }

  private func write(_ testCase: Case, into out: inout [UInt8]) {
    out += Array("    <testcase classname=\"".utf8) + Self.escaped(testCase.className)
    out += Array("\" name=\"".utf8) + Self.escaped(testCase.name) + [0x22]
    if let failure = testCase.failure {
      out += Array(">\n      <failure message=\"".utf8) + Self.escaped(failure)
      out += Array("\"/>\n    </testcase>\n".utf8)
    } else {
      out += Array("/>\n".utf8)
    }
  }

  /// For an attribute in double quotes (XML 1.0, 2.2 and 2.3).
  static func escaped(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x26: out += Array("&amp;".utf8)
      case 0x3C: out += Array("&lt;".utf8)
      case 0x3E: out += Array("&gt;".utf8)
      case 0x22: out += Array("&quot;".utf8)
      case 0x09, 0x0A, 0x0D: out += Array("&#\(byte);".utf8)
      case 0x00...0x1F: out += [0xEF, 0xBF, 0xBD]
      default: out.append(byte)
      }
    }
    return out
  }
}
