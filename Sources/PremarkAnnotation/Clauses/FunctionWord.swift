/// The words and marks that grammar asks for one by one; the raw value is the word as folded.
enum FunctionWord: String, CaseIterable, Sendable {
  case unlisted = ""
  // Marks.
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case hyphen = "-"
  case enDash = "–"
  case emDash = "—"
  case open = "("
  case close = ")"
  case openSquare = "["
  case closeSquare = "]"
  case quote = "\""
  case question = "?"
  case stop = "."
  case exclamation = "!"
  case ellipsis = "…"
  case slash = "/"
  case percent = "%"
  case bullet = "•"
  case arrow = "→"
  // Words.
  case noneWord = "none"
  case that, so, because, of, to, `as`, and, or, but, nor, then, yet, well, `if`, by, not, only, also, just,
    going
  case used, able, unable, like, about, may, will, be, been, being, get, got, more, less, than, later, fewer,
    no
  case doubt, problem, why, left, within, one, it, there, you, now, longer, since, once, soon, how, what, when
  case `in`, on, at, `for`, from, a, an, the, next, still, please, have, had, did, `where`, who, which, ever,
    never
  case always, every, each, out, up, down, neither, without, nothing, nobody, until, before, after, though,
    although
  case except, instead, rather, however, could, would, should, might, can, wait, mind, must, much, even, all,
    both
  case such, own, today, this, these, those, `let`, make, sure, want, need, `is`, was, `do`, does, done, per,
    with
  case whether, wonder, `while`, hardly, i, we, my, am, are, were, has, having
  // Words of the scopes.
  case due, merely, solely, simply, least, surprisingly, mention, earlier, agree, happier, better, matter,
    sooner
  case higher, lower, greater, other, hesitation, fail, exception, delay, either, anymore, forget
  case below, under, above, over, failed, fails, failing, failure, refused, refuses, refuse, declined,
    neglected
  case forgot, omitted, lack, absence, lacks, lacked, lacking, denies, denied, deny, denying, free, feel,
    negative
  case love, prefer, welcome, say, argue, add, recommend, describe, suggest, usually, often, sometimes,
    normally
  case thought, felt, wished, hoped, see, hear, tell, understand, hopefully, ideally, perhaps
  case maybe, `case`, unless, target, example
  case wouldnt = "wouldn't"
  case shouldnt = "shouldn't"
  case questionNoun = "question"
  case thank, cost
  // Words of voice and strength.
  case important, essential, vital, people, feedback, comment, comments, view, advice, opinion, suggestion,
    purpose
  case importance, smart, meaning, definition, its, any, most, agreed, mean, planned, signed, lined, confirmed
  case completed, finished, closed, waiting, looking, trying, tomorrow, goal, objective, pass, met, reached,
    went, gone
  case came, come, brought, moved, cut, made, taken, took, needs, statement, testimony, message, email, note,
    notes
  case working, doing, attending, studying, learning, using, shadowing, completing, taking, practising,
    listening
  case reading, coaching, following, getting, keeping
  case reach, hit, gain, off, away, back, first, name, aim, says, said, saying
  case managers = "manager's"
  case leaders = "leader's"
  case supervisors = "supervisor's"
  case trainers = "trainer's"
  case assessors = "assessor's"
  case employers = "employer's"
  case coachs = "coach's"
  case reviewers = "reviewer's"
}
