/// How much two levels that differ still count as agreement.
public enum Weighting: String, Sendable, CaseIterable {
  /// Only the same level counts.
  case identity
  /// Loses in proportion to the distance.
  case linear
  /// Loses in proportion to the square of the distance.
  case quadratic

  /// 1 for the same level, 0 for the two ends of the scale.
  ///
  /// - Parameter levels: how many there are, at least 2.
  public func weight(_ a: Int, _ b: Int, levels: Int) -> Double {
    let distance = Double(a < b ? b - a : a - b) / Double(levels - 1)
    return switch self {
    case .identity: a == b ? 1 : 0
    case .linear: 1 - distance
    case .quadratic: 1 - distance * distance
    }
  }
}

/// A figure with the interval that holds the true one in 95 of 100 such samples.
public struct Estimate: Sendable, Equatable {
  /// The figure.
  public let value: Double
  /// Its standard error.
  public let error: Double
  /// Lower end of the interval.
  public let low: Double
  /// Upper end of the interval.
  public let high: Double

  /// `value` ± `quantile` standard errors.
  init(_ value: Double, error: Double, quantile: Double) {
    self.value = value
    self.error = error
    low = value - quantile * error
    high = value + quantile * error
  }

  /// With an upper end no higher than `most`.
  init(_ value: Double, error: Double, quantile: Double, most: Double) {
    self.value = value
    self.error = error
    low = value - quantile * error
    high = min(value + quantile * error, most)
  }
}
