extension Capability {
  static let items = [
    Capability(
      "rows of a table", "rows of a table with an objective column", "", "at least 2 work-goal",
      "| Objective | By when |\n|---|---|\n| Be kind | May |\n| Be quick | June |\n",
      "| Thing | By when |\n|---|---|\n| Be kind | May |\n| Be quick | June |\n"),
    Capability(
      "a list", "a list with objective role", "", "at least 2 work-goal",
      "# My objectives\n\n- Be kind\n- Be quick\n", "# Shopping\n\n- Milk\n- Bread\n"),
    Capability(
      "a list under words", "a list under <goal-heading>", "item aim\n  from a list under <goal-heading>\n",
      "at least 2 aim", "My goals are:\n\n- Be kind\n- Be quick\n", "I buy:\n\n- Milk\n- Bread\n"),
    Capability(
      "paragraphs", "paragraphs with objective role", "item aim\n  from paragraphs with objective role\n",
      "at least 2 aim", "# Objectives\n\nBe kind at the desk.\n\nBe quick at the desk.\n",
      "# Weather\n\nRain at the desk.\n\nSun at the desk.\n"),
    Capability(
      "cells", "cells with objective role", "item aim\n  from cells with objective role\n", "at least 2 aim",
      "| Objective | By when |\n|---|---|\n| Be kind | May |\n| Be quick | June |\n",
      "| Objective | By when |\n|---|---|\n| Be kind | May |\n"),
    Capability(
      "passages", "passages look-back, <goal-heading>", "item aim\n  from passages look-back, \"kind\"\n",
      "aim", "**3 May 2026.** I was kind.\n", "**3 May 2026.** I was there.\n"),
    Capability(
      "labelled blocks", "blocks labelled <goal-heading>",
      "item aim\n  from blocks labelled <goal-heading>\n", "at least 2 aim",
      "**Goal:** be kind.\n\n**Goal:** be quick.\n", "**Goal:** be kind.\n\n**Rest:** be quick.\n"),
    Capability(
      "list items of some content", "list items, <goal-heading> with <deadline> in the same block",
      "item aim\n  from list items, <helper>\n", "at least 2 aim", "- Ask my buddy\n- Ask my team leader\n",
      "- Ask my buddy\n- Ask the cat\n"),
    Capability(
      "plain statements", "statements, \"my aim is\", plan or weaker", "", "at least 2 work-goal",
      "My aim is to be kind. My aim is to be quick.", "My aim is to be kind. I am quick."),
    Capability(
      "named parts of the same item", "at least 2 work-goal with measure and deadline", "",
      "at least 1 work-goal with measure and deadline", "My aim is 85% by 3 May 2026.",
      "My aim is 85%.\n\nMy aim is to be kind by 3 May 2026.\n"),
    Capability(
      "parts of any items", "at least 1 work-goal with measure, at least 1 work-goal with deadline", "",
      "at least 1 work-goal with measure, at least 1 work-goal with deadline",
      "My aim is 85%.\n\nMy aim is to be kind by 3 May 2026.\n", "My aim is 85%."),
    Capability(
      "only some count", "counts when   not asked",
      "item aim\n  from statements, \"my aim\"\n  counts when not asked\n", "aim", "My aim is to be kind.",
      "What is my aim?"),
  ]

