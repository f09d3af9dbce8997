/// Commands for whole cohorts.
extension CommandTable {
  /// In the order of the help page.
  static let moderation = [batch, worker, merge, agree, sample, similar, decide, audit]

  static let batch = CommandSpecification(
    path: ["batch"],
    abstract:
      "Marks a whole cohort: folders, ZIP files, downloads of Moodle, Canvas and Blackboard, manifests.",
    discussion: [
      """
      Worker processes mark; one that crashes, hangs or takes too much memory costs one file, which is tried once more \
      and then put aside with the reason. Results are kept as they come in a store in the folder: the same command goes on \
      where it was stopped, and marks again only what has changed, or whose rules have. The outputs are the same bytes \
      however many workers there are.
      """,
      """
      Into the folder go results.jsonl, results.csv, cohort.html and a report for each submission. A manifest is a CSV \
      file with the column file and, where known, learner, unit, assessor, cohort, location, method and submitted.
      """,
      """
      With Moodle's grading worksheet, a copy of it with feedback comments (and only with --grades proposals as grades) \
      and moodle-feedback.zip are written, both for upload. Nothing else in the worksheet changes.
      """,
    ],
    operands: [
      OperandSpecification(
        name: "INPUT", kind: .file, help: "A folder, a ZIP file, a manifest (.csv) or a submission.",
        isRepeated: true)
    ],
    options: [
      OptionSpecification(
        name: .unit, letter: "u", value: .unit, valueName: "ID",
        help: "The unit, where a manifest does not say; without it each file's is worked out as 'check' does."
      ),
      OptionSpecification(
        name: .output, letter: "o", value: .text, valueName: "FOLDER", help: "Where everything is written."),
      OptionSpecification(
        name: .jobs, letter: "j", value: .text, valueName: "N",
        help: "Workers at once; as many as there are processors where it is not given."),
      OptionSpecification(
        name: .audience, letter: "a", value: .oneOf(["learner", "assessor", "both", "none"]),
        valueName: "READER", help: "For whom a page is written for each submission.", standard: "learner"),
      OptionSpecification(
        name: .worksheet, value: .text, valueName: "GRADES.csv", help: "Moodle's grading worksheet."),
      OptionSpecification(
        name: .grades, value: .none,
        help: "Fill in grades too: the scale's last word where every criterion looks met, else its first."),
      OptionSpecification(
        name: .pseudonyms, value: .none,
        help: "Keep names out: numbers for learners, and names and numbers masked in every quotation."),
      OptionSpecification(
        name: .requests, value: .none,
        help: "Mark nothing: print the requests for 'premark worker', a line each, for a cluster to answer."),
      OptionSpecification(
        name: .retry, value: .none, help: "Try files again over which workers were lost."),
      rulesFolder,
      OptionSpecification(
        name: .submitted, value: .date, valueName: "DATE",
        help: "The day the work was handed in, where a manifest does not say."),
      OptionSpecification(
        name: .timeout, value: .text, valueName: "SECONDS", help: "Longest time for one file.", standard: "60"
      ),
      OptionSpecification(
        name: .memory, value: .text, valueName: "MB", help: "Most address space of a worker.",
        standard: "1024"),
      OptionSpecification(
        name: .worker, value: .text, valueName: "COMMAND",
        help:
          "A command line that works like 'premark worker', for the shell: in a container, on another machine."
      ),
      help,
    ],
    examples: [
      (
        "premark batch PDP-4711.zip -u personal-growth -o cohort",
        "what Moodle calls 'Download all submissions'"
      ),
      ("premark batch manifest.csv -o cohort --jobs 4", "units, assessors and groups from a list"),
      (
        "premark batch PDP.zip -u personal-growth -o cohort --worksheet Grades-PDP.csv",
        "comments and feedback files to upload"
      ),
    ],
    exitCodes: [(2, "a file could not be marked, or something could not be read or written")])

