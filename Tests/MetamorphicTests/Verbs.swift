/// Enough English verbs to deny, plan and pass on what learners say they did.
enum Verbs {
  /// Past forms of irregular verbs, each with its base form.
  static let irregular: [String: String] = [
    "was": "be", "were": "be", "had": "have", "did": "do", "went": "go", "gave": "give", "took": "take",
    "made": "make", "got": "get", "sat": "sit", "spoke": "speak", "wrote": "write", "told": "tell",
    "asked": "ask", "met": "meet", "held": "hold", "kept": "keep", "saw": "see", "found": "find",
    "led": "lead",
    "brought": "bring", "built": "build", "bought": "buy", "came": "come", "chose": "choose",
    "began": "begin",
    "drew": "draw", "did not": "do", "felt": "feel", "fell": "fall", "knew": "know", "learnt": "learn",
    "left": "leave", "let": "let", "lost": "lose", "meant": "mean", "paid": "pay", "put": "put",
    "read": "read",
    "ran": "run", "said": "say", "sent": "send", "set": "set", "showed": "show", "spent": "spend",
    "stood": "stand", "taught": "teach", "thought": "think", "understood": "understand", "won": "win",
    "grew": "grow", "heard": "hear", "rang": "ring", "stuck": "stick", "swapped": "swap", "cut": "cut",
    "done": "do", "given": "give", "taken": "take", "been": "be", "written": "write", "spoken": "speak",
    "shown": "show", "seen": "see", "gone": "go", "begun": "begin", "chosen": "choose", "drawn": "draw",
    "known": "know", "grown": "grow", "run": "run", "come": "come",
  ]

  static func isPast(_ word: String) -> Bool {
    irregular[word] != nil || (word.hasSuffix("ed") && word.count > 4 && word != "need")
  }

  /// The base form, good enough for its stem.
  static func base(_ word: String) -> String {
    if let base = irregular[word] { return base }
    let root = word.dropLast(2)
    if root.last == "i" { return root.dropLast() + "y" }
    let last = root.suffix(2)
    if last.count == 2, last.first == last.last, let twice = last.last, !"lsz".contains(twice) {
      return String(root.dropLast())
    }
    return String(root)
  }
}