  static let links = [
    Capability(
      "what names the item by number", "look-back for it", "", "at least 1 work-goal with look-back for it",
      "# Objectives\n\n- Be kind\n- Be quick\n\n# Log\n\n**3 May 2026.** Objective 2 is done.\n",
      "# Objectives\n\n- Be kind\n- Be quick\n\n# Log\n\n**3 May 2026.** It is done.\n"),
    Capability(
      "what is about its KPI", "known by      <trade-measure>", "",
      "at least 1 work-goal with look-back for it",
      "# Objectives\n\n- Better quality\n\n# Log\n\n**3 May 2026.** My call score is up.\n",
      "# Objectives\n\n- Better quality\n\n# Log\n\n**3 May 2026.** My wrap-up is short.\n"),
    Capability(
      "several that belong to it", "(at least 2 look-back for it)", "",
      "at least 1 work-goal with (at least 2 look-back for it)",
      "# Objectives\n\n- Better quality\n\n# Log\n\n**3 May 2026.** Quality is up.\n\n**9 June 2026.** Quality is up.\n",
      "# Objectives\n\n- Better quality\n\n# Log\n\n**3 May 2026.** Quality is up.\n\n**9 June 2026.** Wrap-up is up.\n"
    ),
    Capability(
      "objective, activity and review in a chain", "at least 1 work-goal with measure and look-back for it",
      "indicator practice\n  sentence \"practised\"\n",
      "most work-goal with practice for it and look-back for it",
      "# Objectives\n\n- Better quality\n\n# Log\n\nI practised quality with Jo.\n\n**3 May 2026.** Quality is up.\n",
      "# Objectives\n\n- Better quality\n\n# Log\n\nI practised my wrap-up with Jo.\n\n**3 May 2026.** Quality is up.\n"
    ),
  ]

  static let counting = [
    Capability(
      "at least n", "at least 2 work-goal", "", "at least 2 look-back",
      "**3 May 2026.** One.\n\n**9 June 2026.** Two.\n", "**3 May 2026.** One.\n"),
    Capability(
      "more than n", "more than 1 work-goal", "", "more than 1 look-back",
      "**3 May 2026.** One.\n\n**9 June 2026.** Two.\n", "**3 May 2026.** One.\n"),
    Capability(
      "fewer than n", "fewer than 3 look-back", "", "fewer than 2 look-back", "**3 May 2026.** One.\n",
      "**3 May 2026.** One.\n\n**9 June 2026.** Two.\n"),
    Capability(
      "at most n", "at most 2 look-back", "", "at most 1 look-back", "**3 May 2026.** One.\n",
      "**3 May 2026.** One.\n\n**9 June 2026.** Two.\n"),
    Capability(
      "exactly n", "exactly 1 look-back", "", "exactly 1 look-back", "**3 May 2026.** One.\n",
      "**3 May 2026.** One.\n\n**9 June 2026.** Two.\n"),
    Capability(
      "different by group", "at least 2 different <helper> by group", "",
      "at least 2 different <helper> by group", "I asked my buddy and my team leader.",
      "I asked my buddy and my team mate."),
    Capability(
      "different by word", "at least 2 different <helper> by word", "",
      "at least 2 different <helper> by word", "I asked my buddy and my team mate.",
      "I asked my buddy. My buddy knew."),
    Capability(
      "different by date", "at least 2 different look-back by date", "",
      "at least 2 different look-back by date", "**3 May 2026.** One.\n\n**9 June 2026.** Two.\n",
      "**3 May 2026.** One.\n\n**3 May 2026.** Two.\n"),
    Capability(
      "different by person", "at least 2 different <person> by person", "",
      "at least 2 different <person> by person", "I asked Sarah Jones. I asked Imran Khan.",
      "I asked Sarah Jones. Sarah Jones knew."),
    Capability(
      "counted in one stretch", "at least 2 different <helper> by group",
      in: "sentence at least 2 different <helper> by group", "I asked my buddy and my team leader.",
      "I asked my buddy. I asked my team leader."),
    Capability(
      "all", "all work-goal with measure", "", "all work-goal with measure", "My aim is 85%.",
      "My aim is 85%.\n\nMy aim is to be kind.\n"),
    Capability(
      "most", "most work-goal with measure", "", "most work-goal with measure",
      "My aim is 85%.\n\nMy aim is 90%.\n\nMy aim is to be kind.\n",
      "My aim is 85%.\n\nMy aim is to be kind.\n"),
    Capability(
      "half of", "half of the work-goal with measure", "", "half of the work-goal with measure",
      "My aim is 85%.\n\nMy aim is to be kind.\n", "My aim is to be quick.\n\nMy aim is to be kind.\n"),
    Capability(
      "none of", "none of the work-goal with deadline", "", "none of the work-goal with deadline",
      "My aim is 85%.", "My aim is 85% by 3 May 2026."),
    Capability(
      "spread over time", "at least 2 look-back with <date> over at least 6 weeks", "",
      "at least 2 look-back with <date> over at least 6 weeks",
      "**3 May 2026.** One.\n\n**9 July 2026.** Two.\n", "**3 May 2026.** One.\n\n**9 May 2026.** Two.\n"),
    Capability(
      "absence", "no changed-the-plan", "", "no look-back", "It went well.", "**3 May 2026.** It went well.\n"
    ),
    Capability(
      "not", "not (look-back or changed-the-plan)", "", "not (look-back or work-goal)", "It went well.",
      "My aim is 85%."),
    Capability(
      "either", "(asked-for-feedback or changed-the-plan), look-back", "", "work-goal or look-back",
      "My aim is 85%.", "It went well."),
    Capability(
      "more of this than of that", "<helper> outnumbers <trade-people>", "", "<helper> outnumbers <measure>",
      "My buddy and my team leader saw my quality.", "My buddy saw my quality and my wrap-up."),
    Capability(
      "a short text", "fewer than 150 words", "", "fewer than 30 words", "It went well.",
      "It went well on all of the days and nights, and on the days after."),
  ]

