import Foundation
import MyelonStatistics

/// When people are enrolled, days after injury: log-normal around a median between an earliest and a latest day.
public struct EnrolmentTime: Sendable, Hashable, Codable {
  /// Earliest day.
  public var earliest: Double
  /// Median day of the distribution before it is cut.
  public var median: Double
  /// Latest day.
  public var latest: Double

  /// Deviation of the logarithm of the day.
  ///
  /// Assumed because two thirds of enrolments of subacute trials fall between half and twice the median.
  public static let logDeviation = 0.5

  /// Describes when people are enrolled.
  ///
  /// - Parameters:
  ///   - earliest: earliest day.
  ///   - median: median day before the cut.
  ///   - latest: latest day.
  public init(earliest: Double, median: Double, latest: Double) {
    self.earliest = earliest
    self.median = median
    self.latest = latest
  }

  /// The day at a probability.
  ///
  /// - Parameter p: probability, between 0 and 1.
  /// - Returns: a day between earliest and latest, whole.
  public func day(at p: Double) -> Double {
    guard latest > earliest else { return earliest }
    func cumulative(_ day: Double) -> Double {
      NormalDistribution.standard.cumulative(log(day / median) / Self.logDeviation)
    }
    let (low, high) = (cumulative(earliest), cumulative(latest))
    let z = NormalDistribution.standard.quantile(low + p * (high - low))
    let day = median * exp(Self.logDeviation * z)
    return min(latest, max(earliest, day.rounded()))
  }
}
