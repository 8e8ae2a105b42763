import Foundation

/// The adaptive response of a host against one transplant.
///
/// Antigen immunises; the response builds through four stages in a row, so that it is nothing for some days and then
/// ramps (an Erlang delay of mean τ_r); what has built up fades slowly when the antigen is gone, because it is memory:
///
/// `dS₁/dt = 4 (1 + π_r P) / τ_r (a - S₁)`, `dS_k/dt = 4 (1 + π_r P) / τ_r (S_(k-1) - S_k)`,
/// `a = (1 - immunosuppression) n / (n_A + n)`; a stage above its input falls at `1 / τ_f` instead
///
/// with n the cells of the graft that live or died in the last step and P the priming of the host by the injury
/// (`HostPriming`), so that a graft into a cord that lymphocytes have entered is met sooner and harder. The hazard of a
/// cell is, since calcineurin inhibitors block the activation of T cells as well as their attack (Clipstone & Crabtree 1992
/// Nature 357:695, doi:10.1038/357695a0), `immune_death (1 - match) (1 - immunosuppression) S₄ (ε_r + (1 - ε_r) P)`. Innate killing is not here: it is
/// the cytokine and macrophage terms of the hazard table.
struct HostImmunity: Sendable, Hashable, Codable {
  /// The four stages, each 0 to 1.
  private(set) var stages: [Double] = [0, 0, 0, 0]

  /// Strength of the response, 0 to 1.
  var response: Double { stages[3] }

  /// Advances the stages, each exactly for a constant input.
  ///
  /// - Parameters:
  ///   - antigen: a, what of the antigen immunises under the drugs, 0 to 1.
  ///   - delay: τ_r / (1 + π_r P), h.
  ///   - fading: τ_f, h.
  ///   - hours: length of the step.
  mutating func advance(antigen: Double, delay: Double, fading: Double, hours: Double) {
    let rise = 1 - exp(-4 * hours / max(delay, 1e-3))
    let fall = 1 - exp(-hours / max(fading, 1e-3))
    var input = antigen
    for stage in stages.indices {
      let before = stages[stage]
      stages[stage] += (input > before ? rise : fall) * (input - before)
      input = 0.5 * (before + stages[stage])
    }
  }
}
