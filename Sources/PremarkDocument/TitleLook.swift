/// What a title looks like when nothing marks it: short, capitalised, no sentence.
public enum TitleLook {
  /// Most words of a title.
  static let mostWords = 16
  /// Most bytes of a title.
  static let mostBytes = 110

  /// True for one short line that has a letter and does not end like a clause.
  public static func isShort(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard let last = text.last, text.count <= mostBytes, !".,;:".utf8.contains(last) else { return false }
    var words = 0
    var wasBlank = true
    var hasLetter = false
    for byte in text {
      if byte == 0x0A { return false }
      if wasBlank && !byte.isBlank { words += 1 }
      wasBlank = byte.isBlank
      hasLetter = hasLetter || isLetter(byte)
    }
    return hasLetter && words <= mostWords
  }

  /// True for a line that reads like a title: short, begins with a capital or a figure, is no form line ("Name: Priya"),
  /// no sentence and no blank to fill in.
  ///
  /// - Parameter isFirst: the first line of a document is its title even where it has a colon.
  public static func isTitle(_ text: [UInt8], isFirst: Bool = false) -> Bool {
    if QuestionLine.answer(in: text) != nil { return false }
    if opensWithQuestionNumber(text) { return text.count <= mostQuestionBytes && !text.contains(0x0A) }
    // "Q1.2 – my target and the team's" answers in the line itself.
    if let line = QuestionLine(text), text[0] | 0x20 == UInt8(ascii: "q"), !line.isCertain { return false }
    guard isShort(text), let first = text.first, isCapital(first) || isDigit(first) || first >= 0x80 else {
      return false
    }
    // Blanks, tick boxes and tabs belong to forms.
    if text.contains(0x09) || has(text, "___") || has(text, "....") || has(text, "\u{2610}")
      || has(text, "\u{2612}")
    {
      return false
    }
    if hasStopInside(text) && !isNumbered(text) || greets(text) { return false }
    if isFirst { return !isName(text) }
    return !isFormLine(text) && !isListOfNames(text) || opensWithSectionWord(text) && !statesAim(text)
  }

  /// "Objective 1: Answer my emails in 15 minutes by March": the aim itself, not the title above it.
  private static func statesAim(_ text: [UInt8]) -> Bool {
    let words: [StaticString] = ["objective ", "goal ", "aim "]
    guard words.contains(where: { opens(text, with: $0) }), let colon = text.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    return text[colon...].count { $0 == 0x20 } >= 5
  }

  /// Most bytes of a question that a form asks.
  static let mostQuestionBytes = 240

  /// True for one line with a question in it.
  static func isQuestion(_ text: [UInt8]) -> Bool {
    text.count <= mostQuestionBytes && text.contains(UInt8(ascii: "?")) && !text.contains(0x0A)
  }

  /// True for one line of one sentence, no longer than a form's question: "Explain techniques for ….".
  static func isTask(_ text: [UInt8]) -> Bool {
    text.count <= mostQuestionBytes && !text.contains(0x0A) && !hasStopInside(text)
  }

  /// True for a line numbered or named as forms do with questions: "Q1. …", "Question: …", "Q 2.1 Explain …".
  public static func opensWithQuestionNumber(_ text: [UInt8]) -> Bool {
    guard let line = QuestionLine(text), QuestionLine.answer(in: text) == nil else { return false }
    return line.isCertain || QuestionLine.setsTask(text, at: line.body)
      || text.contains(UInt8(ascii: "?")) && text[0] | 0x20 == UInt8(ascii: "q")
  }

  /// True for a title that nothing else could be: capitals throughout, or a number or section word in front.
  static func isStrong(_ text: [UInt8]) -> Bool {
    isCapitals(text) || isNumbered(text) || opensWithSectionWord(text) || opensWithQuestionNumber(text)
  }

