/// All commands of `premark`.
enum CommandTable {
  static let root = CommandSpecification(
    path: [],
    abstract: "Pre-marks written evidence against the marking points of a vocational unit.",
    discussion: [
      """
      Premark reads a learner's submission, says criterion by criterion what it found and where, what is missing and \
      what to do next. It proposes by fixed rules; a named person decides.
      """
    ],
    options: [version, help],
    subcommands: [check, progress, explain, inspect, text, units, rules] + moderation + [
      completions, helpCommand,
    ],
    examples: [
      ("premark check plan.docx --unit personal-growth", "what a learner should know before handing in"),
      (
        "premark check *.docx --unit personal-growth --audience assessor",
        "what an assessor should know before marking"
      ),
    ],
    exitCodes: fileCodes)

  static let check = CommandSpecification(
    path: ["check"],
    abstract: "Checks submissions against a unit: decisions, evidence, what is missing and the next step.",
    discussion: [
      """
      Reads Word documents (.docx), OpenDocument text (.odt), Rich Text, web pages, Markdown, plain text and, where \
      pdftotext is installed, PDF; what a file is, is decided by its content. Several files end with a summary table. Results go to standard output, messages to standard error.
      """
    ],
    operands: [files],
    options: [
      OptionSpecification(
        name: .unit, letter: "u", value: .unit, valueName: "ID",
        help: """
          The unit to check against; 'premark units' lists them. Without it each file's unit is worked out from its \
          title or from the unit's own wording, where that is certain.
          """),
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "json", "markdown", "html"]), valueName: "FORMAT",
        help: "How results are written. JSON is one object a line; HTML is one page for one file.",
        standard: "text"),
      OptionSpecification(
        name: .output, letter: "o", value: .text, valueName: "PATH",
        help: "Write to this file; for HTML of several files, a page each in this folder."),
      OptionSpecification(
        name: .audience, letter: "a", value: .oneOf(["learner", "assessor"]), valueName: "READER",
        help:
          "Whom the report speaks to. Assessors see marking points, states of requirements, items and questions too.",
        standard: "learner"),
      OptionSpecification(
        name: .annotate, value: .text, valueName: "PATH",
        help: """
          Write the submitted Word document to this file with the decisions, gaps and mistakes as Word comments and \
          nothing else changed; for several files, each to this folder.
          """),
      OptionSpecification(
        name: .open, value: .none, help: "Show the HTML page in the browser once it is written."),
      rulesFolder,
      OptionSpecification(
        name: .submitted, value: .date, valueName: "DATE",
        help: "The day the work was handed in, as 2026-04-30: settles dates without a year."),
      OptionSpecification(
        name: .learner, value: .text, valueName: "NAME",
        help: "The learner's name, where the document does not say whose it is."),
      OptionSpecification(
        name: .failOn, value: .oneOf(["partly", "not-met"]), valueName: "LEVEL",
        help: "Exit with 1 where any criterion comes to this level or below."),
      plain, help,
    ],
    examples: [
      ("premark check plan.docx --unit personal-growth", "a learner's report on the terminal"),
      (
        "premark check cohort/*.docx -u personal-growth -f json > results.jsonl",
        "one JSON object for each file"
      ),
      (
        "premark check plan.docx -u personal-growth -f html -o report.html",
        "a page with the submission beside the decisions"
      ),
      (
        "premark check plan.docx -u personal-growth --annotate plan-commented.docx",
        "your own document with comments in it"
      ),
      ("premark check - --unit personal-growth < plan.md", "a submission from standard input"),
    ],
    exitCodes: [(1, "--fail-on was reached")] + fileCodes)

  static let progress = CommandSpecification(
    path: ["progress"],
    abstract: "Compares two versions of a submission: evidence gained and lost, criterion by criterion.",
    discussion: [
      """
      Both versions are marked by the same rules. A passage that only moved is neither gained nor lost; one that was \
      rewritten is both. Without --unit the unit is worked out from the later version.
      """
    ],
    operands: [
      OperandSpecification(name: "EARLIER", kind: .file, help: "The version before."),
      OperandSpecification(name: "LATER", kind: .file, help: "The version now."),
    ],
    options: [
      OptionSpecification(
        name: .unit, letter: "u", value: .unit, valueName: "ID",
        help: "The unit to check against; 'premark units' lists them."),
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "json", "html"]), valueName: "FORMAT",
        help: "How it is written. JSON is one object; HTML is one page.", standard: "text"),
      OptionSpecification(
        name: .output, letter: "o", value: .text, valueName: "FILE", help: "Write it to a file."),
      rulesFolder,
      OptionSpecification(
        name: .submitted, value: .date, valueName: "DATE",
        help: "The day the work was handed in, as 2026-04-30: settles dates without a year."),
      OptionSpecification(name: .learner, value: .text, valueName: "NAME", help: "The learner's name."),
      plain, help,
    ],
    examples: [
      ("premark progress draft.docx plan.docx --unit personal-growth", "what the second version added"),
      ("premark progress draft.docx plan.docx -f html -o progress.html", "the same as a page"),
    ],
    exitCodes: fileCodes)

  static let explain = CommandSpecification(
    path: ["explain"],
    abstract: "Shows why: a unit's rules as trees, with what each part came to in a submission.",
    discussion: [
      """
      Each requirement's lines are drawn as the tree that was asked. Every node says held, near or absent, quotes the \
      words it rests on and where they stand; what is near says which part failed: one too few, only planned, both \
      there but not in one sentence. Ways of a rule that are not needed, or of which nothing is there, are counted.
      """
    ],
    operands: [file],
    options: [
      OptionSpecification(
        name: .unit, letter: "u", value: .unit, valueName: "ID",
        help: "The unit to explain; 'premark units' lists them."),
      OptionSpecification(
        name: .criterion, letter: "c", value: .text, valueName: "ID",
        help: "Only this criterion; all where none is named."),
      OptionSpecification(
        name: .all, value: .none, help: "Draw every way of every rule, also those on which nothing depends."),
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "json"]), valueName: "FORMAT",
        help: "How it is written. JSON is one object.", standard: "text"),
      rulesFolder,
      OptionSpecification(
        name: .submitted, value: .date, valueName: "DATE",
        help: "The day the work was handed in, as 2026-04-30: settles dates without a year."),
      OptionSpecification(name: .learner, value: .text, valueName: "NAME", help: "The learner's name."),
      plain, help,
    ],
    examples: [
      (
        "premark explain plan.docx --unit personal-growth --criterion smart-objectives",
        "why this criterion came out as it did"
      ),
      ("premark explain plan.docx -u personal-growth -f json", "the same for a program"),
    ],
    exitCodes: fileCodes)

  static let inspect = CommandSpecification(
    path: ["inspect"],
    abstract: "Shows what was read and noticed in a file, before any rule.",
    discussion: [
      """
      Blocks with their kind, section and role; sentences and clauses with who speaks and how far the claim goes; what \
      is negated or only supposed; dates, figures and people. For finding out why a rule did or did not see something.
      """
    ],
    operands: [file],
    options: [
      OptionSpecification(
        name: .format, letter: "f", value: .oneOf(["text", "json"]), valueName: "FORMAT",
        help: "How it is written.", standard: "text"),
      rulesFolder,
      OptionSpecification(
        name: .submitted, value: .date, valueName: "DATE",
        help: "The day the work was handed in, as 2026-04-30: settles dates without a year."),
      OptionSpecification(name: .learner, value: .text, valueName: "NAME", help: "The learner's name."),
      plain, help,
    ],
    examples: [
      ("premark inspect plan.docx", "blocks, roles, claims and entities, readable"),
      ("premark inspect plan.docx --format json", "the same for a program"),
    ],
    exitCodes: fileCodes)

  static let text = CommandSpecification(
    path: ["text"],
    abstract: "Prints what a reader of the page sees, in reading order.",
    discussion: [
      "Notes and text boxes are in; hidden text, comments and deletions are not. Cells of a row are apart by tabs."
    ],
    operands: [file], options: [help],
    examples: [("premark text plan.docx | wc -w", "how many words there are")],
    exitCodes: fileCodes)

  static let units = CommandSpecification(
    path: ["units"],
    abstract: "Lists the units there are rules for, or writes them for other systems.",
    discussion: [
      """
      With --export a unit becomes a framework: case is a package of 1EdTech CASE 1.1 (unit, outcomes, criteria, and a \
      rubric with the marking points), moodle a competency framework for Moodle's CSV import, mahara a SmartEvidence \
      framework. The same unit gives the same identifiers, always.
      """
    ],
    options: [
      OptionSpecification(
        name: .export, letter: "e", value: .oneOf(UnitExport.allCases.map(\.rawValue)), valueName: "FORMAT",
        help: "Write units in the format of another system instead of listing them."),
      OptionSpecification(
        name: .unit, letter: "u", value: .unit, valueName: "ID",
        help: "The unit to export; a file each is written for all of them where '--output' is a folder."),
      OptionSpecification(
        name: .output, letter: "o", value: .text, valueName: "PATH",
        help: "Write to this file; without '--unit', a file for each unit in this folder."),
      OptionSpecification(
        name: .changed, value: .date, valueName: "DATE",
        help: "The day a CASE package says it last changed.", standard: UnitExport.standardDay),
      OptionSpecification(
        name: .base, value: .text, valueName: "URL",
        help: "Where your CASE server answers: the beginning of every address in a package.",
        standard: UnitExport.standardBase),
      rulesFolder, plain, help,
    ],
    examples: [
      ("premark units --export moodle --unit personal-growth > framework.csv", "for Moodle's competencies"),
      ("premark units --export case --output packages", "a CASE package for each unit"),
    ],
    exitCodes: [(2, "a rule file is wrong, or a file could not be written")])

  static let rules = CommandSpecification(
    path: ["rules"],
    abstract: "Works on the rules that decisions are made by.",
    options: [help],
    subcommands: [
      CommandSpecification(
        path: ["rules", "check"],
        abstract: "Checks rule files and prints every problem with its place.",
        operands: [someUnits], options: [rulesFolder, plain, help],
        examples: [("premark rules check --rules Rules", "checks the files of a folder, not those built in")],
        exitCodes: [(2, "a rule file is wrong")]),
      CommandSpecification(
        path: ["rules", "test"],
        abstract: "Runs the examples of the rules and the example submissions.",
        discussion: [
          """
          Every 'accept' and 'reject' of a unit's rules is run, and every submission in its folder 'examples' is marked \
          and compared with the decisions that the file 'examples/expected' says.
          """
        ],
        operands: [someUnits],
        options: [
          OptionSpecification(
            name: .coverage, value: .none,
            help: "Name every branch that no example reaches, and how it never comes out."),
          OptionSpecification(
            name: .junit, value: .text, valueName: "FILE",
            help: "Write the outcome of every example as JUnit XML as well; '-' is standard output."),
          rulesFolder, plain, help,
        ],
        examples: [
          ("premark rules test personal-growth --rules Rules", "tests one unit of a folder"),
          ("premark rules test --coverage", "what no example tries yet"),
        ],
        exitCodes: [(1, "an example came out otherwise"), (2, "a rule file is wrong")]),
      CommandSpecification(
        path: ["rules", "list"],
        abstract: "Lists what the rules of a unit hold: criteria, mistakes, indicators, items, word lists.",
        operands: [someUnits], options: [rulesFolder, plain, help],
        examples: [("premark rules list personal-growth", "every name a rule of that unit may use")],
        exitCodes: [(2, "a rule file is wrong")]),
      CommandSpecification(
        path: ["rules", "new"],
        abstract: "Begins the rules of a unit: a small one that works, with what each line means.",
        discussion: [
          """
          Prints a rule file; with '--rules DIR' it writes DIR/UNIT/unit.rules with an example submission beside it, and \
          never over a file that is there.
          """
        ],
        operands: [
          OperandSpecification(
            name: "UNIT", kind: .file, help: "The new unit's id: small letters, digits and '-'.")
        ],
        options: [newFolder, plain, help],
        examples: [("premark rules new telephone-manner --rules Rules", "Rules/telephone-manner/unit.rules")],
        exitCodes: [(2, "it is there already, or cannot be written")]),
      CommandSpecification(
        path: ["rules", "mutate"],
        abstract: "Weakens each clause of the rules in turn and says which change no example notices.",
        discussion: [
          """
          A part or a filter is dropped, a count lowered, an alternative or an exception left out; then every example \
          and example submission that could tell is run again. A change that none notices is a clause that nothing \
          tests: add an example that needs it, or leave the clause out.
          """
        ],
        operands: [someUnits],
        options: [
          OptionSpecification(
            name: .rule, value: .text, valueName: "ID",
            help: "Only this indicator, item, passage, criterion or mistake."),
          rulesFolder, plain, help,
        ],
        examples: [("premark rules mutate personal-growth --rule learning-need", "one rule of a unit")],
        exitCodes: [(1, "examples fail before anything is changed"), (2, "a rule file is wrong")]),
      CommandSpecification(
        path: ["rules", "try"],
        abstract: "Tries a draft of rules on submissions that people have decided.",
        discussion: [
          """
          Says for each criterion and mistake how far rules and people agree (decisions alike, kappa with quadratic \
          weights), then every difference: what was missed and what was wrongly found, with the learner's words.
          """,
          """
          Labels are a JSON object with a member for each submission, named as its file without the ending: \
          {"plan-1": {"unit": "personal-growth", "criteria": {"smart-objectives": "met"}, "mistakes": \
          {"vague-objectives": false}}}. Of files that differ only in their ending the first is read.
          """,
        ],
        operands: [
          draftRules(
            "FILE.rules", "The draft; its vocabulary lies in ../vocabulary, in --rules DIR, or is built in."),
          marked,
        ],
        options: [
          OptionSpecification(
            name: .labels, value: .text, valueName: "LABELS.json", help: "What people decided."),
          workbenchFormat, rulesFolder, plain, help,
        ],
        examples: [
          ("premark rules try draft.rules cohort --labels cohort.json", "agreement, and every difference")
        ],
        exitCodes: fileCodes),
      CommandSpecification(
        path: ["rules", "compare"],
        abstract: "Shows every decision that a change of rules would flip.",
        discussion: [
          "Old and new evidence stand side by side. Nothing is judged: which is right is for people to say."
        ],
        operands: [
          draftRules("OLD", "The rules as they were."), draftRules("NEW", "The rules as they would be."),
          marked,
        ],
        options: [workbenchFormat, rulesFolder, plain, help],
        examples: [("premark rules compare old.rules new.rules cohort", "before a change goes live")],
        exitCodes: fileCodes),
      CommandSpecification(
        path: ["rules", "doc"],
        abstract:
          "Writes a readable page of a unit's rules: each marking point, what satisfies it, examples.",
        discussion: [
          """
          Marking points that nothing encodes, and rules that serve no requirement, stand at the top.
          """
        ],
        operands: [OperandSpecification(name: "UNIT", kind: .unit, help: "The unit.")],
        options: [
          OptionSpecification(
            name: .format, letter: "f", value: .oneOf(["markdown", "html"]), valueName: "FORMAT",
            help: "How it is written; HTML is one file that needs nothing else.", standard: "markdown"),
          OptionSpecification(
            name: .output, letter: "o", value: .text, valueName: "FILE", help: "Write it to a file."),
          rulesFolder, plain, help,
        ],
        examples: [
          (
            "premark rules doc personal-growth --format html -o personal-growth.html",
            "a page for the standardisation meeting"
          )
        ],
        exitCodes: [(2, "a rule file is wrong, or the page cannot be written")]),
      CommandSpecification(
        path: ["rules", "format"],
        abstract: "Lays rule files out in the one canonical way; what they say does not change.",
        operands: [
          OperandSpecification(
            name: "FILE", kind: .file,
            help: "A rule file, rewritten where it stands; '-' goes to standard output.",
            isRepeated: true)
        ],
        options: [
          OptionSpecification(
            name: .check, value: .none, help: "Rewrite nothing; name the files that are not formatted."),
          plain, help,
        ],
        examples: [("premark rules format --check Rules/*/unit.rules", "for a build server")],
        exitCodes: [
          (1, "with --check: a file is not formatted"), (2, "a file cannot be read, laid out or written"),
        ]),
    ])

  static let completions = CommandSpecification(
    path: ["completions"],
    abstract: "Prints a completion script for a shell.",
    operands: [
      OperandSpecification(name: "SHELL", kind: .oneOf(["bash", "zsh", "fish"]), help: "bash, zsh or fish.")
    ],
    options: [help],
    examples: [
      (
        "premark completions bash > ~/.local/share/bash-completion/completions/premark",
        "bash, from the next shell on"
      ),
      ("premark completions zsh > \"${fpath[1]}/_premark\"", "zsh"),
      ("premark completions fish > ~/.config/fish/completions/premark.fish", "fish"),
    ])

  static let helpCommand = CommandSpecification(
    path: ["help"], abstract: "Explains a command.",
    operands: [
      OperandSpecification(
        name: "COMMAND", kind: .command, help: "The command to explain.", isOptional: true, isRepeated: true)
    ],
    options: [help])
}

