import CZlib
public import PremarkDocument
public import PremarkReading

/// Unpacks parts of containers with zlib.
public enum Inflate {
  /// Bytes made by one call of zlib.
  private static let chunkBytes = 16 << 10

  /// Inflates a raw deflate stream (RFC 1951), without a zlib or gzip header.
  ///
  /// - Parameters:
  ///   - file: the bytes that hold the stream.
  ///   - range: where it stands in them.
  ///   - limit: most bytes of output; what is really produced counts, never a declared size.
  ///   - name: of the part, for errors.
  /// - Throws: `damaged-zip` where the stream is wrong or breaks off, `too-large` past the limit.
  /// - Complexity: O(*n*) in the output; at most twice the output in memory.
  public static func raw(
    _ file: [UInt8], _ range: Range<Int>, limit: Int, name: String
  ) throws(ReadingError) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { throw .partIsDamaged(name) }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    output.reserveCapacity(min(limit, range.count * 4 + 1024))
    var chunk = [UInt8](repeating: 0, count: chunkBytes)
    var status = Z_OK
    // safe: a plan's ranges lie within the file it was made from, zlib writes no input, and neither buffer is kept.
    file.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: range.lowerBound))
      stream.avail_in = UInt32(range.count)
      repeat {
        var made = 0
        // safe: zlib is told the buffer's size and stops there; it is not kept.
        chunk.withUnsafeMutableBufferPointer { buffer in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = inflate(&stream, Z_NO_FLUSH)
          made = buffer.count - Int(stream.avail_out)
        }
        output.append(contentsOf: chunk[..<made])
      } while status == Z_OK && output.count <= limit
    }
    guard output.count <= limit else { throw .partIsTooLarge(name) }
    guard status == Z_STREAM_END else { throw .partIsDamaged(name) }
    return output
  }

  /// Unpacks all parts of a plan under the limits of ``ReadingLimits``.
  ///
  /// - Throws: as ``raw(_:_:limit:name:)``; `too-large` where all parts together pass the limit.
  public static func parts(of plan: ReadingPlan, in file: [UInt8]) throws(ReadingError) -> [[UInt8]] {
    var inflated: [[UInt8]] = []
    var left = ReadingLimits.inflatedBytes
    for part in plan.parts {
      let limit = min(left, ReadingLimits.partBytes)
      let bytes: [UInt8]
      switch part.method {
      case .stored:
        guard part.range.count <= limit else { throw .partIsTooLarge(part.name) }
        bytes = Array(file[part.range])
      case .deflated: bytes = try raw(file, part.range, limit: limit, name: part.name)
      }
      left -= bytes.count
      inflated.append(bytes)
    }
    return inflated
  }

}

/// Reads a file of any format that is read: plan, unpack, document. A PDF's text is taken out by `pdftotext`.
///
/// - Throws: a ``ReadingError``, one clear line.
public func readDocument(_ bytes: [UInt8]) throws(ReadingError) -> Document {
  let plan = try Reader.plan(for: bytes)
  if plan.format == .pdf { return try Reader.pdf(layout: PdfToText.layout(of: bytes)) }
  return try Reader.document(from: bytes, plan: plan, inflated: try Inflate.parts(of: plan, in: bytes))
}