  /// True where all letters, three or more, are capitals.
  static func isCapitals(_ text: [UInt8]) -> Bool {
    var letters = 0
    for byte in text {
      if byte >= 0x61 && byte <= 0x7A { return false }
      if isCapital(byte) { letters += 1 }
    }
    return letters >= 3
  }

  /// True for "1. …", "2.3 …", "4) …".
  static func isNumbered(_ text: [UInt8]) -> Bool {
    var i = 0
    while i < text.count, isDigit(text[i]) || i > 0 && text[i] == UInt8(ascii: ".") { i += 1 }
    if i > 0, i < text.count, text[i] == UInt8(ascii: ")") { i += 1 }
    let mark = i > 0 ? text[i - 1] : 0
    let isMarked =
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") || text[..<i].contains(UInt8(ascii: "."))
    return i >= 2 && i <= 6 && isMarked && i < text.count && text[i] == 0x20
  }

  /// A full stop with a sentence before and after it.
  private static func hasStopInside(_ text: [UInt8]) -> Bool {
    for i in text.indices.dropFirst(3).dropLast(2)
    where text[i] == UInt8(ascii: ".") && text[i + 1] == 0x20 && text[i - 1] >= 0x61 && text[i - 2] >= 0x61 {
      return true
    }
    return false
  }

  /// A label with something after its colon.
  private static func isFormLine(_ text: [UInt8]) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return colon + 1 < text.count && text[colon + 1] == 0x20
  }

  /// "Name: …" as the first line is a form, not a title.
  private static func isName(_ text: [UInt8]) -> Bool {
    let labels: [StaticString] = [
      "name:", "learner:", "learner name:", "candidate:", "employee:", "date:", "to:", "from:",
    ]
    return labels.contains { opens(text, with: $0) }
  }

  /// "Dear Lorraine", "Hi Sam": how a letter begins.
  private static func greets(_ text: [UInt8]) -> Bool {
    let words: [StaticString] = ["dear ", "hi ", "hello ", "hiya "]
    return text.count <= 40 && words.contains { opens(text, with: $0) }
  }

  /// "Graham Pell, Billing Adviser, Calder Vale Water": who somebody is.
  private static func isListOfNames(_ text: [UInt8]) -> Bool {
    var commas = 0
    for byte in text {
      if isDigit(byte) { return false }
      if byte == UInt8(ascii: ",") { commas += 1 }
    }
    return commas >= 2
  }

  private static func opens(_ text: [UInt8], with word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard text.count >= length else { return false }
    return word.withUTF8Buffer { buffer in
      for i in 0..<length where buffer[i] != lowered(text[i]) { return false }
      return true
    }
  }

  private static func opensWithSectionWord(_ text: [UInt8]) -> Bool {
    let words: [StaticString] = [
      "part ", "section ", "unit ", "review ", "appendix ", "step ", "stage ", "week ", "month ", "day ",
      "goal ",
      "objective ", "meeting ", "1-2-1", "121", "1:1", "one to one", "one-to-one", "session ", "entry ",
      "phase ",
      "question ", "q", "task ", "log ", "criterion ", "chapter ", "lo", "aim ",
    ]
    return words.contains { word in
      // The short words need their number at once: "121 with Kev", "LO2".
      let length = word.utf8CodeUnitCount
      let hasNumber = text[..<min(text.count, length + 4)].contains(where: isDigit)
      return text.count > length && (hasNumber || length > 4) && opens(text, with: word)
    }
  }

  private static func has(_ text: [UInt8], _ part: StaticString) -> Bool {
    let length = part.utf8CodeUnitCount
    guard text.count >= length else { return false }
    return part.withUTF8Buffer { buffer in
      for start in 0...(text.count - length) {
        var i = 0
        while i < length, buffer[i] == text[start + i] { i += 1 }
        if i == length { return true }
      }
      return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || lowered(byte) >= 0x61 && lowered(byte) <= 0x7A
  }
  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func lowered(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }
}
