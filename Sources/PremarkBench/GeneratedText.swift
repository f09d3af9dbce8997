import PremarkPlatform

/// A submission of any length whose words are known beforehand.
///
/// Sentences as learners write them, with dates, people and figures drawn by a seed; the same seed gives the same text.
struct GeneratedText {
  /// Paragraphs, without marks.
  let paragraphs: [String]
  /// Words in all.
  let words: Int

  private static let sentences = [
    "In {month} I asked {name} to listen to {n} of my calls and tell me what I do well",
    "My average handling time was {n} minutes and it went down to {m} minutes by the end of {month}",
    "I want to become a team leader within the next two years",
    "{name} showed me how to use the knowledge base and I have used it every day since",
    "By the end of {month} I will take {n} calls without asking for help",
    "I did not finish the course because the rota changed",
    "The customer said that I was patient and that nobody had explained it before",
    "If the system is slow I tell the customer what I am doing",
    "My quality score rose from {n} to {m} after the coaching in {month}",
    "We look at my plan together every four weeks and write down what has changed",
    "People who ring us are often worried about money",
    "I find it hard to end a call when somebody wants to talk",
    "{name} and I agreed that I would shadow the complaints desk for a day",
    "What I learned is that a short silence helps people to think",
  ]
  private static let names = ["Aisha", "Ben", "Chloe", "Dylan", "Farah", "Gareth", "Hana", "Marek"]
  private static let months = ["January", "March", "April", "June", "September", "November"]

  /// - Parameters:
  ///   - words: at least so many, to the end of a sentence.
  ///   - phrases: set in here and there as sentences of their own, each at least once in 1000 sentences.
  init(words least: Int, seed: UInt64 = 7, phrases: [String] = []) {
    var chance = Chance(state: seed)
    var (paragraphs, paragraph, words, sentences) = ([String](), "", 0, 0)
    while words < least {
      let isPlanted = !phrases.isEmpty && sentences % 9 == 4
      let sentence =
        isPlanted
        ? "Then came " + phrases[sentences / 9 % phrases.count]
        : Self.filled(Self.sentences[chance.next(Self.sentences.count)], &chance)
      words += sentence.utf8.count { $0 == UInt8(ascii: " ") } + 1
      sentences += 1
      paragraph += (paragraph.isEmpty ? "" : " ") + sentence + "."
      if chance.next(5) == 0 {
        paragraphs.append(paragraph)
        paragraph = ""
      }
    }
    if !paragraph.isEmpty { paragraphs.append(paragraph) }
    self.paragraphs = paragraphs
    self.words = words
  }

  private static func filled(_ sentence: String, _ chance: inout Chance) -> String {
    sentence.split(separator: " ").map { word -> String in
      switch word {
      case "{name}": names[chance.next(names.count)]
      case "{month}": months[chance.next(months.count)]
      case "{n}": String(6 + chance.next(40))
      case "{m}": String(4 + chance.next(60))
      default: String(word)
      }
    }.joined(separator: " ")
  }

  /// The text as a word processor saves it, one paragraph after the other; nil where it cannot be packed.
  func docx() -> [UInt8]? {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    var body =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"\(space)\"><w:body>"
    for paragraph in paragraphs {
      body += "<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr>"
      body += "<w:t xml:space=\"preserve\">" + paragraph + "</w:t></w:r></w:p>"
    }
    body += "<w:sectPr/></w:body></w:document>"
    var zip = ZipWriter()
    let parts = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"\(types)\"><Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r\" Type=\"\(office)\" "
          + "Target=\"word/document.xml\"/></Relationships>"
      ),
      ("word/document.xml", body),
    ]
    for (name, content) in parts where !zip.add(name, Array(content.utf8)) { return nil }
    return zip.finished()
  }
}

/// A generator of numbers: xorshift64 (Marsaglia 2003).
struct Chance {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  /// From 0 to below `limit`.
  mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
