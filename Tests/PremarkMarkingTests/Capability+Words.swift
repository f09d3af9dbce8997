extension Capability {
  static let phrases = [
    Capability(
      "matched by stem", "`coach call`", phrase: "coach call", "We coached calls.", "We coach in calls."),
    Capability("an exact word", "`=TL`", phrase: "=ready", "I am ready.", "It is about readiness."),
    Capability("a beginning", "`improv*`", phrase: "improv*", "An improvement came.", "It was approved."),
    Capability("any word", "`*`", phrase: "my * leader", "It was my new leader.", "It was my leader."),
    Capability(
      "a gap", "`...`", phrase: "sat ... headphones", "I sat near Jo with headphones.",
      "I sat. Headphones are good."),
    Capability(
      "a gap of up to n", "`...5`", phrase: "sat ...5 headphones", "I sat on a chair near the headphones.",
      "I sat on a new chair near the old headphones."),
    Capability("one of several", "`sit/sat`", phrase: "sit/sat with", "I sat with Jo.", "I stood with Jo."),
    Capability(
      "what may be missing", "`(down)`", phrase: "sat (down) with", "I sat with Jo.", "I sat up with Jo."),
    Capability(
      "a list in a phrase", "`<helper>`", phrase: "asked my <helper>", "I asked my buddy.", "I asked my cat."),
    Capability(
      "a group in a phrase", "`<helper:manager>`", phrase: "asked my <helper:manager>",
      "I asked my team leader.", "I asked my buddy."),
    Capability(
      "an entity in a phrase", "`<date>`", phrase: "by <date:month>", "It is due by 3 May 2026.",
      "It is due by 2026."),
    Capability(
      "a comma in a phrase", "`\"well, then\"`", phrase: "\"well, then\"", "So well then.", "So well."),
    Capability(
      "a misspelt long word", "misspelt", phrase: "compensation", "They paid compensaton.",
      "They paid a composition."),
    Capability(
      "lists that extend and trim others", "drops   group colleague",
      "words boss\n  extends helper\n  drops group colleague\n  owner: owner\nindicator seen\n  sentence <boss>\n",
      "seen", "The owner came.", "My buddy came."),
    Capability(
      "a phrase taken out of a list", "drops   TM",
      "words boss\n  extends helper\n  drops \"team leader\"\nindicator seen\n  sentence <boss>\n", "seen",
      "My line manager came.", "My team leader came."),
  ]

  static let nearness = [
    Capability(
      "any order", "<helper> and <date>", in: "sentence <helper> and <date>", "On 3 May 2026 my buddy came.",
      "My buddy came."),
    Capability(
      "the same clause", "clause", in: "clause <helper> with <money>", "My buddy paid £3.",
      "My buddy came, and I paid £3."),
    Capability(
      "the same sentence", "in the same sentence", in: "block <helper> with <money> in the same sentence",
      "My buddy came, and I paid £3.", "My buddy came. I paid £3."),
    Capability(
      "the same block", "in the same block", in: "section <helper> with <money> in the same block",
      "My buddy came. I paid £3.", "My buddy came.\n\nI paid £3."),
    Capability(
      "the same row", "in the same row", in: "row an objective column with <percentage> in the same row",
      "| Objective | Now |\n|---|---|\n| Be kind | 85% |\n",
      "| Objective | Now |\n|---|---|\n| Be kind | high |\n| | 85% |\n"),
    Capability(
      "the same passage", "passage,", in: "passage <helper> with <money> in the same passage",
      "**3 May 2026.** My buddy came.\n\nI paid £3.\n",
      "**3 May 2026.** My buddy came.\n\n**4 May 2026.** I paid £3.\n"),
    Capability(
      "the same section", "section", in: "document <helper> with <money> in the same section",
      "# One\n\nMy buddy came.\n\nI paid £3.\n", "# One\n\nMy buddy came.\n\n# Two\n\nI paid £3.\n"),
    Capability(
      "a section below another", "all that stands below it",
      in: "document <helper> with <money> in the same section",
      "# One\n\nMy buddy came.\n\n## More\n\nI paid £3.\n",
      "# One\n\nMy buddy came.\n\n# Two\n\n## More\n\nI paid £3.\n"),
    Capability(
      "the same document", "document", in: "document <helper> and <money>",
      "# One\n\nMy buddy came.\n\n# Two\n\nI paid £3.\n", "# One\n\nMy buddy came.\n"),
    Capability(
      "proximity", "<helper> within 5 words of <date>", in: "sentence <helper> within 5 words of <money>",
      "My buddy then paid £3.", "My buddy said that it was I who had paid £3."),
    Capability(
      "this order", "<helper> before <date>", in: "sentence <helper> before <money>", "My buddy paid £3.",
      "I paid £3 to my buddy."),
    Capability(
      "not", "<helper>, not <money>", in: "sentence <helper>, not <money>", "My buddy came.",
      "My buddy paid £3."),
    Capability(
      "either", "(<helper> or <person>), own, done or stronger", in: "clause (<helper> or <money>), own",
      "I paid £3.", "I came."),
    Capability(
      "words in quotes", "\"set (myself) a target\"", in: "clause \"set (myself) a target\"",
      "I set a target.", "I set a table."),
    Capability(
      "a label", "label <helper>", in: "block label <review-word>", "**Review:** it went well.",
      "The review went well."),
    Capability(
      "exceptions", "unless      sentence <other-trade-word>",
      in: "clause <helper>\n  unless sentence <money>", "My buddy came.", "My buddy came, and I paid £3."),
    Capability(
      "further alternatives", "or sentence", in: "clause <helper>\n  or sentence <money>", "I paid £3.",
      "I came."),
  ]

  static let values = [
    Capability("a date", "`date`", in: "clause <date>", "I came on 3 May 2026.", "I came in the morning."),
    Capability(
      "a date's precision", "`date:month`", in: "clause <date:month>", "I came in May 2026.",
      "I came in 2026."),
    Capability(
      "a run of days", "`date-range`", in: "clause <date-range>",
      "I was there from 3 May 2026 to 9 May 2026.", "I was there on 3 May 2026."),
    Capability(
      "a time limit", "`time-limit`", in: "clause <time-limit>", "I want it within six weeks.",
      "I want it soon."),
    Capability("a duration", "`duration`", in: "clause <duration>", "It took 6 minutes.", "It took ages."),
    Capability("a recurrence", "`recurrence`", in: "clause <recurrence>", "We meet every week.", "We met."),
    Capability(
      "a percentage", "`percentage`", in: "clause <percentage>", "I came to 85%.", "I came to 85 Park Road."),
    Capability("a score", "`score`", in: "clause <score>", "It was 4 out of 5.", "It was 4 of them."),
    Capability("money", "`money`", in: "clause <money>", "I paid £3.", "I paid."),
    Capability(
      "a number with its unit", "`count`", in: "clause <count>", "I took 40 calls.", "I took calls."),
    Capability("a number", "`number`", in: "clause <number>", "It was 7.", "It was good."),
    Capability(
      "a change", "`change`", in: "clause <change>", "My quality rose from 72% to 85%.", "My quality is 85%."),
    Capability(
      "its direction", "`change:up`", in: "clause <change:up>", "My quality rose from 72% to 85%.",
      "My quality fell from 85% to 72%."),
    Capability("a person", "`person`", in: "clause <person>", "I asked Sarah Jones.", "I asked."),
    Capability("a role", "`role`", in: "clause <role>", "I asked my team leader.", "I asked my cat."),
    Capability(
      "figures that measure nothing", "`reference`", in: "clause <reference>, not <count>",
      "My payroll number is 48213.", "I took 40 calls."),
    Capability(
      "any measure", "`figure`", in: "clause <figure>", "It took 6 minutes.", "My payroll number is 48213."),
    Capability(
      "a deadline", "`deadline`", in: "clause <deadline>", "I want it by 3 May 2026.", "I want it in the end."
    ),
  ]

  static let comparisons = [
    Capability(
      "a target better than a baseline", "<percentage> higher than <percentage>",
      in: "sentence <percentage> higher than <percentage>", "I am at 72% and want 85%.", "I am at 72%."),
    Capability(
      "better, whichever way it counts", "<change> better than <change>",
      in: "sentence <change> better than <change>", "My call length fell from 400 to 350 seconds.",
      "My call length rose from 350 to 400 seconds."),
    Capability(
      "a review after the plan's date", "<date> later than <date:day>",
      in: "block <date> later than <date:day>", "I wrote it on 3 May 2026. We looked on 9 June 2026.",
      "I wrote it on 3 May 2026. We looked too."),
    Capability(
      "better than in an earlier review", "of an earlier look-back",
      in: "passage <percentage> better than <percentage> of an earlier look-back",
      "**3 May 2026.** It is 72%.\n\n**9 June 2026.** It is 85%.\n",
      "**3 May 2026.** It is 85%.\n\n**9 June 2026.** It is 72%.\n"),
    Capability(
      "another value of the same KPI", "of another look-back about the same <helper>",
      in: "passage <percentage> other than <percentage> of another look-back about the same <measure>",
      "**3 May 2026.** Quality is 72%.\n\n**9 June 2026.** Call score is 85%.\n",
      "**3 May 2026.** Quality is 72%.\n\n**9 June 2026.** Wrap-up is 85%.\n"),
    Capability(
      "same KPI, same date, another value", "about the same <helper> and the same <date>",
      in: "block <percentage> other than <percentage> about the same <measure> and the same <date>",
      "On 3 May 2026 quality was 72%. On 3 May 2026 my call score was 85%.",
      "On 3 May 2026 quality was 72%. On 9 May 2026 my call score was 85%."),
    Capability(
      "this and that about the same thing", "in the same section about the same <helper>",
      in: "document \"target\" with \"reached\" in the same section about the same <measure>",
      "The target is quality.\n\nI reached a good call score.",
      "The target is quality.\n\nI reached a short wrap-up."),
  ]
}
