import PremarkAnnotation
import PremarkRules
import PremarkText

/// What belongs to which item of a rule.
///
/// A thing belongs to an item that it overlaps, that it names by number ("objective 2"), or, where it names none, with
/// which it shares a word (or group) of a list that the items are known by.
struct LinkIndex {
  /// What may belong, in document order.
  let things: [Range<Int>]
  let hits: [Hit]
  /// The items that count, in document order: their numbers begin with 1.
  let items: [Range<Int>]
  /// For each number the things that name it.
  var byNumber: [Int: [Int]] = [:]
  /// For each word of a list the things that hold it and name no number.
  var byWord: [String: [Int]] = [:]

  /// The number of the item at a stretch; nil where it is none that counts.
  func number(ofItemAt stretch: Range<Int>) -> Int? {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].lowerBound < stretch.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low] == stretch ? low + 1 : nil
  }
}

extension Evaluation {
  /// True where at least `count` findings of a term belong to the item at hand.
  func holdLinked(_ count: Int, _ term: CompiledTerm, _ place: Place, _ hits: inout [Hit]) -> Bool {
    guard let item = place.item else { return false }
    let found = links(of: term, toItem: item, at: place.stretch, most: count)
    guard found.count >= count else { return false }
    hits += found
    return true
  }

  /// Up to `most` findings of a term that belong to the item of a rule at a stretch, in document order of each way to belong.
  func links(of term: CompiledTerm, toItem item: Int, at stretch: Range<Int>, most: Int) -> [Hit] {
    let index = linkIndex(of: term, item)
    var taken: [Int] = []
    func take(_ thing: Int) {
      let isItself = index.things[thing] == stretch && index.hits[thing].rule == rules.items[item].id
      if taken.count < most, !isItself, !taken.contains(thing) { taken.append(thing) }
    }
    var at = firstThing(in: index.things, endingAfter: stretch.lowerBound)
    while at < index.things.count, index.things[at].lowerBound < stretch.upperBound, taken.count < most {
      if index.things[at].overlaps(stretch) { take(at) }
      at += 1
    }
    if let number = index.number(ofItemAt: stretch) {
      for thing in index.byNumber[number] ?? [] where taken.count < most { take(thing) }
    }
    for slot in rules.items[item].knownBy {
      for key in keys(ofSlot: slot, in: stretch) where taken.count < most {
        for thing in index.byWord["\(slot) " + key] ?? [] {
          if taken.count >= most { break }
          take(thing)
        }
      }
    }
    return taken.map { index.hits[$0] }
  }

  /// The first of some ranges, sorted by their start and mostly apart, that ends after a token.
  private func firstThing(in things: [Range<Int>], endingAfter token: Int) -> Int {
    var low = 0
    var high = things.count
    while low < high {
      let middle = (low + high) / 2
      if things[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func linkIndex(of term: CompiledTerm, _ item: Int) -> LinkIndex {
    let key = "\(item) " + Self.id(of: term)
    if let known = linkIndexes[key] { return known }
    let found = candidates(term)
    var index = LinkIndex(
      things: found.map { $0.stretch }, hits: found.map { $0.hit },
      items: candidates(.item(item)).map { $0.stretch })
    let mentions = self.mentions(ofItem: item)
    for (number, thing) in index.things.enumerated() {
      let named = numbers(in: thing, mentions)
      for one in named { index.byNumber[one, default: []].append(number) }
      guard named.isEmpty else { continue }
      for slot in rules.items[item].knownBy {
        for key in keys(ofSlot: slot, in: thing) {
          index.byWord["\(slot) " + key, default: []].append(number)
        }
      }
    }
    linkIndexes[key] = index
    return index
  }

  /// Where items of a rule are named by number: "objective 2", "goals 1 and 3".
  private func mentions(ofItem item: Int) -> [(token: Int, number: Int)] {
    let rule = rules.rules.items[item]
    var words = text.words
    let called = [rule.singular, rule.plural].compactMap { name in
      Tokeniser().tokens(of: Array(name.utf8), into: &words).last.map { words.stem(of: $0.word) }
    }
    var mentions: [(token: Int, number: Int)] = []
    for token in text.tokens.indices where called.contains(text.words.stem(of: text.tokens[token].word)) {
      for number in listedNumbers(after: token) { mentions.append((token, number)) }
    }
    return mentions
  }

  /// The numbers that follow a token in its sentence: "2", "no. 2", "1, 2 and 4".
  private func listedNumbers(after token: Int) -> [Int] {
    var numbers: [Int] = []
    var gap = 0
    for next in (token + 1)..<max(token + 1, text.tokens.count) {
      guard index.sentenceOf[next] == index.sentenceOf[token] else { break }
      if let number = Int(text.words.string(of: text.tokens[next].word)), number > 0 {
        numbers.append(number)
        gap = 0
      } else if gap < 2, isBetweenNumbers(next) {
        gap += 1
      } else {
        break
      }
    }
    return numbers
  }

  private func isBetweenNumbers(_ token: Int) -> Bool {
    switch text.words.string(of: text.tokens[token].word) {
    case "no", "nr", "number", "numbers", "and", "or", ",", ".", "#", "&", "/": true
    default: false
    }
  }

  private func numbers(in stretch: Range<Int>, _ mentions: [(token: Int, number: Int)]) -> [Int] {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].token < stretch.lowerBound { low = middle + 1 } else { high = middle }
    }
    var numbers: [Int] = []
    while low < mentions.count, mentions[low].token < stretch.upperBound {
      if !numbers.contains(mentions[low].number) { numbers.append(mentions[low].number) }
      low += 1
    }
    return numbers
  }

  /// True where both conditions hold near words that are the same: the first of each is kept for every word, so that the
  /// cost is linear in what is found.
  func holdAbout(
    _ a: CompiledCondition, _ b: CompiledCondition, _ within: Within, _ slots: [Int], _ place: Place,
    _ hits: inout [Hit]
  ) -> Bool {
    for stretch in stretches(for: .all([a, b]), within, place) {
      var inner = place
      inner.stretch = stretch
      var known: [String: (first: Hit, last: Hit)] = [:]
      for hit in places(of: a, inner) {
        for key in keys(ofSlots: slots, in: surroundings(of: hit.tokens.lowerBound)) {
          known[key] = (first: known[key]?.first ?? hit, last: hit)
        }
      }
      for hit in places(of: b, inner) {
        for key in keys(ofSlots: slots, in: surroundings(of: hit.tokens.lowerBound)) {
          guard let (first, last) = known[key] else { continue }
          let other = first.tokens != hit.tokens ? first : last
          if other.tokens != hit.tokens {
            hits += [other, hit]
            return true
          }
        }
      }
    }
    return false
  }
}