  static let worker = CommandSpecification(
    path: ["worker"],
    abstract:
      "Answers a request a line with a result a line: what 'batch' starts, and what a cluster can run.",
    discussion: [
      """
      A request is the path of a file, or a JSON object: {"file": "plan.docx", "unit": "personal-growth", "submitted": \
      "2026-04-30", "submission": {"id": "4821/plan.docx", "learner": "…", "assessor": "…", "cohort": "…"}}. All but \
      file may be left out; submission comes back in the result. A line is always answered by one line, also where the \
      file cannot be read.
      """
    ],
    options: [
      OptionSpecification(
        name: .unit, letter: "u", value: .unit, valueName: "ID", help: "The unit, where a request names none."
      ),
      OptionSpecification(
        name: .submitted, value: .date, valueName: "DATE",
        help: "The day the work was handed in, where a request names none."),
      OptionSpecification(
        name: .learner, value: .text, valueName: "NAME", help: "The learner's name, where a request has none."
      ),
      rulesFolder, help,
    ],
    examples: [
      ("ls cohort/*.docx | premark worker -u personal-growth > results.jsonl", "a result a line"),
      (
        "parallel --pipe -N 200 premark worker < requests.jsonl > results.jsonl",
        "what 'premark batch --requests' printed, with GNU parallel"
      ),
    ],
    exitCodes: [(2, "a rule file is wrong, or standard input cannot be read")])

  static let merge = CommandSpecification(
    path: ["merge"],
    abstract: "Puts the results of several runs together, as if one machine had marked everything.",
    discussion: [
      """
      Writes results.jsonl, results.csv and cohort.html. Results are told apart by their submission's id, else by the \
      file's name; their order in the files does not matter.
      """
    ],
    operands: [
      OperandSpecification(
        name: "RESULTS", kind: .file, help: "Results as JSON lines, or a folder that 'premark batch' wrote.",
        isRepeated: true)
    ],
    options: [
      OptionSpecification(
        name: .output, letter: "o", value: .text, valueName: "FOLDER", help: "Where everything is written."),
      help,
    ],
    examples: [("premark merge part-*.jsonl -o cohort", "what the tasks of a cluster wrote")],
    exitCodes: [(2, "a file could not be read, or results contradict each other")])

  static let agree = CommandSpecification(
    path: ["agree"],
    abstract: "Compares Premark with assessors and moderators: agreement, bias, what drives differences.",
    discussion: [
      """
      MARKS are the records that assessors' pages save, or CSV files; without any, the decisions that 'premark decide' \
      took into the folder's store. A CSV file has a row for each decision with the columns file (or submission), criterion and decision; assessor, role \
      (assessor or moderator) and date where they are known. A file is named as in the results, with or without its \
      ending. Decisions may be written as met, partly and not-met or in an assessor's words (achieved, NYA).
      """,
      """
      By unit, criterion and assessor: exact and adjacent agreement, Cohen's kappa with an interval, Krippendorff's \
      alpha, Gwet's AC1 and AC2; each assessor's bias and drift over time; the rules that drive disagreement.
      """,
    ],
    operands: [
      results,
      OperandSpecification(
        name: "MARKS", kind: .file, help: "What people decided: CSV, or JSON records.", isOptional: true,
        isRepeated: true),
    ],
    options: [
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "json"]), valueName: "FORMAT",
        help: "How it is written. JSON is one object with every figure unrounded.", standard: "text"),
      plain, help,
    ],
    examples: [
      ("premark agree results.jsonl marks.csv", "what to talk about at the standardisation meeting"),
      ("premark agree cohort -f json", "the decisions in a batch's store; every figure, for a program"),
    ],
    exitCodes: [(2, "a file could not be read, or holds rows that cannot be used")])
}

