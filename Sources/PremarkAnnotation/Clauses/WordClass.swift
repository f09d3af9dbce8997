/// What a word can be to grammar, by its form alone; a word may be several things ("plan": noun and verb).
///
/// English closes these classes (pronouns, auxiliaries, conjunctions …) but for verbs and nouns of persons, of which
/// the commonest are listed and the rest judged by their endings.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  private init(bit: UInt64) { rawValue = 1 << bit }
  init(rawValue: UInt64) { self.rawValue = rawValue }

  // Pronouns and determiners.
  static let firstPerson = WordClass(bit: 0)  // I
  static let firstObject = WordClass(bit: 1)  // me, myself
  static let firstPossessive = WordClass(bit: 2)  // my, mine
  static let firstPlural = WordClass(bit: 3)  // we
  static let firstPluralOther = WordClass(bit: 4)  // us, our
  static let thirdPerson = WordClass(bit: 5)  // he, she, they
  static let thirdOther = WordClass(bit: 6)  // him, his, them, their
  static let secondPerson = WordClass(bit: 7)  // you, your
  static let generic = WordClass(bit: 8)  // everyone, people, anybody
  static let thing = WordClass(bit: 9)  // it, this, that, there
  static let determiner = WordClass(bit: 10)
  static let quantifier = WordClass(bit: 11)  // all, some, most, both, each

  // Verbs.
  static let be = WordClass(bit: 12)
  static let have = WordClass(bit: 13)
  static let doVerb = WordClass(bit: 14)
  static let will = WordClass(bit: 15)
  static let supposing = WordClass(bit: 16)  // would, could, might, should, may
  static let can = WordClass(bit: 17)
  static let negated = WordClass(bit: 18)  // didn't, cannot: auxiliary and negation in one
  static let pastForm = WordClass(bit: 19)  // went, was, -ed
  static let participle = WordClass(bit: 20)  // gone, -ed
  static let baseVerb = WordClass(bit: 21)
  static let presentS = WordClass(bit: 22)  // goes
  static let gerund = WordClass(bit: 23)
  static let alsoNoun = WordClass(bit: 24)  // plan, call, score: a verb form that is a noun as often
  static let wish = WordClass(bit: 25)  // want, hope
  static let intent = WordClass(bit: 26)  // plan, intend, aim
  static let arranged = WordClass(bit: 27)  // booked, scheduled, due
  static let outcome = WordClass(bit: 28)  // improved, passed, fell
  static let saying = WordClass(bit: 29)  // said, told, think

  // Joints.
  static let coordinator = WordClass(bit: 30)  // and, but, or, so, yet
  static let subordinator = WordClass(bit: 31)  // because, although, when
  static let condition = WordClass(bit: 32)  // if, unless
  static let relative = WordClass(bit: 33)  // who, which, whose
  static let complementiser = WordClass(bit: 34)  // that
  static let preposition = WordClass(bit: 35)
  static let adverb = WordClass(bit: 36)
  static let questionWord = WordClass(bit: 37)  // what, how, why

  // Nouns and other words that colour a clause.
  static let anybody = WordClass(bit: 38)  // agents, advisers, staff
  static let somebody = WordClass(bit: 39)  // manager, trainer, he who is named by role
  static let group = WordClass(bit: 40)  // team, board, company
  static let source = WordClass(bit: 41)  // certificate, report, survey
  static let now = WordClass(bit: 42)  // now, nowadays
  static let number = WordClass(bit: 43)  // one, two
  static let measure = WordClass(bit: 44)  // AHT, score, average: what a figure may be of
  static let aspirationNoun = WordClass(bit: 45)  // ambition, aspiration
  static let doneMark = WordClass(bit: 46)  // done, completed, ✓
  static let to = WordClass(bit: 47)
  static let negator = WordClass(bit: 48)  // not, never
  static let absence = WordClass(bit: 49)  // no, nobody, nothing, without, neither
  static let adjective = WordClass(bit: 50)  // the few that matter: able, unable, good
  static let capitalNoise = WordClass(bit: 51)  // capitalised often without being a name
  static let contraction = WordClass(bit: 52)  // subject and auxiliary in one: I'm, she's
  static let unfinished = WordClass(bit: 53)  // ongoing, progress, still to
  static let contrast = WordClass(bit: 54)  // but, however, although, except
  static let timeWord = WordClass(bit: 55)  // today, week, Monday
  static let past = WordClass(bit: 56)  // was, were, had, did: past for certain

  static let plural = WordClass(bit: 57)  // ends in s, or people, staff

  static let guessed = WordClass(bit: 58)  // judged by its ending, of no verb in the tables

  static let possessive = WordClass(bit: 59)  // Kev's

  /// Auxiliaries that carry tense.
  static let auxiliary: WordClass = [.be, .have, .doVerb, .will, .supposing, .can]
  /// Personal pronouns in the form of a subject.
  static let subjectPronoun: WordClass = [.firstPerson, .firstPlural, .thirdPerson]
  /// Any form of a verb.
  static let anyVerb: WordClass = [.pastForm, .participle, .baseVerb, .presentS, .gerund]

  /// True where both share a class.
  @inline(__always)
  func has(_ other: WordClass) -> Bool { rawValue & other.rawValue != 0 }
}
