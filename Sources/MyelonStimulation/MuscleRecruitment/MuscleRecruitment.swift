import Foundation
import MyelonAnatomy

/// How a muscle's motoneurons are reached as the amplitude rises: through its afferents and through its own axons.
///
/// Monosynaptic: the share of group I afferents that fire in the dorsal roots of the segments that hold the motor pool, weighted by
/// the pool's share in each. Direct: likewise the share of motor axons that fire in the ventral roots. A motoneuron counts as reached by
/// either independently: `1 - (1 - monosynaptic)(1 - direct)`. That an equal share of motoneurons answers as of afferents
/// fires is assumed because it depends on their excitability, which stimulation alone does not fix.
public struct MuscleRecruitment: Sendable, Hashable, Codable {
  /// The part of one segment.
  public struct Part: Sendable, Hashable, Codable {
    /// Name of the segment.
    public let segment: String
    /// Its share of the pool, of those segments that were computed; the shares add up to 1.
    public let weight: Double
    /// Group I afferents of its dorsal root; nil when they were not computed.
    public let afferents: RecruitmentCurve?
    /// Motor axons of its ventral root; nil when they were not computed.
    public let motorAxons: RecruitmentCurve?
  }

  /// Muscle group in words.
  public let muscle: String
  /// Side of the body.
  public let side: Side
  /// Part of the pool that lies in computed segments, 0 to 1.
  public let coverage: Double
  /// The segments' parts.
  public let parts: [Part]

  /// Least share of a pool that must lie in computed segments for its muscle to be told of.
  ///
  /// Assumed because below half, the curve would be that of other muscles' roots.
  public static let leastCoverage = 0.5

  /// Share that counts as threshold and share that counts as saturation.
  ///
  /// The 10 % and 90 % of Greiner et al. 2021, Nat Commun 12:435.
  public static let thresholdShare = 0.1
  /// Share that counts as saturation; see `thresholdShare`.
  public static let saturationShare = 0.9

  /// Muscles whose pools lie in computed segments for at least half.
  ///
  /// - Parameters:
  ///   - pools: motor pools of the species.
  ///   - sides: sides.
  ///   - curve: the curve of a class in a segment's root on a side; nil when it was not computed.
  /// - Returns: the muscles in the order of the pools.
  static func all(
    pools: [MotorPool], sides: [Side],
    curve: (FibreClass, _ segment: String, Side) -> RecruitmentCurve?
  ) -> [MuscleRecruitment] {
    pools.flatMap { pool in sides.compactMap { side in one(pool, side, curve) } }
  }

  private static func one(
    _ pool: MotorPool, _ side: Side, _ curve: (FibreClass, String, Side) -> RecruitmentCurve?
  ) -> MuscleRecruitment? {
    let found = pool.shares.compactMap { share -> Part? in
      let afferents = curve(.groupI, share.segment, side)
      let motorAxons = curve(.alphaMotor, share.segment, side)
      guard afferents != nil || motorAxons != nil else { return nil }
      return Part(segment: share.segment, weight: share.weight, afferents: afferents, motorAxons: motorAxons)
    }
    let coverage = found.reduce(0) { $0 + $1.weight }
    guard coverage >= leastCoverage - 1e-9 else { return nil }
    let parts = found.map {
      Part(
        segment: $0.segment, weight: $0.weight / coverage, afferents: $0.afferents, motorAxons: $0.motorAxons)
    }
    return MuscleRecruitment(muscle: pool.name, side: side, coverage: coverage, parts: parts)
  }

  /// Share of the muscle's group I afferents that fire at an amplitude, mA.
  public func monosynaptic(at amplitude: Double) -> Double {
    parts.reduce(0) { $0 + $1.weight * ($1.afferents?.share(at: amplitude) ?? 0) }
  }

  /// Share of the muscle's motor axons that fire at an amplitude, mA.
  public func direct(at amplitude: Double) -> Double {
    parts.reduce(0) { $0 + $1.weight * ($1.motorAxons?.share(at: amplitude) ?? 0) }
  }

  /// Share of the motoneurons that are reached either way at an amplitude, mA.
  public func share(at amplitude: Double) -> Double {
    1 - (1 - monosynaptic(at: amplitude)) * (1 - direct(at: amplitude))
  }

  /// Least amplitude at which a share of the threshold, a tenth, is reached one way or the other.
  ///
  /// - Parameters:
  ///   - share: the way: `share(at:)`, `monosynaptic(at:)` or `direct(at:)`.
  ///   - amplitudes: range to look in; from a thousandth of its lowest amplitude.
  /// - Returns: mA; nil above the range.
  public func threshold(of share: (Double) -> Double, in amplitudes: StudyAmplitudes) -> Double? {
    guard share(amplitudes.highest) >= Self.thresholdShare else { return nil }
    var (low, high) = (log(amplitudes.lowest * 1e-3), log(amplitudes.highest))
    // Recruitment never falls with the amplitude; 50 halvings reach the precision of a double.
    for _ in 0..<50 {
      let middle = 0.5 * (low + high)
      if share(exp(middle)) >= Self.thresholdShare { high = middle } else { low = middle }
    }
    return exp(high)
  }

  /// The muscle and its side in words.
  public var title: String { "\(muscle), \(side.word)" }
}
