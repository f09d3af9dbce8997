public import PremarkAnnotation
import PremarkDocument
import PremarkText

/// What was read and noticed in one file, before any rule.
public struct Inspection: Sendable {
  /// Base name of the file, "-" for standard input.
  public let name: String
  /// SHA-256 of the submitted bytes, lower-case hex.
  public let digest: String
  /// Words that a reader sees.
  public let words: Int
  /// What was read, with what was noticed in it.
  public let text: AnnotatedText

  /// Makes an inspection.
  public init(name: String, digest: String, words: Int, text: AnnotatedText) {
    self.name = name
    self.digest = digest
    self.words = words
    self.text = text
  }

  var document: Document { text.document }
}

/// Inspections for other programs, as `inspect.schema.json` describes them: one object on one line.
public enum InspectionJSON {
  /// The line for a file that could be read.
  public static func report(_ inspection: Inspection) -> [UInt8] {
    let document = inspection.document
    let contents = SentenceContents(inspection.text)
    var json = JSONWriter()
    json.object { json in
      json.object("document") { json in
        ResultJSON.writeDocument(
          name: inspection.name, words: inspection.words, digest: inspection.digest,
          warnings: document.warnings,
          document, to: &json)
      }
      json.array("blocks") { json in
        for index in document.blocks.indices {
          json.object { write(index, inspection.text, contents, to: &$0) }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// The line for a file that could not be read: what is known of the document, which is its name, and the error.
  public static func report(_ failure: Failure) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.object("document") { json in
        json.field("name", failure.name)
        json.nullField("format")
        json.field("words", 0)
        json.nullField("digest")
        json.array("warnings") { _ in }
      }
      ResultJSON.write(failure, to: &json)
    }
    json.endLine()
    return json.bytes
  }

  private static func write(
    _ index: Int, _ text: AnnotatedText, _ contents: SentenceContents, to json: inout JSONWriter
  ) {
    let block = text.document.blocks[index]
    let noticed = text.blocks[index]
    json.field("index", index)
    json.field("kind", block.kind.rawValue)
    if block.level > 0 { json.field("level", block.level) }
    ResultJSON.writePlace(of: block, index, text.document, to: &json)
    if let role = noticed.role { json.field("role", role.rawValue) } else { json.nullField("role") }
    json.name("text")
    json.string(utf8: block.text)
    json.field("visible", block.visibility == .visible)
    json.field("prompt", noticed.isPrompt)
    json.field("evidence", noticed.isEvidence)
    if let label = noticed.label { write(label, named: "label", to: &json) }
    json.array("sentences") { json in
      for sentence in noticed.sentences { json.object { writeSentence(sentence, text, contents, to: &$0) } }
    }
  }

  private static func writeSentence(
    _ index: Int, _ text: AnnotatedText, _ contents: SentenceContents, to json: inout JSONWriter
  ) {
    let sentence = text.sentences[index]
    json.field("start", sentence.span.start)
    json.field("end", sentence.span.end)
    json.array("clauses") { json in
      for clause in text.clauses[sentence.clauses] {
        json.object { json in
          json.field("start", clause.span.start)
          json.field("end", clause.span.end)
          json.field("asked", clause.asked)
          json.field("voice", clause.voice.rawValue)
          json.field("strength", clause.strength.name)
        }
      }
    }
    json.array("negated") { json in
      for scope in contents.negations[index] { write(text.negations[scope].span, to: &json) }
    }
    json.array("hypothetical") { json in
      for scope in contents.hypotheses[index] { write(text.hypotheses[scope].span, to: &json) }
    }
    json.array("entities") { json in
      for entity in contents.entities[index] { write(text.entities[entity], to: &json) }
    }
  }

  private static func write(_ entity: Entity, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", entity.kind.rawValue)
      json.field("start", entity.span.start)
      json.field("end", entity.span.end)
      if entity.value != .none {
        json.name("value")
        write(entity.value, to: &json)
      }
    }
  }

  private static func write(_ value: Entity.Value, to json: inout JSONWriter) {
    switch value {
    case .none: json.null()
    case .date, .dateRange, .period, .name: json.string(value.words)
    case .seconds(let figure), .number(let figure): json.double(figure)
    case .score(let got, let of):
      json.object { json in
        json.field("got", got)
        json.field("of", of)
      }
    case .money(let amount, let currency):
      json.object { json in
        json.field("amount", amount)
        json.field("currency", currency)
      }
    case .change(let change):
      json.object { json in
        if let from = change.from { json.field("from", from) }
        if let to = change.to { json.field("to", to) }
        if let by = change.by { json.field("by", by) }
        json.field("unit", change.unit)
      }
    }
  }

  private static func write(_ span: Span, to json: inout JSONWriter) {
    json.object { json in
      json.field("start", span.start)
      json.field("end", span.end)
    }
  }

  private static func write(_ span: Span, named name: String, to json: inout JSONWriter) {
    json.name(name)
    write(span, to: &json)
  }
}
