import Foundation

/// Fisher's exact test of a 2 x 2 table: given both margins, successes in the first group are hypergeometric.
///
/// Fisher 1935, doi:10.2307/2342435. The two-sided p-value sums the tables that are no more probable than the observed one.
public struct FisherExactTest: Sendable, Hashable {
  /// The probability of at least as many successes in the first group.
  public let greater: Double
  /// The probability of at most as many successes in the first group.
  public let less: Double
  /// The probability of tables no more probable than the observed one.
  public let twoSided: Double

  /// Tests a table.
  ///
  /// - Parameters:
  ///   - successes: successes in the first group.
  ///   - trials: people in the first group.
  ///   - otherSuccesses: successes in the second group.
  ///   - otherTrials: people in the second group.
  /// - Throws: `StatisticsError.outOfRange` if a group has more successes than people.
  public init(successes: Int, trials: Int, otherSuccesses: Int, otherTrials: Int) throws(StatisticsError) {
    for (count, total) in [(successes, trials), (otherSuccesses, otherTrials)] {
      guard total >= 0, count >= 0, count <= total else {
        throw .outOfRange(
          what: "Successes among \(total)", allowed: "0 to \(max(0, total))", found: Double(count))
      }
    }
    let masses = Self.masses(trials: trials, otherTrials: otherTrials, total: successes + otherSuccesses)
    let position = successes - masses.lowest
    let observed = masses.values[position]
    greater = min(1, masses.values[position...].reduce(0, +))
    less = min(1, masses.values[...position].reduce(0, +))
    // Rounding must not part tables that are equally probable; the margin is that of R's fisher.test.
    twoSided = min(1, masses.values.reduce(0) { $0 + ($1 <= observed * (1 + 1e-7) ? $1 : 0) })
  }

  /// Hypergeometric probabilities for one pair of margins.
  ///
  /// - Parameters:
  ///   - trials: people in the first group.
  ///   - otherTrials: people in the second group.
  ///   - total: successes in both groups.
  /// - Returns: the least possible number of successes in the first group, and the probabilities from there on.
  public static func masses(trials: Int, otherTrials: Int, total: Int) -> (lowest: Int, values: [Double]) {
    precondition(
      trials >= 0 && otherTrials >= 0 && 0...(trials + otherTrials) ~= total,
      "\(total) successes among \(trials) and \(otherTrials)")
    let lowest = max(0, total - otherTrials)
    let highest = min(trials, total)
    // Ratios of neighbours from the mode outwards, then one division: no logarithm of a factorial is needed.
    let mode = Double(total + 1) * Double(trials + 1) / Double(trials + otherTrials + 2)
    let start = min(highest, max(lowest, Int(mode)))
    var values = [Double](repeating: 0, count: highest - lowest + 1)
    values[start - lowest] = 1
    for k in stride(from: start, to: highest, by: 1) {
      let ratio =
        Double(trials - k) * Double(total - k) / (Double(k + 1) * Double(otherTrials - total + k + 1))
      values[k + 1 - lowest] = values[k - lowest] * ratio
    }
    for k in stride(from: start, to: lowest, by: -1) {
      let ratio =
        Double(k) * Double(otherTrials - total + k) / (Double(trials - k + 1) * Double(total - k + 1))
      values[k - 1 - lowest] = values[k - lowest] * ratio
    }
    let sum = values.reduce(0, +)
    return (lowest, values.map { $0 / sum })
  }
}
