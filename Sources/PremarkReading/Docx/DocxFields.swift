/// The fields that are open at a place (ECMA-376-1 17.16.18): instruction first, then, after a separator, the result.
///
/// ```
/// begin  PAGE  separate  7  end
///        ^instruction    ^result
/// ```
struct DocxFields {
  /// For each open field, true before its result begins.
  private var isInstruction: [Bool] = []
  /// Fields below this one are known to be past their instruction.
  private var settled = 0
  /// How many open fields are before their result.
  private var instructions = 0

  /// True where text belongs to some field's instruction.
  var hidesText: Bool { instructions > 0 }

  mutating func begin() {
    isInstruction.append(true)
    instructions += 1
  }

  mutating func separate() {
    guard isInstruction.last == true else { return }
    isInstruction[isInstruction.count - 1] = false
    instructions -= 1
  }

  mutating func end() {
    if isInstruction.popLast() == true { instructions -= 1 }
    settled = min(settled, isInstruction.count)
  }

  /// No instruction lasts past its paragraph: what follows a field that was never closed is text.
  mutating func settle() {
    guard instructions > 0 else { return }
    for index in settled..<isInstruction.count { isInstruction[index] = false }
    settled = isInstruction.count
    instructions = 0
  }
}
