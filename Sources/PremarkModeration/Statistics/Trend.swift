/// Differences between two judges: how far one lies above the other, and whether that changes.
public enum Trend {
  /// The mean with its 95 % interval from Student's t; nil for fewer than two figures.
  public static func mean(of figures: [Double]) -> Estimate? {
    guard figures.count > 1 else { return nil }
    let count = Double(figures.count)
    let mean = figures.reduce(0, +) / count
    let squares = figures.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Estimate(
      mean, error: (squares / (count - 1) / count).squareRoot(),
      quantile: Quantile.student(degrees: figures.count - 1))
  }

  /// How much `figures` rise for each unit of `times`, by ordinary least squares, with its 95 % interval from Student's
  /// t; nil for fewer than three figures or where all times are the same.
  ///
  /// - Parameter times: one for each figure.
  public static func slope(of figures: [Double], over times: [Double]) -> Estimate? {
    // safe: the caller makes both from one list of cases.
    precondition(figures.count == times.count, "\(figures.count) figures at \(times.count) times")
    guard figures.count > 2 else { return nil }
    let count = Double(figures.count)
    let (time, figure) = (times.reduce(0, +) / count, figures.reduce(0, +) / count)
    var (spread, together) = (0.0, 0.0)
    for (x, y) in zip(times, figures) {
      spread += (x - time) * (x - time)
      together += (x - time) * (y - figure)
    }
    guard spread > 0 else { return nil }
    let slope = together / spread
    var rest = 0.0
    for (x, y) in zip(times, figures) {
      let miss = y - figure - slope * (x - time)
      rest += miss * miss
    }
    return Estimate(
      slope, error: (rest / (count - 2) / spread).squareRoot(),
      quantile: Quantile.student(degrees: figures.count - 2))
  }
}
