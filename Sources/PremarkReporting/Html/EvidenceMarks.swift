import PremarkDocument
import PremarkMarking
import PremarkText

/// Where a report points into the submission: each piece of evidence once, numbered in the order of the criteria.
struct EvidenceMarks {
  /// Which way a mark points.
  enum Sense: String { case supports = "for", against, mistake }

  /// Words of a block that a decision rests on.
  struct Mark {
    /// From 1; `e7` is its address.
    let number: Int
    let span: Span
    let sense: Sense
    /// Address of the criterion or mistake.
    let target: String
    /// What the link back says.
    let label: String
    /// What stands for it in the text: "2", "!".
    let sign: String
  }

  /// For each block its marks, in the order made.
  private(set) var byBlock: [[Mark]]
  private var count = 0

  /// Linear in the evidence, times the marks of a block.
  init(_ report: Report) {
    byBlock = Array(repeating: [], count: report.document.blocks.count)
    for (number, criterion) in report.result.criteria.enumerated() {
      let sign = String(number + 1)
      for requirement in criterion.requirements {
        for evidence in requirement.evidence {
          add(evidence, .supports, "c-" + criterion.id, "Evidence for " + criterion.title, sign)
        }
        for evidence in requirement.counterEvidence {
          add(evidence, .against, "c-" + criterion.id, "Speaks against " + criterion.title, sign)
        }
      }
    }
    for mistake in report.result.mistakesFound {
      for evidence in mistake.evidence {
        add(evidence, .mistake, "m-" + mistake.id, "Mistake: " + mistake.title, "!")
      }
    }
  }

  private mutating func add(
    _ evidence: Evidence, _ sense: Sense, _ target: String, _ label: String, _ sign: String
  ) {
    guard byBlock.indices.contains(evidence.block),
      number(of: evidence, target) == nil
    else { return }
    count += 1
    byBlock[evidence.block].append(
      Mark(number: count, span: evidence.span, sense: sense, target: target, label: label, sign: sign))
  }

  /// The number of the mark that a criterion or mistake made of some evidence.
  func number(of evidence: Evidence, _ target: String) -> Int? {
    guard byBlock.indices.contains(evidence.block) else { return nil }
    return byBlock[evidence.block].first { $0.span == evidence.span && $0.target == target }?.number
  }
}
