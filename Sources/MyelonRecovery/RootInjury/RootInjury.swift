import Foundation
import MyelonQuantities

/// Conduction of the nerve roots that were bruised with the cord, and its return.
///
/// A blow that closes the canal also squeezes and stretches the roots that leave it there. What conducts of the roots of
/// a segment is `1 - ρ₀ h(κ₀) e^(-(Δ/λ_ρ)²/2) e^(-t/τ_ρ)` with Δ the distance from the segments whose roots leave at the
/// epicentre, and `h(κ) = κ⁴/(κ⁴ + κ_ρ⁴)` of the peak strain. A knife bruises no root beyond the gap. The block is one of
/// conduction (neurapraxia), so that it ends; roots that are torn out for good are not in it.
struct RootInjury: Sendable {
  /// Share of a root's fibres that is blocked at first at the centre.
  let depth: Double
  /// Segment index of the roots that are hit most.
  let centre: Double
  /// Distance in segments over which the block falls off.
  let reach: Double
  /// Time constant of its end, d.
  let time: Double
  /// Share of the block that sensory roots have.
  let sensoryShare: Double

  /// Roots that no blow has reached.
  static let none = RootInjury(depth: 0, centre: 0, reach: 1, time: 1, sensoryShare: 0)

  private init(depth: Double, centre: Double, reach: Double, time: Double, sensoryShare: Double) {
    self.depth = depth
    self.centre = centre
    self.reach = reach
    self.time = time
    self.sensoryShare = sensoryShare
  }

  /// The roots of an injury.
  ///
  /// - Parameters:
  ///   - segment: index of the segment that holds the epicentre.
  ///   - peakStrain: peak strain of the blow; nil for a cut.
  ///   - table: holds `RecoveryParameters` for people.
  init(segment: Int, peakStrain: Double?, table: ParameterTable) {
    guard let peakStrain, peakStrain > 0 else {
      self = .none
      return
    }
    let fourth = pow(peakStrain / table["root_injury_strain"], 4)
    self.init(
      depth: table["root_injury_depth"] * fourth / (1 + fourth),
      centre: Double(segment) - table["root_descent"], reach: table["root_injury_reach"],
      time: table["root_recovery_time"], sensoryShare: table["root_injury_sensory"])
  }

  /// Share of a segment's motor root that conducts.
  ///
  /// - Parameters:
  ///   - segment: index of the segment, 0 for C1.
  ///   - days: time since the injury.
  /// - Returns: between 0 and 1.
  func motor(_ segment: Int, days: Double) -> Double { 1 - blocked(segment, days: days) }

  /// Share of a segment's sensory root that conducts.
  ///
  /// - Parameters:
  ///   - segment: index of the segment, 0 for C1.
  ///   - days: time since the injury.
  /// - Returns: between 0 and 1.
  func sensory(_ segment: Int, days: Double) -> Double { 1 - sensoryShare * blocked(segment, days: days) }

  private func blocked(_ segment: Int, days: Double) -> Double {
    guard depth > 0 else { return 0 }
    let distance = (Double(segment) - centre) / reach
    return depth * exp(-0.5 * distance * distance - days / time)
  }
}
