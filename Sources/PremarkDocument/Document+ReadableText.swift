extension Document {
  /// What a person reads on the page as running text: notes and text boxes in; hidden text, deletions, comments and
  /// words inside drawings out.
  ///
  /// One block a line, in reading order; cells of a row apart by tabs, blocks of a cell by line breaks; list markers
  /// before their items. UTF-8, ends in "\n" unless empty.
  public func readableText() -> [UInt8] {
    var text: [UInt8] = []
    var previous: CellReference?
    for block in blocks where block.isRunningText {
      if !text.isEmpty { text.append(block.follows(previous) ? 0x09 : 0x0A) }
      if let marker = block.marker {
        text += marker.utf8
        text.append(0x20)
      }
      text += block.text
      previous = block.cell
    }
    if !text.isEmpty { text.append(0x0A) }
    return text
  }
}

extension Block {
  fileprivate var isRunningText: Bool { visibility == .visible && kind != .comment && !isDrawn }

  /// True where it stands in the same row as `cell`, further right.
  fileprivate func follows(_ previous: CellReference?) -> Bool {
    guard let cell, let previous else { return false }
    return cell.table == previous.table && cell.row == previous.row && cell.column != previous.column
  }
}
