/// Commands for whole cohorts.
extension CommandTable {
  /// In the order of the help page.
  static let moderation = [agree]

  static let agree = CommandSpecification(
    path: ["agree"],
    abstract: "Compares Premark with assessors and moderators: agreement, bias, what drives differences.",
    discussion: [
      """
      MARKS.csv has a row for each decision with the columns file (or submission), criterion and decision; assessor, role \
      (assessor or moderator) and date where they are known. A file is named as in the results, with or without its \
      ending. Decisions may be written as met, partly and not-met or in an assessor's words (achieved, NYA).
      """,
      """
      By unit, criterion and assessor: exact and adjacent agreement, Cohen's kappa with an interval, Krippendorff's \
      alpha, Gwet's AC1 and AC2; each assessor's bias and drift over time; the rules that drive disagreement.
      """,
    ],
    operands: [
      results, OperandSpecification(name: "MARKS.csv", kind: .file, help: "What people decided."),
    ],
    options: [
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "json"]), valueName: "FORMAT",
        help: "How it is written. JSON is one object with every figure unrounded.", standard: "text"),
      plain, help,
    ],
    examples: [
      ("premark agree results.jsonl marks.csv", "what to talk about at the standardisation meeting"),
      ("premark agree cohort-out marks.csv -f json", "every figure, for a program"),
    ],
    exitCodes: [(2, "a file could not be read, or holds rows that cannot be used")])
}

extension CommandTable {
  static let results = OperandSpecification(
    name: "RESULTS", kind: .file, help: "Results as JSON lines, or the folder that 'premark batch' wrote.")
}
