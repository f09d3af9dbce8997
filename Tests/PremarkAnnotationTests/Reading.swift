import PremarkAnnotation
import PremarkDocument
import PremarkReading
import PremarkText

/// Annotates short texts for tables of rows.
enum Reading {
  private static let prepared: (annotator: Annotator, words: WordTable)? = {
    guard let lexicon = try? Lexicon.shipped() else { return nil }
    var words = WordTable()
    let annotator = Annotator(lexicon: lexicon, words: &words)
    return (annotator, words)
  }()

  /// One block of a kind, in no section.
  static func block(
    _ text: String, kind: Block.Kind = .paragraph, options: AnnotationOptions = AnnotationOptions()
  ) -> AnnotatedText? {
    let block = Block(kind: kind, text: Array(text.utf8))
    let untitled = Section(heading: nil, level: 0, parent: nil)
    return annotate(
      Document(format: .text, blocks: [block], sections: [untitled], tables: [], warnings: []), options)
  }

  /// A Markdown text as a file would be read.
  static func markdown(_ text: String) throws -> AnnotatedText? {
    let bytes = Array(text.utf8)
    let plan = try Reader.plan(for: bytes)
    return annotate(try Reader.document(from: bytes, plan: plan, inflated: []), AnnotationOptions())
  }

  /// A document made by hand.
  static func document(_ document: Document) -> AnnotatedText? { annotate(document, AnnotationOptions()) }

  private static func annotate(_ document: Document, _ options: AnnotationOptions) -> AnnotatedText? {
    prepared.map { $0.annotator.annotate(document, options: options, words: $0.words) }
  }
}

extension AnnotatedText {
  /// Clauses apart by " | ".
  var clauseTexts: String { clauses.map { string($0.span, sentence: $0.sentence) }.joined(separator: " | ") }

  /// Each clause's voice and strength: "own done | other plan".
  var claims: String {
    clauses.map { "\($0.voice.rawValue) \($0.strength.name)" }.joined(separator: " | ")
  }

  /// Each clause's voice.
  var voices: String { clauses.map { $0.voice.rawValue }.joined(separator: " | ") }

  /// The strength of each clause.
  var strengths: String { clauses.map { $0.strength.name }.joined(separator: " | ") }

  private func string(_ span: Span, sentence: Int) -> String {
    document.blocks[sentences[sentence].block].string(span)
  }

  /// The first block whose text begins with the words.
  func block(_ start: String) -> Int? {
    document.blocks.indices.first { document.blocks[$0].string.hasPrefix(start) }
  }
}
