/// A line in which a form asks: "Q7. What …", "QUESTION: how good are you now", "Q 2.7 Explain the importance of …".
public struct QuestionLine: Sendable {
  /// Offset of the first byte after the number or word in front.
  public let body: Int
  /// Nothing but a question can follow: "Q7.", "Question:".
  public let isCertain: Bool

  /// Reads the number in front of a line; nil where there is none.
  ///
  /// "Q", "question", "AC", "LO", "task" or "criterion" with a number or a colon, or "Q.". A number with a full stop inside
  /// ("Q1.2 – my target and the team's") may stand before an answer too.
  public init?(_ text: [UInt8]) {
    guard let word = Self.prefixes.first(where: { Self.opens(text, with: $0) }) else { return nil }
    var at = word.utf8CodeUnitCount
    if at < text.count, text[at] == 0x20 { at += 1 }
    let digits = at
    while at < text.count,
      text[at] &- 0x30 < 10 || text[at] == 0x2E && at > digits && Self.isDigit(text, at + 1)
    {
      at += 1
    }
    let hasNumber = at > digits
    let isDotted = text[digits..<at].contains(0x2E)
    guard at < text.count, at - digits <= 6 else { return nil }
    let mark = text[at]
    let isMarked = mark == 0x2E || mark == 0x3A || mark == 0x29
    let isLetter = word.utf8CodeUnitCount == 1
    guard hasNumber ? isMarked || mark == 0x20 : mark == 0x3A || isLetter && mark == 0x2E else { return nil }
    if isMarked { at += 1 }
    while at < text.count, text[at] == 0x20 { at += 1 }
    guard at < text.count else { return nil }
    body = at
    let isQuestion = word.utf8CodeUnitCount == 1 || word.utf8CodeUnitCount == 8
    isCertain = isQuestion && !isDotted && (isMarked || word.utf8CodeUnitCount == 1 && digits == 1)
  }

  /// Most bytes of a question that a form asks.
  static let mostBytes = 240

  /// True for one line that asks or sets a task behind its number.
  public static func asks(_ text: [UInt8]) -> Bool {
    guard text.count <= mostBytes, !text.contains(0x0A), let line = QuestionLine(text),
      answer(in: text) == nil
    else { return false }
    return text.contains(0x3F) || line.isCertain && !Self.isDigit(text, 1) || setsTask(text, at: line.body)
  }

  /// Offset of the answer that begins behind a question on the same line: "Q: How did it go? A: Better than …",
  /// "Q3. What helped? Sitting with Priya."; nil where the form goes on asking ("Q7. What …? Give two examples.") or
  /// no word in front says that it is a question.
  public static func answer(in text: [UInt8]) -> Int? {
    guard let line = QuestionLine(text) else { return nil }
    let end = text.firstIndex(of: 0x0A) ?? text.count
    var asked = line.body
    while asked < end, text[asked] != 0x3F { asked += 1 }
    for at in line.body..<end where text[at] == 0x20 {
      if let answer = marked(text, at + 1, end) { return answer }
    }
    guard asked < end, line.isCertain, !text[(asked + 1)..<end].contains(0x3F) else { return nil }
    let start = asked + 1
    guard start < end, text[start] == 0x20, opensAnswer(text, at: start + 1) else { return nil }
    return start + 1
  }

  /// Offset behind "A:", "Ans:", "Answer:", or "A." after a question mark, with a word to follow; nil where none of
  /// them stands at an offset.
  private static func marked(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end, text[start] == 0x41 else { return nil }
    for word in answers {
      let mark = start + word.utf8CodeUnitCount
      guard mark + 2 < end, opens(Array(text[start...mark]), with: word) else { continue }
      guard text[mark] == 0x3A || text[mark] == 0x2E && start >= 2 && text[start - 2] == 0x3F else {
        continue
      }
      return text[mark + 1] == 0x20 ? mark + 2 : mark + 1
    }
    return nil
  }

  /// A sentence of three words or more that begins with a capital or a figure and is no further instruction.
  private static func opensAnswer(_ text: [UInt8], at start: Int) -> Bool {
    guard start < text.count, text[start] &- 0x41 < 26 || text[start] &- 0x30 < 10 || text[start] >= 0x80
    else {
      return false
    }
    let line = text[start...].prefix { $0 != 0x0A }
    guard line.count(where: { $0 == 0x20 }) >= 2, !setsTask(text, at: start) else { return false }
    return !instructions.contains { opens(Array(line), with: $0) }
  }

  private static let answers: [StaticString] = ["answer", "ans", "a"]

  /// How a form goes on behind its question.
  private static let instructions: [StaticString] = [
    "please", "include", "use ", "refer", "think", "for example", "e.g", "tick", "write", "add ", "note",
    "hint",
    "you ", "your ", "provide", "consider", "in your", "try ", "make sure", "remember", "do not", "don't",
    "answer",
    "complete", "attach", "back ", "support", "aim for", "if ", "maximum", "minimum", "about ", "max ",
    "min ", "no more",
    "at least", "up to", "word", "circle", "mark", "name", "be specific", "set out", "select", "choose",
    "enter",
  ]

  /// True where a command or question word stands at an offset: "Explain why …".
  ///
  /// - Precondition: the offset is no further than the end.
  public static func setsTask(_ text: [UInt8], at start: Int) -> Bool {
    var word: [UInt8] = []
    for byte in text[start...].prefix(12) {
      guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A else { break }
      word.append(byte | 0x20)
    }
    return tasks.contains(String(decoding: word, as: UTF8.self))
  }

  private static let prefixes: [StaticString] = ["question", "criterion", "task", "ac", "lo", "q"]

  private static let tasks = [
    "explain", "describe", "identify", "outline", "evaluate", "analyse", "analyze", "assess", "compare",
    "define",
    "discuss", "state", "list", "summarise", "give", "say", "tell", "show", "what", "why", "how", "who",
    "whom",
    "when", "where", "which",
  ]

  private static func isDigit(_ text: [UInt8], _ at: Int) -> Bool { at < text.count && text[at] &- 0x30 < 10 }

  private static func opens(_ text: [UInt8], with word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard text.count > length else { return false }
    for offset in 0..<length where text[offset] | 0x20 != word.utf8Start[offset] { return false }
    return true
  }
}
