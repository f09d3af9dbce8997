import PremarkDocument

/// Reads Rich Text Format, versions 1.0 to 1.9.1, as word processors write it.
///
/// Text is what a reader sees with all tracked changes accepted. Headers, footers and pictures are left out.
enum RtfReader {
  /// Reads a whole file.
  ///
  /// - Throws: `too-large` past the limits of ``DocumentBuilder`` or where groups are nested too deeply.
  /// - Complexity: linear in the bytes.
  static func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    var walk = RtfWalk(bytes)
    try walk.run()
    if walk.hasDeletions {
      walk.builder.warn(
        "tracked-changes", "The document has tracked changes; insertions were read, deletions were not.")
    }
    if walk.pictures > 0 {
      let what = walk.pictures == 1 ? "a picture" : "\(walk.pictures) pictures"
      walk.builder.warn("image-without-text", "The document has \(what); text in them was not read.")
    }
    for warning in walk.cleaning.warnings { walk.builder.warn(warning.code, warning.message) }
    for block in walk.sizes.larger { walk.builder.setApart(block) }
    return try walk.builder.finish()
  }
}
