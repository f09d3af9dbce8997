/// How far apart the lines of a paragraph stand on these pages, for each height of letters.
struct PdfSpacing: Sendable {
  /// Distance for a height, in the same units, sorted by height.
  private var distances: [(height: Int, pitch: Int)] = []
  /// Height of the letters that most words have.
  let bodyHeight: Int
  /// Right edge of the running text.
  let right: Int

  /// Measures lines.
  ///
  /// - Parameter tables: lines that are left out: cells have a spacing of their own.
  init(_ all: [PdfLine], without tables: [PdfTable] = []) {
    var lines: [PdfLine] = []
    var start = 0
    for table in tables {
      lines += all[start..<table.lines.lowerBound]
      start = table.lines.upperBound
    }
    lines += all[start...]
    var byHeight: [Int: [Int]] = [:]
    var words: [Int: Int] = [:]
    for (index, line) in lines.enumerated() {
      words[line.height, default: 0] += line.words.count
      if let pitch = line.pitch, pitch > line.height / 2, pitch < line.height * 5 / 2, index > 0,
        lines[index - 1].isAsHigh(as: line)
      {
        byHeight[line.height, default: []].append(pitch)
      }
    }
    bodyHeight = words.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1000
    // One long line in fifty may stick out.
    let edges = lines.map { $0.right }.sorted()
    right = edges.isEmpty ? 0 : edges[edges.count * 49 / 50]
    // Sorted below, so that the order of the dictionary has no say.
    for (height, pitches) in byHeight { distances.append((height, Self.closest(pitches))) }
    distances.sort { $0.height < $1.height }
  }

  /// The closest distance that is common: of distances alike, the smallest that a tenth of them has.
  private static func closest(_ pitches: [Int]) -> Int {
    let sorted = pitches.sorted()
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] - sorted[start] <= 60 { end += 1 }
      if (end - start) * 10 >= sorted.count { return sorted[(start + end - 1) / 2] }
      start += 1
    }
    return sorted.first ?? 0
  }

  /// Distance of two lines of a paragraph with letters as high as this line's.
  func expected(_ line: PdfLine) -> Int {
    if let known = distances.first(where: { $0.height == line.height }) { return known.pitch }
    guard let body = distances.first(where: { $0.height == bodyHeight }) else { return line.height }
    return body.pitch * line.height / max(bodyHeight, 1)
  }

  /// True where a distance is that of two lines of a paragraph.
  func isClose(_ pitch: Int, _ line: PdfLine) -> Bool {
    let expected = expected(line)
    return pitch <= max(expected + 100, expected * 107 / 100)
  }
}
