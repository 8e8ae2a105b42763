import Foundation

/// How far an injury has opened and armed the cord for an adaptive response, whatever the graft.
///
/// Injury activates lymphocytes, which enter the cord from about a week on and stay for months, chronically (Ankeny &
/// Popovich 2009, Neuroscience 158:1112): a graft that comes later meets them at once. Six stages in a row, driven by
/// the macrophages of the lesion, rise with a mean delay of τ_p and fade slowly:
///
/// `dP₁/dt = (6 / τ_p) l (1 - P₁) - P₁ / τ_f`, `dP_k/dt = (6 / τ_p) (P_(k-1) - P_k)+ - P_k / τ_f`, `l = m / (K_p + m)`
///
/// with m the macrophages of the cord over the lesion's volume. The level is P₆; a quiet cord has none.
struct HostPriming: Sendable, Hashable, Codable {
  private(set) var stages = [Double](repeating: 0, count: 6)

  /// The level, 0 to 1.
  var level: Double { stages[stages.count - 1] }

  /// Advances the stages, each implicitly, so that any step keeps them between 0 and 1.
  mutating func advance(drive: Double, delay: Double, fading: Double, hours: Double) {
    // Long steps are cut: the order of the stages' rise matters more than the cost of six numbers.
    let parts = max(1, Int((hours / 2).rounded(.up)))
    let step = hours / Double(parts)
    let pace = Double(stages.count) / max(delay, 1e-3) * step
    let loss = step / max(fading, 1e-3)
    for _ in 0..<min(parts, 10_000) {
      var input = 1.0
      var rate = pace * drive
      for stage in stages.indices {
        let before = stages[stage]
        let gain = input > before ? rate : 0
        stages[stage] = (before + gain * input) / (1 + gain + loss)
        input = stages[stage]
        rate = pace
      }
    }
  }
}
