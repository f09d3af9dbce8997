extension Document {
  /// What a person reads on the page: notes and text boxes in; hidden text, deletions and comments out.
  ///
  /// One block a line, in reading order; cells of a row apart by tabs, blocks of a cell by line breaks; list markers
  /// before their items. UTF-8, ends in "\n" unless empty.
  public func readableText() -> [UInt8] {
    var text: [UInt8] = []
    var previous: CellReference?
    for block in blocks where block.visibility == .visible && block.kind != .comment {
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
  /// True where it stands in the same row as `cell`, further right.
  fileprivate func follows(_ previous: CellReference?) -> Bool {
    guard let cell, let previous else { return false }
    return cell.table == previous.table && cell.row == previous.row && cell.column != previous.column
  }
}
