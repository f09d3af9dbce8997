extension Capability {
  static let speakers = [
    Capability(
      "the learner's own", "`own`", in: "clause \"changed\", own", "I changed it.", "She changed it."),
    Capability(
      "somebody else's", "`other`", in: "clause \"changed\", other", "She changed it.", "I changed it."),
    Capability(
      "in general", "`general`", in: "clause \"changes\", general", "A good agent changes.", "She changes it."
    ),
    Capability(
      "by clause", "clause", in: "clause \"told\", own", "He showed me the screen, and I told Jo.",
      "I saw the screen, and he told Jo."),
    Capability(
      "wished for", "`aspiration`", in: "clause \"team leader\", aspiration or stronger",
      "I want to be a team leader.", "A team leader."),
    Capability(
      "planned", "`plan`", in: "clause \"practise\", plan", "I will practise in May 2026.", "I practise."),
    Capability(
      "done", "`done`", in: "clause \"changed\", done or stronger", "I changed the date.",
      "I will have changed the date."),
    Capability(
      "up to a strength", "or weaker", in: "clause \"change\", plan or weaker", "I want to change the date.",
      "I changed the date."),
    Capability(
      "a result", "`result`", in: "sentence \"quality\", result or stronger",
      "As a result my quality improved.", "I looked at my quality."),
    Capability(
      "a result with data", "`result-with-data`", in: "sentence \"quality\", result-with-data or stronger",
      "My quality improved from 72% to 85%.", "My quality improved."),
    Capability(
      "denied", "`negated`", in: "clause \"changed\", negated", "I have not changed it.", "I changed it."),
    Capability(
      "only supposed", "`hypothetical`", in: "sentence \"changed\", hypothetical",
      "If I changed it, I would say so.", "I changed it."),
    Capability(
      "asked", "`asked`", in: "sentence \"changed\", asked", "I stood there. Have I changed it? I wondered.",
      "I changed it."),
    Capability(
      "not asked", "`not asked`", in: "sentence \"changed\", not asked", "I changed it.",
      "I stood there. Have I changed it? I wondered."
    ),
    Capability(
      "by a column's role", "`in an objective or activity column`",
      in: "block \"quality\", in an objective column", "| Objective | Note |\n|---|---|\n| quality | so |\n",
      "| Objective | Note |\n|---|---|\n| wrap-up | quality |\n"),
    Capability(
      "by a heading", "`in a section headed <helper>`",
      in: "block \"quality\", in a section headed <review-word>", "# Review\n\nMy quality.\n",
      "# Other things\n\nMy quality.\n"),
    Capability(
      "by form", "`in a table`", in: "block \"quality\", outside tables", "My quality.",
      "| One | Two |\n|---|---|\n| quality | so |\n"),
    Capability(
      "inside a passage of that name", "`in a look-back`", in: "block \"quality\", in a look-back",
      "**3 May 2026.** My quality.", "My quality."),
  ]

  static let passages = [
    Capability(
      "begun by a date", "starts at   <date:month>", "", "look-back", "**3 May 2026.** It went well.\n",
      "It went well.\n"),
    Capability(
      "begun by a label", "or label <review-word>", "", "look-back", "**Review:** it went well.\n",
      "It was so: well.\n"),
    Capability(
      "begun by a heading in the learner's words", "or label <review-word>", "", "look-back",
      "# Review of my plan\n\nIt went well.\n", "# What I think\n\nIt went well.\n"),
    Capability(
      "rows of a table", "or a row of a table with a review column",
      "passage entry\n  starts at a row of a table with a review column\n", "at least 2 entry",
      "| Review |\n|---|\n| It went well. |\n| It went badly. |\n", "| Review |\n|---|\n| It went well. |\n"),
    Capability(
      "a topic until the next", "or a sentence opening with <date>",
      "words stage\n  first, next\npassage entry\n  starts at a sentence opening with <stage>\nindicator seen\n  passage \"calls\" with \"letters\" in the same passage\n",
      "seen", "First I take calls. Then letters. Next I rest.",
      "First I take calls. Next I rest. Then letters."),
    Capability(
      "lasts until the next start", "`next start`",
      "passage entry\n  starts at <date:month>\n  lasts until next start\nindicator seen\n  passage \"calls\", in an entry\n",
      "seen", "3 May 2026: so.\n\n# Two\n\nMy calls.\n", "My calls.\n\n3 May 2026: so.\n"),
    Capability(
      "lasts until the end of its block", "`end of block`",
      "passage entry\n  starts at <date:month>\n  lasts until end of block\nindicator seen\n  passage \"calls\", in an entry\n",
      "seen", "3 May 2026: my calls.", "3 May 2026: so.\n\nMy calls.\n"),
    Capability(
      "only some count", "counts when <figure> or \"went well\"",
      "passage entry\n  starts at <date:month>\n  counts when <figure>\n", "entry",
      "**3 May 2026.** It is 85%.\n", "**3 May 2026.** It is good.\n"),
  ]
}
