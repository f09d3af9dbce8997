import PremarkDocument

extension Reader {
  /// The files of a ZIP archive that is no document itself, and those that cannot be unpacked, both in the order of the
  /// archive.
  ///
  /// - Throws: `damaged-zip`, `too-large` as for a document.
  /// - Complexity: O(*n* log *n*) in the entries.
  public static func files(
    inArchive bytes: [UInt8]
  ) throws(ReadingError) -> (files: [PackedPart], refused: [(name: String, error: ReadingError)]) {
    let archive = try ZipArchive(bytes)
    var files: [PackedPart] = []
    var refused: [(name: String, error: ReadingError)] = []
    for entry in archive.entries {
      do throws(ReadingError) {
        files.append(try Container.part(entry))
      } catch {
        refused.append((name: entry.name, error: error))
      }
    }
    return (files, refused)
  }
}
