import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkMatching
import PremarkPlatform
import PremarkReading

/// A case for each stage and for the whole, over some submissions, with reading the same bytes and zlib inflating
/// `word/document.xml` beside them.
struct Stages {
  static let names = [
    "disk", "zlib", "inflate", "xml", "read", "annotate", "match", "decide", "report", "mark", "whole",
  ]

  let submissions: [Submission]
  /// What they are, for the table.
  let set: String
  let meter: Meter
  let engines: Engines
  /// False where the submissions were made here and have no file.
  var haveFiles = true
  /// False for texts so long that asking every stretch of them would take minutes.
  var asksNaively = true

  /// Runs the stages named, and the baselines always; each row is drawn when it is there.
  func run(_ wanted: (String) -> Bool, draw: (Row) -> Void) throws {
    let packed = submissions.filter { $0.mainPart != nil }
    let file = submissions.reduce(0) { $0 + $1.bytes.count }
    let main = packed.reduce(0) { $0 + $1.inflated[$1.mainPart ?? 0].count }
    let stages: [(String, [Submission], Int, ([Submission]) throws -> (Cost, String))] = [
      ("disk", submissions, file, disk), ("zlib", packed, main, zlib), ("inflate", packed, main, inflate),
      ("xml", packed, main, xml), ("read", submissions, main, read),
      ("annotate", submissions, main, annotate), ("match", submissions, main, match),
      ("decide", submissions, main, decide), ("report", submissions, main, report),
      ("mark", submissions, main, mark), ("whole", submissions, main, whole),
    ]
    var baselines: [(name: String, each: Double)] = []
    for (name, documents, bytes, run) in stages where !documents.isEmpty {
      let isBaseline = name == "disk" || name == "zlib"
      guard isBaseline || wanted(name), haveFiles || (name != "disk" && name != "whole") else { continue }
      let (cost, check) = try run(documents)
      var row = Row(
        name: name, set: set, count: documents.count, bytes: bytes, cost: cost, check: check)
      row.ratios = baselines.map { ($0.name, row.microsecondsEach / $0.each) }
      if isBaseline { baselines.append((name == "disk" ? "reading" : "zlib", row.microsecondsEach)) }
      draw(row)
    }
  }

  private func disk(_ documents: [Submission]) throws -> (Cost, String) {
    let (cost, digests) = try meter.cost(
      "disk", of: documents, ready: { $0.path }, digest: Self.outline,
      work: { path in try FileBytes.read(path) })
    for (document, digest) in zip(documents, digests) where Self.outline(document.bytes) != digest {
      throw WrongAnswer(message: "disk: \(document.path) has changed")
    }
    return (cost, "as read before")
  }

  private func zlib(_ documents: [Submission]) throws -> (Cost, String) {
    let (cost, digests) = try meter.cost(
      "zlib", of: documents, ready: { $0 }, digest: Digest.of,
      work: { try Baseline.inflate($0, $0.mainPart ?? 0) })
    try hold(digests, of: documents, "zlib") { Digest.of($0.inflated[$0.mainPart ?? 0]) }
    return (cost, "as Inflate")
  }

  private func inflate(_ documents: [Submission]) throws -> (Cost, String) {
    let cost = try meter.cost(
      "inflate", of: documents, ready: { $0 }, digest: { (parts: [[UInt8]]) in Digest.of(parts.joined()) },
      work: { try Inflate.parts(of: $0.plan, in: $0.bytes) }
    ).cost
    for document in documents {
      for (part, bytes) in zip(document.plan.parts, document.inflated)
      where CRC32.checksum(bytes) != part.checksum {
        throw WrongAnswer(message: "inflate: checksum of \(part.name) in \(document.path)")
      }
    }
    return (cost, "CRC-32 of every part")
  }

  private func xml(_ documents: [Submission]) throws -> (Cost, String) {
    let digest = { (elements: Int, textBytes: Int) -> UInt64 in
      var digest = Digest()
      digest.add(elements)
      digest.add(textBytes)
      return digest.value
    }
    let (cost, digests) = try meter.cost(
      "xml", of: documents, ready: { $0.inflated[$0.mainPart ?? 0] },
      digest: { (tally: XmlTally) in digest(tally.elements, tally.textBytes) },
      work: { bytes in try XmlTally(bytes, name: "word/document.xml") })
    try hold(digests, of: documents, "xml") {
      let tally = Baseline.tally($0.inflated[$0.mainPart ?? 0])
      return digest(tally.elements, tally.textBytes)
    }
    return (cost, "as counted by '<'")
  }

  private func read(_ documents: [Submission]) throws -> (Cost, String) {
    let cost = try meter.cost(
      "read", of: documents, ready: { $0 }, digest: Self.digest,
      work: { submission in
        let plan = try Reader.plan(for: submission.bytes)
        return try Reader.document(from: submission.bytes, plan: plan, inflated: submission.inflated)
      }
    ).cost
    return (cost, "every run the same")
  }

