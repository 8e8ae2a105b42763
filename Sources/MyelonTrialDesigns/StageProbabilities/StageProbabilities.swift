/// How a group-sequential trial ends, look by look, for one true effect.
public struct StageProbabilities: Sendable, Hashable, Codable {
  /// Mean of Z at full information; 0 without effect.
  public let drift: Double
  /// Probability of success at each look, on the side of larger Z.
  public let success: [Double]
  /// Probability of crossing the other bound at each look: futility, or success on the other side of a two-sided test.
  public let crossedBelow: [Double]
  /// Mean share of the planned information at the end.
  public let expectedInformation: Double

  /// Probability of success at any look.
  public var totalSuccess: Double { success.reduce(0, +) }

  /// Probability of success up to and including each look.
  public var cumulativeSuccess: [Double] {
    var sum = 0.0
    return success.map { value in
      sum += value
      return sum
    }
  }

  /// Computes the probabilities for given bounds.
  ///
  /// - Parameters:
  ///   - fractions: shares of the information at the looks, rising.
  ///   - upper: bounds; Z at or above is success.
  ///   - lower: bounds; Z below stops the trial; minus infinity where there is none.
  ///   - drift: mean of Z at full information.
  public init(fractions: [Double], upper: [Double], lower: [Double], drift: Double) {
    precondition(fractions.count == upper.count && upper.count == lower.count, "Bounds of all looks")
    var density = SequentialDensity(drift: drift)
    var success: [Double] = []
    var below: [Double] = []
    for look in fractions.indices {
      success.append(density.upperTail(upper[look], at: fractions[look]))
      below.append(density.lowerTail(lower[look], at: fractions[look]))
      if look + 1 < fractions.count {
        density.advance(
          to: fractions[look], lower: lower[look], upper: upper[look], afterwards: fractions[look + 1])
      }
    }
    var going = 1.0
    var expected = 0.0
    for look in fractions.indices {
      let stopping = look + 1 == fractions.count ? going : success[look] + below[look]
      expected += stopping * fractions[look]
      going -= stopping
    }
    self.drift = drift
    self.success = success
    crossedBelow = below
    expectedInformation = expected
  }
}