  /// A criterion with a first requirement for the aim and a second for the review.
  private static func criterion(_ decision: String, second: String = "requires reviewed", _ more: String = "")
    -> String
  {
    """
    criterion it
      title "It"
      because "it is asked for"
      requires aimed
        held if work-goal
        near if "perhaps"
        contradicted by "no aim at all"
        shown "You name {count} aims."
        missing "an aim"
        advice "Name an aim."
      \(second)
        held if look-back
        missing "a review"
        advice "Add a review."
      \(decision)
    \(more)
    """
  }

  static let recipes = [
    Capability(
      "at least two, each with a date", "at least 2 look-back with <date:day>", "",
      "at least 2 look-back with <date:day>", "**3 May 2026.** One.\n\n**9 June 2026.** Two.\n",
      "**3 May 2026.** One.\n\n**June 2026.** Two.\n"),
    Capability(
      "not only claimed", "sentence <figure> with \"improved\" in the same sentence, result or stronger",
      in: "sentence <figure> with \"improved\" in the same sentence, result or stronger",
      "My average improved from 72% to 85%.", "I want to have improved to 85%."),
    Capability(
      "for each objective", "most work-goal with look-back for it", "",
      "most work-goal with look-back for it",
      "# Objectives\n\n- Better quality\n\n# Log\n\n**3 May 2026.** My quality is up.\n",
      "# Objectives\n\n- Better quality\n- Shorter wrap-up\n\n# Log\n\n**3 May 2026.** My quality is up.\n"),
    Capability(
      "better than last time", "of an earlier look-back about the same <trade-measure>",
      in: "passage <percentage> better than <percentage> of an earlier look-back about the same <measure>",
      "**3 May 2026.** My quality is 72%.\n\n**7 June 2026.** My quality is 85%.\n",
      "**3 May 2026.** My quality is 72%.\n\n**7 June 2026.** My quality is 70%.\n"),
  ]