  private func annotate(_ documents: [Submission]) throws -> (Cost, String) {
    let cost = try meter.cost(
      "annotate", of: documents,
      ready: { (try engines.engine(for: $0.unit).engine, try $0.document()) },
      digest: { (text: AnnotatedText) in
        var digest = Digest()
        for number in [text.tokens.count, text.clauses.count, text.entities.count, text.people.count] {
          digest.add(number)
        }
        return digest.value
      },
      work: { engine, document in engine.annotate(document) }
    ).cost
    return (cost, "every run the same")
  }

  private func match(_ documents: [Submission]) throws -> (Cost, String) {
    let cost = try meter.cost(
      "match", of: documents, ready: annotated, digest: { $0 },
      work: { engine, text in Evaluation(rules: engine.rules, text: text).matchAll() }
    ).cost
    guard asksNaively else { return (cost, "every run the same") }
    var differences: [String] = []
    for document in documents {
      let (engine, text) = try annotated(document)
      let compiled = Evaluation(rules: engine.rules, text: text)
      let naive = Evaluation(rules: engine.rules, text: text, usesAnchors: false)
      if let rule = compiled.firstDifference(from: naive) { differences.append("\(document.path): \(rule)") }
    }
    guard let first = differences.first else { return (cost, "as the naive matcher") }
    throw WrongAnswer(message: "match: \(differences.count) not as the naive matcher, first \(first)")
  }

  private func decide(_ documents: [Submission]) throws -> (Cost, String) {
    let (cost, digests) = try meter.cost(
      "decide", of: documents,
      ready: { submission in
        let (engine, text) = try annotated(submission)
        let evaluation = Evaluation(rules: engine.rules, text: text)
        evaluation.matchAll()
        return (engine, evaluation, submission)
      },
      digest: { (answer: (MarkingResult, AnnotatedText, Submission)) in
        Digest.of(answer.2.json(answer.1, answer.0, rulesDigest: ""))
      },
      work: { (engine: Engine, evaluation: Evaluation, submission: Submission) in
        (engine.decide(evaluation), evaluation.text, submission)
      })
    guard asksNaively else { return (cost, "every run the same") }
    let others = try zip(documents, digests).count { submission, digest in
      let (engine, text) = try annotated(submission)
      let naive = engine.decide(Evaluation(rules: engine.rules, text: text, usesAnchors: false))
      return Digest.of(submission.json(text, naive, rulesDigest: "")) != digest
    }
    guard others == 0 else { throw WrongAnswer(message: "decide: \(others) not as from the naive matcher") }
    return (cost, "as from the naive matcher")
  }

  private func report(_ documents: [Submission]) throws -> (Cost, String) {
    let cost = try meter.cost(
      "report", of: documents,
      ready: { submission in
        let (engine, digest) = try engines.engine(for: submission.unit)
        return (engine.mark(try submission.document()), submission, digest)
      },
      digest: Digest.of,
      work: { marking, submission, digest in submission.json(marking, rulesDigest: digest) }
    ).cost
    return (cost, "every run the same")
  }

  private func mark(_ documents: [Submission]) throws -> (Cost, String) {
    let cost = try meter.cost(
      "mark", of: documents, ready: { (try engines.engine(for: $0.unit).engine, $0) },
      digest: { (answer: (Marking, Submission)) in Digest.of(answer.1.json(answer.0, rulesDigest: "")) },
      work: { engine, submission in
        let plan = try Reader.plan(for: submission.bytes)
        let document = try Reader.document(
          from: submission.bytes, plan: plan, inflated: submission.inflated)
        return (engine.mark(document), submission)
      }
    ).cost
    return (cost, "read, annotate, match and decide")
  }

  private func whole(_ documents: [Submission]) throws -> (Cost, String) {
    let cost = try meter.cost(
      "whole", of: documents, ready: { (try engines.engine(for: $0.unit), $0.path, $0) }, digest: Digest.of,
      work: { made, path, submission in
        let marking = made.engine.mark(try readDocument(try FileBytes.read(path)))
        return submission.json(marking, rulesDigest: made.digest)
      }
    ).cost
    return (cost, "from the file to JSON, warm")
  }

  private func annotated(_ submission: Submission) throws -> (Engine, AnnotatedText) {
    let engine = try engines.engine(for: submission.unit).engine
    return (engine, engine.annotate(try submission.document()))
  }

  private func hold(
    _ digests: [UInt64], of documents: [Submission], _ name: String,
    against answer: (Submission) throws -> UInt64
  ) throws {
    for (document, digest) in zip(documents, digests) where try answer(document) != digest {
      throw WrongAnswer(message: "\(name): \(document.path) has another answer than the independent one")
    }
  }

  /// Enough to see that bytes are the same, without a pass over all of them in every run.
  private static func outline(_ bytes: [UInt8]) -> UInt64 {
    var digest = Digest()
    digest.add(bytes.count)
    digest.add(bytes.prefix(64))
    digest.add(bytes.suffix(64))
    return digest.value
  }

  private static func digest(_ document: Document) -> UInt64 {
    var digest = Digest()
    for block in document.blocks {
      digest.add(block.text)
      digest.add(block.level)
    }
    digest.add(document.tables.count)
    return digest.value
  }
}
