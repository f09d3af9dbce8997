/// The words of the closed classes, and the open-class words that annotation has to know.
///
/// Each row gives classes to words apart by spaces; a word in several rows has the classes of all.
enum GrammarWords {
  /// Classes and their words.
  static let rows: [(WordClass, StaticString)] = [
    (.firstPerson, "i"),
    ([.firstPerson, .contraction, .be], "i'm im"),
    ([.firstPerson, .contraction, .have], "i've ive"),
    ([.firstPerson, .contraction, .supposing], "i'd"),
    ([.firstPerson, .contraction, .will], "i'll"),
    (.firstObject, "me myself meself"),
    ([.firstPossessive, .determiner], "my"),
    (.firstPossessive, "mine"),
    (.firstPlural, "we"),
    ([.firstPlural, .contraction, .be], "we're"),
    ([.firstPlural, .contraction, .have], "we've weve"),
    ([.firstPlural, .contraction, .supposing], "we'd"),
    ([.firstPlural, .contraction, .will], "we'll"),
    (.firstPluralOther, "us ours ourselves"),
    ([.firstPluralOther, .determiner], "our"),
    (.thirdPerson, "he she they s/he"),
    ([.thirdPerson, .contraction, .be], "he's she's they're theyre shes hes"),
    ([.thirdPerson, .contraction, .have], "they've theyve"),
    ([.thirdPerson, .contraction, .supposing], "he'd she'd they'd"),
    ([.thirdPerson, .contraction, .will], "he'll she'll they'll"),
    (.thirdOther, "him them himself herself themselves theirs hers"),
    ([.thirdOther, .determiner], "his her their its"),
    (.secondPerson, "you yourself yourselves yours u ya"),
    ([.secondPerson, .determiner], "your"),
    ([.secondPerson, .contraction, .be], "you're youre"),
    ([.secondPerson, .contraction, .have], "you've youve"),
    ([.secondPerson, .contraction, .supposing], "you'd"),
    ([.secondPerson, .contraction, .will], "you'll"),
    (.generic, "everyone everybody people anyone anybody someone somebody individuals persons oneself"),
    (.thing, "it this that these those there here everything something anything"),
    ([.thing, .contraction, .be], "it's its that's thats there's theres here's what's"),
    ([.thing, .contraction, .will], "it'll that'll there'll"),
    ([.thing, .contraction, .supposing], "it'd that'd"),
    (.determiner, "the a an this that these those every each another which whose any either"),
    (.quantifier, "all some most many several both few half more less much enough each any other others"),

    (.be, "be is are am 's been being isn't aren't"),
    ([.be, .past, .pastForm], "was were"),
    ([.be, .negated], "isn't aren't isnt arent ain't aint is'nt are'nt"),
    ([.be, .past, .pastForm, .negated], "wasn't weren't wasnt werent wernt was'nt were'nt"),
    (.have, "have has having"),
    ([.have, .past, .pastForm], "had"),
    ([.have, .negated], "haven't hasn't havent hasnt havnt have'nt has'nt hasn havn't"),
    ([.have, .past, .pastForm, .negated], "hadn't hadnt"),
    (.doVerb, "do does doing"),
    ([.doVerb, .past, .pastForm], "did"),
    ([.doVerb, .negated], "don't doesn't dont doesnt dosent dosnt does'nt do'nt"),
    ([.doVerb, .past, .pastForm, .negated], "didn't didnt did'nt dident"),
    (.will, "will shall gonna"),
    ([.will, .negated], "won't shan't wont"),
    (.supposing, "would could might should may ought must"),
    (
      [.supposing, .negated],
      "wouldn't couldn't shouldn't mightn't mustn't wouldnt couldnt shouldnt oughtn't mustnt would'nt could'nt should'nt"
    ),
    (.can, "can"),
    ([.can, .negated], "can't cannot cant ca'nt can'not"),
    ([.doVerb, .negated], "needn't neednt"),

    (.coordinator, "and but or nor so yet then plus &"),
    (
      .subordinator,
      "because although though when whenever while whilst whereas since until till before after once as"
    ),
    (.subordinator, "cos cause 'cause coz whether where wherever whereby lest however"),
    ([.subordinator, .condition], "if unless provided providing supposing"),
    (.relative, "who which whom whose"),
    (.complementiser, "that"),
    (.preposition, "of in on at by for with from about into onto over under between through during against"),
    (
      .preposition,
      "without within towards toward upon via per across behind beside beyond near off out up down"
    ),
    (
      .preposition,
      "like than amongst among around throughout despite except instead after before since until"
    ),
    (.to, "to"),
    (
      .adverb,
      "also now then just already still always never often sometimes usually really very quite only ever"
    ),
    (
      .adverb,
      "even almost nearly again soon later first firstly second secondly third thirdly finally next too"
    ),
    (
      .adverb,
      "therefore hence thus instead together ahead back away both maybe perhaps hopefully once twice further"
    ),
    (
      .adverb,
      "well better best more most less least alone straight not never hardly barely scarcely rarely seldom"
    ),
    (.adverb, "since far long yet so all myself actually definitely certainly probably regularly recently"),
    (.questionWord, "what how why when where who which whom whose"),
    (.now, "now nowadays currently"),
    (
      .number,
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    ),
    (
      .number,
      "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
    ),
    (.negator, "not never hardly barely scarcely"),
    (.absence, "no none nobody nothing nowhere neither nor without no-one"),
    (.contrast, "but however although though except apart whereas instead unless"),
    (
      .timeWord,
      "today yesterday tomorrow week weeks month months year years day days monday tuesday wednesday"
    ),
    (
      .timeWord, "thursday friday saturday sunday january february march april may june july august september"
    ),
    (
      .timeWord,
      "october november december jan feb mar apr jun jul aug sept sep oct nov dec morning afternoon"
    ),
    (.timeWord, "evening night quarter spring summer autumn winter christmas easter last"),

    (.anybody, "agents advisers advisors staff employees colleagues managers customers callers learners"),
    (.anybody, "individuals workers representatives reps operators teammates clients users members leaders"),
    (
      .anybody,
      "supervisors organisations companies businesses employers agent adviser advisor employee learner"
    ),
    (.anybody, "individual person worker representative operator customer caller client member organisation"),
    (
      .anybody,
      "leader centre centres folk students student teams man men woman women others learners candidates"
    ),
    (
      .somebody, "manager supervisor trainer coach mentor buddy assessor tutor leader director colleague boss"
    ),
    (
      .somebody,
      "teacher instructor lecturer speaker presenter facilitator deputy planner analyst caseworker mum"
    ),
    (.somebody, "dad husband wife sister brother friend mate daughter son lady gentleman chap caller driver"),
    (.somebody, "tl tm auditor inspector clerk partner neighbour gaffer starter apprentice"),
    (
      .group,
      "team board company organisation management department council business trust hub desk centre site"
    ),
    (
      .group,
      "hr planning bank firm employer regulator ombudsman committee group school college union"
    ),
    (
      .source,
      "certificate certificates report reports scorecard scorecards survey surveys dashboard stats statistics"
    ),
    (
      .source,
      "wallboard evaluation evaluations feedback email audit audits testimony statement appendix printout"
    ),
    (
      .source,
      "verbatim verbatims observation appraisal leaderboard spreadsheet screenshot"
    ),
    (
      .measure,
      "aht acw att fcr csat nps qa score scores average accuracy adherence quality wrap handling time"
    ),
    (
      .measure,
      "rate rates percentage mark marks calls complaints transfers absence attendance occupancy length"
    ),
    (
      .measure,
      "satisfaction resolution productivity conversion sales errors target result results shrinkage objective objectives goal"
    ),
    (.aspirationNoun, "ambition ambitions aspiration aspirations dream dreams wish"),
    ([.doneMark, .participle, .pastForm], "done"),
    (.doneMark, "✓ ✔ ☑ ☒ ✅ complete completed achieved finished passed met"),
    (.unfinished, "ongoing pending outstanding cancelled postponed deferred"),
    (.adjective, "able unable good great new own"),
    (
      .capitalNoise,
      "i i'm i've i'd i'll im ive aht csat nps fcr qa pdp kpi kpis smart swot excel january february"
    ),
    (.capitalNoise, "march april may june july august september october november december monday tuesday"),
    (
      .capitalNoise, "wednesday thursday friday saturday sunday crm hr gdpr mr mrs ms dr english vat uk tl tm"
    ),
  ]
}
