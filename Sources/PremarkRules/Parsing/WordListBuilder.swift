import PremarkText

/// Applies `extends` and `drops`: inherited groups first, in the order of the `extends` lines, then what is dropped
/// from them, then the list's own phrases; groups of one name become one.
struct WordListBuilder {
  let drafts: [WordListDraft]
  let store: PhraseStore
  var declarations: Declarations
  private(set) var diagnostics: [Diagnostic] = []
  private var built: [[PhraseGroups.Group]?]
  private var draftIndex: [String: Int] = [:]

  init(drafts: [WordListDraft], store: PhraseStore, declarations: Declarations) {
    self.drafts = drafts
    self.store = store
    self.declarations = declarations
    built = Array(repeating: nil, count: drafts.count)
    for (index, draft) in drafts.enumerated() { draftIndex[draft.name] = index }
  }

  /// All lists, in the order of the files.
  var lists: [WordList] {
    var lists: [WordList] = []
    for (draft, groups) in zip(drafts, built) {
      lists.append(
        WordList(
          name: draft.name,
          groups: (groups ?? []).map { WordList.Group(name: $0.name, entries: $0.phrases, store: store) },
          location: draft.location))
    }
    return lists
  }

  mutating func build() {
    reportUnknown()
    let inCircle = reportCircles()
    for index in drafts.indices { build(index, inCircle) }
    for (draft, groups) in zip(drafts, built) {
      if let index = declarations.listIndex[draft.name] {
        declarations.lists[index].groups = (groups ?? []).map { $0.name }
      }
    }
  }

  private mutating func reportUnknown() {
    for draft in drafts {
      for (name, location) in draft.extended {
        if let index = declarations.listIndex[name] {
          declarations.lists[index].isUsed = true
        } else {
          let closest = declarations.nearest(to: name, in: declarations.listNames)
          if let closest { declarations.useByName(closest) }
          if declarations.doubtful.contains(name) || (declarations.isIncomplete && closest == nil) {
            continue
          }
          diagnostics.append(.unknownWordList(name, at: location, closest: closest))
        }
      }
    }
  }

  /// Reports every circle of `extends` and `<list>` once; the lists in them.
  private mutating func reportCircles() -> [Bool] {
    var graph = NameGraph(names: drafts.map { $0.name })
    for (index, draft) in drafts.enumerated() {
      for (name, location) in draft.extended {
        if let target = draftIndex[name] { graph.connect(index, target, at: location) }
      }
      for (reference, location) in draft.references {
        if let target = draftIndex[reference.name] { graph.connect(index, target, at: location) }
      }
    }
    for circle in graph.circles() { diagnostics.append(.cycleInLists(circle.names, at: circle.location)) }
    return graph.isInCircle
  }

  /// Builds a list after all it extends; without recursion, since chains may be long.
  private mutating func build(_ root: Int, _ inCircle: [Bool]) {
    var path = [root]
    while let index = path.last {
      let missing = inCircle[index] ? nil : firstUnbuiltBase(of: index)
      if let missing {
        path.append(missing)
      } else {
        if built[index] == nil { built[index] = groups(of: index, inCircle) }
        path.removeLast()
      }
    }
  }

  private func firstUnbuiltBase(of index: Int) -> Int? {
    for (name, _) in drafts[index].extended {
      if let base = draftIndex[name], built[base] == nil { return base }
    }
    return nil
  }

  private mutating func groups(of index: Int, _ inCircle: [Bool]) -> [PhraseGroups.Group] {
    let draft = drafts[index]
    var groups = PhraseGroups()
    if !inCircle[index] {
      for (name, _) in draft.extended {
        guard let base = draftIndex[name] else { continue }
        for group in built[base] ?? [] { groups.add(group.phrases, to: group.name) }
      }
      // What two lists bring in both counts once.
      if draft.extended.count > 1 { groups.removeRepeated(in: store) }
      drop(draft, from: &groups)
    }
    for group in draft.groups.groups { groups.add(group.phrases, to: group.name) }
    if groups.groups.allSatisfy({ $0.phrases.isEmpty }), draft.isReadable, !inCircle[index],
      !hasUnknownBase(draft)
    {
      diagnostics.append(.emptyList(draft.name, at: draft.location))
    }
    reportRepeated(groups.groups, of: draft)
    return groups.groups
  }

  private func hasUnknownBase(_ draft: WordListDraft) -> Bool {
    draft.extended.contains { draftIndex[$0.name] == nil }
  }

  private mutating func drop(_ draft: WordListDraft, from groups: inout PhraseGroups) {
    let hasUnknownBase = hasUnknownBase(draft)
    for (name, location) in draft.droppedGroups {
      if !groups.removeGroups(where: { $0.name == name }), !hasUnknownBase {
        diagnostics.append(.dropsNothing("group '\(name)'", at: location))
      }
    }
    for phrase in draft.droppedPhrases {
      if !groups.remove(phrase, in: store), !hasUnknownBase {
        diagnostics.append(.dropsNothing("a phrase", at: phrase.location))
      }
    }
    _ = groups.removeGroups { $0.phrases.isEmpty }
  }

  /// A phrase twice in one group of a list's own lines does nothing the second time; one that can be written in too
  /// many ways would be cut.
  private mutating func reportRepeated(_ groups: [PhraseGroups.Group], of draft: WordListDraft) {
    for group in groups {
      for phrase in group.phrases where store.ways(of: phrase) > PhraseStore.mostWays {
        let location = phrase.location
        guard location.file == draft.location.file, location.span.start > draft.location.span.start else {
          continue
        }
        diagnostics.append(.tooManyWays(draft.name, at: location))
      }
    }
    for group in groups where group.phrases.count > 1 {
      var table = PhraseTable(room: group.phrases.count)
      for (index, phrase) in group.phrases.enumerated() {
        guard let earlier = table.enter(index, of: group.phrases, in: store) else { continue }
        let location = phrase.location
        // What two lists bring in both is nobody's mistake.
        guard location.file == draft.location.file, location.span.start > draft.location.span.start else {
          continue
        }
        let first = group.phrases[earlier].location
        diagnostics.append(.repeatedPhrase(draft.name, at: location, first: first))
      }
    }
  }
}
