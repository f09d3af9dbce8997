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
    let hasVisible = !visible.isBlank
    var seen: Int?
    if hasVisible {
      var block = shape
      block.text = visible.text
      block.emphasis = visible.emphasis
      block.takeTypedMarker()
      seen = builder.append(block)
    }
    var unseen = shape
    if hasVisible {
      unseen.marker = nil
      if unseen.kind == .listItem || unseen.kind == .heading { (unseen.kind, unseen.level) = (.paragraph, 0) }
    }
    if !hidden.isBlank {
      unseen.text = hidden.text
      unseen.visibility = .hidden
      let index = builder.append(unseen)
      builder.warn(
        "hidden-text", "Text is hidden from the reader; it was set apart and earns nothing.", block: index)
    }
    if !deleted.isBlank {
      unseen.text = deleted.text
      unseen.visibility = .deleted
      builder.append(unseen)
    }
    removeAll()
    return seen
  }

  /// Forgets everything, keeping the memory.
  mutating func removeAll() {
    visible.removeAll()
    hidden.removeAll()
    deleted.removeAll()
  }
}