extension CommandTable {
  static let sample = CommandSpecification(
    path: ["sample"],
    abstract: "Plans which submissions a moderator samples, and says why each.",
    discussion: [
      """
      Spread comes first: every assessor, method, unit, group and location is touched. Then camera gives three places by \
      risk and two by lot, and so on; risk gives all by risk. Risk is: could not be marked, a new assessor, past \
      disagreement, shared text, criteria to confirm or partly met. The same seed gives the same plan everywhere. The \
      plan says how likely a sample of its size is to hold a wrong decision.
      """
    ],
    operands: [results],
    options: [
      OptionSpecification(
        name: .strategy, letter: "s", value: .oneOf(["camera", "risk", "random"]), valueName: "STRATEGY",
        help: "How submissions are chosen.", standard: "camera"),
      OptionSpecification(
        name: .rate, value: .text, valueName: "PERCENT", help: "How many in a hundred.", standard: "10"),
      OptionSpecification(
        name: .size, letter: "n", value: .text, valueName: "N", help: "How many, instead of a rate."),
      OptionSpecification(
        name: .seed, value: .text, valueName: "WORD", help: "What lots are drawn from.", standard: "1"),
      OptionSpecification(
        name: .newAssessors, value: .text, valueName: "NAMES", help: "Assessors who are new, between commas."),
      OptionSpecification(
        name: .marks, value: .text, valueName: "MARKS",
        help:
          "Decisions of assessors and moderators, as 'agree' takes them: past disagreement. Else those of the store."
      ),
      OptionSpecification(
        name: .similar, value: .text, valueName: "PAIRS.csv", help: "What 'similar --format csv' wrote."),
      OptionSpecification(
        name: .stage, value: .oneOf(["F", "I", "S"]), valueName: "STAGE",
        help: "Formative, interim or summative, for the plan's column.", standard: "S"),
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "csv", "html"]), valueName: "FORMAT",
        help: "How it is written: CSV to work in, HTML to print.", standard: "text"),
      OptionSpecification(
        name: .output, letter: "o", value: .text, valueName: "FILE", help: "Write it to a file."),
      plain, help,
    ],
    examples: [
      ("premark sample cohort --rate 20 --new-assessors 'Kim Hale' -f csv -o plan.csv", "a plan to work in"),
      ("premark sample cohort -n 12 --seed 2026-03 -f html -o plan.html", "a plan to print and sign"),
    ],
    exitCodes: [(2, "a file could not be read or written")])

  static let similar = CommandSpecification(
    path: ["similar"],
    abstract: "Shows text that submissions share, side by side. It judges nobody.",
    discussion: [
      """
      Wording of the units and their rules, of --template, and whatever more than 12 submissions have is left out. \
      Shared stretches of 10 words and more are always found, of fewer than 6 never (winnowing); pairs are told from 25 \
      words on. The files of a batch must still lie where it found them; those of other results are found in --files \
      by their digest, whatever they are called.
      """
    ],
    operands: [results],
    options: [
      OptionSpecification(
        name: .files, value: .text, valueName: "PATH",
        help:
          "The submissions: a folder, a ZIP file or a manifest. Needed where RESULTS is no batch's folder."),
      OptionSpecification(
        name: .template, value: .text, valueName: "FILE", help: "The form that learners were given."),
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "csv", "html"]), valueName: "FORMAT",
        help: "How it is written. CSV has a row for each pair.", standard: "text"),
      OptionSpecification(
        name: .output, letter: "o", value: .text, valueName: "FILE", help: "Write it to a file."),
      rulesFolder, plain, help,
    ],
    examples: [
      ("premark similar cohort --template pdp-form.docx -f html -o shared.html", "for the moderator alone"),
      ("premark similar merged --files PDP-4711.zip", "results that a cluster made"),
    ],
    exitCodes: [(2, "a file could not be read or written")])

  static let decide = CommandSpecification(
    path: ["decide"],
    abstract: "Takes people's decisions into the store of a batch, for good.",
    discussion: [
      """
      A decision is a CSV row (file, criterion, decision, assessor, and where known role, date and reason) or the record \
      that the assessor's page saves as JSON. Nothing is overwritten: a later decision on the same criterion holds, the \
      earlier one stays in the audit. Decisions belong to the file's bytes and outlive every new run. They stand in \
      results.csv and cohort.html, which are written anew, and 'agree' and 'sample' know them.
      """
    ],
    operands: [
      batchFolder,
      OperandSpecification(
        name: "DECISIONS", kind: .file, help: "A CSV file, or a JSON record.", isRepeated: true),
    ],
    options: [help],
    examples: [("premark decide cohort records/*.json", "what assessors saved from their pages")],
    exitCodes: [(2, "a file could not be read, or holds decisions that cannot be used")])

  static let audit = CommandSpecification(
    path: ["audit"],
    abstract:
      "Lists who decided what, when, and under which rules; or makes every result again and compares.",
    operands: [batchFolder],
    options: [
      OptionSpecification(
        name: .verify, value: .none,
        help: "Mark every submission again and compare the bytes; what differs is named with the reason."),
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "csv"]), valueName: "FORMAT",
        help: "How decisions are written.", standard: "text"),
      rulesFolder, plain, help,
    ],
    examples: [
      ("premark audit cohort -f csv > decisions.csv", "for the file of the qualification"),
      ("premark audit cohort --verify", "that the stored results are what the rules say"),
    ],
    exitCodes: [(1, "a result came out otherwise"), (2, "the store cannot be read")])

  static let batchFolder = OperandSpecification(
    name: "FOLDER", kind: .file, help: "The folder that 'premark batch' wrote.")
  static let results = OperandSpecification(
    name: "RESULTS", kind: .file, help: "Results as JSON lines, or the folder that 'premark batch' wrote.")
}
