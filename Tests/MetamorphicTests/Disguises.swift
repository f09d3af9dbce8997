/// Changes to how a submission is written that change nothing of what it says. Nil where there is nothing of the kind.
enum Disguises {
  /// Two letters inside every fortieth word of six letters or more change places.
  static func misspelt(_ text: String) -> String? {
    var count = 0
    let changed = text.replacing(#/\b[a-z]{6,}\b/#) { match in
      count += 1
      guard count % 40 == 0 else { return String(match.output) }
      var letters = Array(match.output)
      letters.swapAt(letters.count / 2, letters.count / 2 - 1)
      return String(letters)
    }
    return changed == text ? nil : changed
  }

  static func quotes(_ text: String) -> String? {
    let isCurly = text.contains("’") || text.contains("“")
    let changed =
      isCurly
      ? text.replacing("’", with: "'").replacing("‘", with: "'").replacing("“", with: "\"").replacing(
        "”", with: "\"")
      : text.replacing("'", with: "’")
    return changed == text ? nil : changed
  }

  static func dashes(_ text: String) -> String? {
    let changed =
      text.contains(" – ") ? text.replacing(" – ", with: " — ") : text.replacing(" - ", with: " – ")
    return changed == text ? nil : changed
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// "14/03/2026" → "14 March 2026", or "14 March 2026" → "14.03.2026".
  static func dates(_ text: String) -> String? {
    let figures = text.replacing(#/\b(\d{1,2})[\/.](\d{1,2})[\/.](20\d\d|\d\d)\b/#) { match in
      guard let month = Int(match.output.2), months.indices.contains(month - 1) else {
        return String(match.output.0)
      }
      let year = match.output.3.count == 2 ? "20\(match.output.3)" : String(match.output.3)
      return "\(match.output.1) \(months[month - 1]) \(year)"
    }
    if figures != text { return figures }
    let named = text.replacing(
      #/\b(\d{1,2})(?:st|nd|rd|th)? (January|February|March|April|May|June|July|August|September|October|November|December) (20\d\d)\b/#
    ) { match in
      let month = (months.firstIndex(of: String(match.output.2)) ?? 0) + 1
      return "\(match.output.1)/\(month < 10 ? "0" : "")\(month)/\(match.output.3)"
    }
    return named == text ? nil : named
  }

  private static let american: [(String, String)] = [
    ("organis", "organiz"), ("recognis", "recogniz"), ("prioritis", "prioritiz"), ("summaris", "summariz"),
    ("apologis", "apologiz"), ("realis", "realiz"), ("analys", "analyz"), ("behaviour", "behavior"),
    ("centre", "center"), ("programme", "program"), ("colour", "color"), ("favour", "favor"),
    ("labour", "labor"),
    ("practis", "practic"), ("fulfil ", "fulfill "), ("enrol ", "enroll "), ("learnt", "learned"),
    ("cancelled", "canceled"), ("travell", "travel"), ("labell", "label"), ("judgement", "judgment"),
    ("licence", "license"), ("honour", "honor"), ("catalogue", "catalog"), ("cheque", "check"),
    ("metre", "meter"),
  ]

  static func americanSpelling(_ text: String) -> String? {
    let changed = american.reduce(text) { text, pair in text.replacing(pair.0, with: pair.1) }
    return changed == text ? nil : changed
  }

  /// Sections under headings of the second level, the first of them last.
  static func sectionsMoved(_ text: String) -> String? {
    var parts: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") { parts.append([]) }
      parts[parts.count - 1].append(line)
    }
    guard parts.count > 3 else { return nil }
    let moved = [parts[0]] + parts[2...] + [[""] + parts[1] + [""]]
    return moved.joined().joined(separator: "\n")
  }

  /// Each row of a table as a point of a list: "- Objective: … ; By when: …".
  static func tablesAsLists(_ text: String) -> String? {
    var changed: [String] = []
    var heads: [String]?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard let cells = Lines.cells(line) else {
        heads = nil
        changed.append(String(line))
        continue
      }
      if number + 1 < lines.count, let next = Lines.cells(lines[number + 1]), Lines.isRuler(next) {
        heads = cells
      } else if let heads, !Lines.isRuler(cells) {
        let told = zip(heads, cells).filter { !$0.1.isEmpty }.map { head, cell in
          head.isEmpty ? cell : "\(head): \(cell)"
        }
        changed.append("- " + told.joined(separator: "; "))
      }
    }
    let list = changed.joined(separator: "\n")
    return list == text ? nil : list
  }
}
