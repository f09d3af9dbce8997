import PremarkDocument
import PremarkMarking
import PremarkText

/// Results as a table for a spreadsheet: a row for each submission and criterion (RFC 4180).
///
/// UTF-8 with a byte-order mark, so that accents survive in Excel. A cell that a spreadsheet would take for a formula
/// begins with an apostrophe (OWASP, CSV injection).
public struct CsvReport: Sendable {
  /// Names of the columns, in order.
  public static let columns = [
    "file", "unit", "criterion", "title", "decision", "assessor to confirm", "feedback", "quotation",
  ]

  /// Makes a writer.
  public init() {}

  /// Writes the table with its head. A submission that could not be read has one row that says why.
  public func report(_ outcomes: [Outcome]) -> [UInt8] {
    var table: [UInt8] = [0xEF, 0xBB, 0xBF]
    Self.write(Self.columns, to: &table)
    for outcome in outcomes {
      switch outcome {
      case .marked(let report):
        for criterion in report.result.criteria { Self.write(Self.row(criterion, of: report), to: &table) }
      case .failed(let failure):
        Self.write([failure.name, "", "", "", "not read", "", failure.message, ""], to: &table)
      }
    }
    return table
  }

  private static func row(_ criterion: CriterionResult, of report: Report) -> [String] {
    let words = CriterionWords(criterion)
    let quotation = words.shown.first.map { evidence in
      String(decoding: Quotation.words(of: evidence, in: report.document, limit: 160), as: UTF8.self)
    }
    return [
      report.name, report.result.unit.id, criterion.id, criterion.title, criterion.decision.name,
      words.refer ?? "", criterion.feedback, quotation ?? "",
    ]
  }

  private static func write(_ cells: [String], to table: inout [UInt8]) {
    for (number, cell) in cells.enumerated() {
      if number > 0 { table.append(UInt8(ascii: ",")) }
      write(cell, to: &table)
    }
    table += [0x0D, 0x0A]
  }

  private static func write(_ cell: String, to table: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    table.append(quote)
    switch cell.utf8.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"):
      table.append(UInt8(ascii: "'"))
    default: break
    }
    for byte in cell.utf8 {
      if byte == quote { table.append(quote) }
      table.append(byte)
    }
    table.append(quote)
  }
}