  static let decisions = [
    Capability(
      "all essential requirements", "met when all", criterion("met when all"), "",
      "My aim is 85%.\n\n**3 May 2026.** One.\n", "My aim is 85%.\n"),
    Capability(
      "n of m", "met when 1 of 1", criterion("met when 1 of 2"), "", "My aim is 85%.\n", "It is 85%.\n"),
    Capability(
      "a test of requirements", "requirement measurable is not held",
      criterion("met when requirement aimed is held, requirement reviewed is not held"), "",
      "My aim is 85%.\n", "My aim is 85%.\n\n**3 May 2026.** One.\n"),
    Capability(
      "supporting requirements do not decide", "requires reviewed supporting",
      criterion("met when all", second: "requires reviewed supporting"), "", "My aim is 85%.\n",
      "**3 May 2026.** One.\n"),
    Capability(
      "partly", "partly when any", criterion("partly when any"), "", "My aim is 85%.\n", "It is good.\n",
      says: "level partly"),
    Capability(
      "weights", "requires measurable weight 2",
      criterion("met when all", second: "requires reviewed weight 3"), "", "My aim is 85%.\n",
      "It is good.\n", says: "score 2500"),
    Capability(
      "near", "near if", criterion("met when all"), "", "Perhaps.\n", "Never.\n", says: "aimed near"),
    Capability(
      "contradicted", "contradicted by at least 2 work-goal with \"no measure\"", criterion("met when all"),
      "", "My aim is 85%. I have no aim at all.\n", "My aim is 85%.\n", says: "aimed contradicted"),
    Capability(
      "a person must look", "refer when requirement measurable is not held",
      criterion("refer when requirement aimed is not held says \"no aim was seen\""), "", "It is good.\n",
      "My aim is 85%.\n", says: "no aim was seen"),
    Capability(
      "a note to the assessor", "note     \"Ask for the plan", criterion("note \"Ask for the plan.\""), "",
      "It is good.\n", nil, says: "Ask for the plan."),
    Capability(
      "a neutral question", "question \"Which of your objectives", criterion("question \"Which aim?\""), "",
      "It is good.\n", nil, says: "Which aim?"),
    Capability(
      "praise with the next step", "praise   \"Add what you would", criterion("praise \"Go on so.\""), "",
      "My aim is 85%.\n\n**3 May 2026.** One.\n", "My aim is 85%.\n", says: "Go on so."),
    Capability(
      "a count in what is said", "{count}", criterion("met when all"), "",
      "My aim is 85%.\n\nMy aim is to be kind.\n", "My aim is 85%.\n", says: "You name 2 aims."),
    Capability(
      "what is missing", "missing \"a second time", criterion("met when all"), "", "My aim is 85%.\n",
      "**3 May 2026.** One.\n", says: "Still missing: a review."),
    Capability(
      "the unit does not apply", "applies unless <other-trade> outnumbers <trade-word>",
      criterion("met when 1 of 2"), "", "My aim is 85%.\n",
      "My aim is 85%. The ward, the care home and the resident.\n"),
    Capability(
      "the unit's own wording earns nothing", "wording        0a1b2c3d",
      "indicator linked\n  sentence \"objectives\"\n", "linked",
      "My objectives are two calls fewer and kinder letters.",
      "I set measurable objectives, linked to organisational targets."),
    Capability(
      "a mistake", "mistake never-reviewed major",
      criterion(
        "met when all",
        "mistake never major\n  title \"Never\"\n  when no look-back\n  says \"Nobody looked.\"\n"), "",
      "My aim is 85%.", "**3 May 2026.** One.\n"),
    Capability(
      "a mistake contradicted", "contradicted by changed-the-plan",
      criterion(
        "met when all",
        "mistake never\n  title \"Never\"\n  when no look-back\n  contradicted by \"looked again\"\n  says \"Nobody looked.\"\n"
      ), "", "My aim is 85%.", "We looked again.\n"),
    Capability(
      "a mistake that asks a decision", "criterion NAME is met",
      criterion(
        "met when 1 of 2",
        "mistake bare\n  title \"Bare\"\n  when criterion it is met, no look-back\n  says \"Nobody looked.\"\n"
      ), "", "My aim is 85%.", "It is good.\n"),
    Capability(
      "a tip with its trigger", "when criterion smart-goals is below met",
      criterion("met when 1 of 2", "tip more\n  when criterion it is below met\n  says \"Say an aim.\"\n"),
      "", "It is good.\n", "My aim is 85%.", says: "Say an aim."),
  ]
}
