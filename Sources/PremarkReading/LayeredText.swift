import PremarkDocument

/// The text of a paragraph while it is read, by who sees it. The formats that know hidden or deleted text share it.
struct LayeredText {
  /// Where a run's text goes.
  enum Layer { case visible, hidden, deleted }

  private(set) var visible = RunText()
  private(set) var hidden = RunText()
  private(set) var deleted = RunText()

  /// True where no layer has a word.
  var isBlank: Bool { visible.isBlank && hidden.isBlank && deleted.isBlank }

  /// Appends valid UTF-8, cleaned.
  mutating func append(
    _ bytes: some RandomAccessCollection<UInt8>, to layer: Layer, isBold: Bool, isItalic: Bool,
    cleaning: inout TextCleaning
  ) {
    switch layer {
    case .visible: visible.append(bytes, isBold: isBold, isItalic: isItalic, cleaning: &cleaning)
    case .hidden: hidden.append(bytes, cleaning: &cleaning)
    case .deleted: deleted.append(bytes, cleaning: &cleaning)
    }
  }

  /// Appends a line break or tab.
  mutating func append(_ byte: UInt8, to layer: Layer) {
    switch layer {
    case .visible: visible.append(byte)
    case .hidden: hidden.append(byte)
    case .deleted: deleted.append(byte)
    }
  }

  /// Gives what was read to the builder as blocks like `shape`, hidden and deleted text after what can be seen, and
  /// starts anew.
  ///
  /// - Returns: the index of the block that can be seen, or nil where there is none.
  @discardableResult
  mutating func emit(as shape: Block, to builder: inout DocumentBuilder) -> Int? {
    var seen: Int?
    for block in blocks(as: shape) {
      let index = builder.append(block)
      if block.visibility == .visible { seen = index }
      if block.visibility == .hidden { builder.warnOfHiddenText(index) }
    }
    return seen
  }

  /// What was read as blocks like `shape`, one for each layer that has text; starts anew.
  mutating func blocks(as shape: Block) -> [Block] {
    var blocks: [Block] = []
    var unseen = shape
    if !visible.isBlank {
      var block = shape
      block.text = visible.text
      block.emphasis = visible.emphasis
      block.takeTypedMarker()
      blocks.append(block)
      // What belongs to an item or heading is no other one.
      unseen.marker = nil
      if unseen.kind == .listItem || unseen.kind == .heading { (unseen.kind, unseen.level) = (.paragraph, 0) }
    }
    if !hidden.isBlank {
      unseen.text = hidden.text
      unseen.visibility = .hidden
      blocks.append(unseen)
    }
    if !deleted.isBlank {
      unseen.text = deleted.text
      unseen.visibility = .deleted
      blocks.append(unseen)
    }
    removeAll()
    return blocks
  }

  /// Forgets everything, keeping the memory.
  mutating func removeAll() {
    visible.removeAll()
    hidden.removeAll()
    deleted.removeAll()
  }
}

extension DocumentBuilder {
  /// Says that a block cannot be seen on the page.
  mutating func warnOfHiddenText(_ block: Int?) {
    warn("hidden-text", "Text is hidden from the reader; it was set apart and earns nothing.", block: block)
  }
}
