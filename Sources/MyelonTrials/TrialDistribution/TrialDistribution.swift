import Foundation
import MyelonStatistics

/// How a number spreads over simulated trials, as modelled and with a therapy that does nothing.
public struct TrialDistribution: Sendable, Hashable, Codable {
  /// Which number of a trial.
  public enum Quantity: String, Sendable, Hashable, Codable, CaseIterable {
    /// Estimated effect in the comparison, on the scale of its analysis.
    case estimatedEffect
    /// Mean change of the motor score in the expansion.
    case expansionGain
    /// Share with a better grade in the expansion.
    case expansionConverted
    /// Share of responders among those judged in the expansion.
    case expansionResponders
    /// People of the expansion.
    case expansionPeople
    /// People enrolled in all stages.
    case enrolled
    /// People screened for one enrolled.
    case screenedPerEnrolled
    /// Duration, days.
    case days
    /// Patients of dose finding at a dose.
    case patients
    /// Toxicities of dose finding at a dose.
    case toxicities
  }

  /// The trials of one world that have the number.
  public struct Part: Sendable, Hashable, Codable {
    /// What is true.
    public let truth: TrialTruth
    /// Trials that have the number.
    public let trials: Int
    /// Mean with Student's interval; nil for fewer than two trials.
    public let mean: Estimate?
    /// The 5th, 25th, 50th, 75th and 95th percentile; empty without trials.
    public let quantiles: [Double]
    /// Trials in each bin; a value on an inner edge counts in the bin above it.
    public let counts: [Int]
  }

  /// Which number.
  public let quantity: Quantity
  /// Dose level from 1, for numbers of a dose.
  public let dose: Int?
  /// Edges of equal bins, ascending, common to all worlds; one more than bins.
  public let edges: [Double]
  /// The worlds.
  public let parts: [Part]

  /// Bins that are aimed at; steps of 1, 2 or 5 make some more or fewer.
  private static let bins = 30.0

  /// The trials of a world.
  public func part(_ truth: TrialTruth) -> Part? { parts.first { $0.truth == truth } }

  /// Spreads numbers over bins; nil when no trial has the number.
  ///
  /// - Parameters:
  ///   - quantity: which number.
  ///   - dose: dose level, for numbers of a dose.
  ///   - values: the number of each trial that has it, by world; what is not finite is left out.
  init?(_ quantity: Quantity, dose: Int? = nil, values: [(truth: TrialTruth, values: [Double])]) {
    let worlds = values.map { (truth: $0.truth, values: $0.values.filter(\.isFinite)) }
    guard let low = worlds.compactMap({ $0.values.min() }).min(),
      let high = worlds.compactMap({ $0.values.max() }).max()
    else { return nil }
    let edges = Self.edges(low, high)
    self.quantity = quantity
    self.dose = dose
    self.edges = edges
    parts = worlds.map { truth, values in
      let sorted = values.sorted()
      return Part(
        truth: truth, trials: values.count, mean: Estimate(meanOf: values),
        quantiles: sorted.isEmpty
          ? []
          : [0.05, 0.25, 0.5, 0.75, 0.95].map { share in
            sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
          },
        counts: Self.counts(values, edges))
    }
  }

  /// Edges on multiples of 1, 2 or 5 times a power of ten.
  private static func edges(_ low: Double, _ high: Double) -> [Double] {
    let reach = high - low
    // One bin around a number that never changes.
    guard reach > 1e-9 * max(1, abs(low), abs(high)) else { return [low - 0.5, low + 0.5] }
    let raw = reach / bins
    let power = pow(10, floor(log10(raw)))
    let step = ([1.0, 2, 5].first { $0 * power >= raw } ?? 10) * power
    let (first, last) = (floor(low / step), floor(high / step) + 1)
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  private static func counts(_ values: [Double], _ edges: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: edges.count - 1)
    guard let low = edges.first, let high = edges.last, high > low else { return counts }
    let width = (high - low) / Double(counts.count)
    for value in values { counts[min(counts.count - 1, max(0, Int((value - low) / width)))] += 1 }
    return counts
  }
}
