import PremarkMatching

/// A sentence as a unit file's `wording` line holds it.
enum MarkingHashes {
  static func line(_ sentence: String) -> String {
    EchoIndex.hashes(of: Array(sentence.utf8)).map { hash in
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined(separator: " ")
  }
}
