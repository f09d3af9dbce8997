import PremarkDocument

extension Document {
  /// The section of a heading under which all others stand: what it is called names the document ("Kofi's development
  /// diary"), not what is told in any part of it.
  var titleSection: Int? {
    let headed = sections.indices.filter { sections[$0].heading != nil }
    guard let first = headed.first else { return nil }
    for index in headed.dropFirst() {
      var above = sections[index].parent
      while let section = above, section != first { above = sections[section].parent }
      if above == nil { return nil }
    }
    return first
  }
}