extension CommandTable {
  static let files = OperandSpecification(
    name: "FILE", kind: .file, help: "A submission; '-' is standard input.", isRepeated: true)
  static let file = OperandSpecification(
    name: "FILE", kind: .file, help: "The file to read; '-' is standard input.")
  static let someUnits = OperandSpecification(
    name: "UNIT", kind: .unit, help: "Units to look at; all where none is named.", isOptional: true,
    isRepeated: true)
  static let rulesFolder = OptionSpecification(
    name: .rules, value: .folder, valueName: "DIR",
    help: "A folder of rules (with 'vocabulary' and a folder for each unit) instead of those built in.")
  static let marked = OperandSpecification(
    name: "FOLDER", kind: .file, help: "The folder of submissions.")
  private static func draftRules(_ name: String, _ help: String) -> OperandSpecification {
    OperandSpecification(name: name, kind: .file, help: help)
  }
  static let workbenchFormat = OptionSpecification(
    name: .format, letter: "f", value: .oneOf(["text", "json"]), valueName: "FORMAT",
    help: "How it is written. JSON is one object.", standard: "text")
  static let newFolder = OptionSpecification(
    name: .rules, value: .folder, valueName: "DIR", help: "Write the unit into this folder of rules.")
  static let plain = OptionSpecification(
    name: .plain, value: .none, help: "No colour, and plain ASCII signs instead of symbols.")
  static let help = OptionSpecification(
    name: .help, letter: "h", value: .none, help: "Show this page.")
  static let version = OptionSpecification(
    name: .version, value: .none, help: "Show the version.")
  static let fileCodes = [(code: 2, meaning: "a file could not be read, or a rule file is wrong")]
}
