import Foundation

/// What a depot gives off: release, erosion of the material that holds it, and loss of activity before release.
///
/// The share still held is `H(s) = (1 - F(s)) R(s)` with the release curve F and the share R of the material that is
/// left: what an eroding material held is set free. A time integral of the outflow with a weight `w = e^(a + g s)`
/// is taken by parts,
///
/// `∫ -H'(s) w(s) ds = H(t₁) w(t₁) - H(t₂) w(t₂) + g ∫ H(s) w(s) ds`,
///
/// so nothing unbounded is ever integrated: H is bounded and continuous although H' is not (Higuchi). Without loss
/// of activity g = 0 and the amount of a step is exact. Otherwise the last integral is done by Gauss-Legendre
/// panels between the kinks of H.
struct DepotCurve: Sendable, Hashable {
  /// How the depot releases.
  let kinetics: ReleaseKinetics
  /// Half-life of activity in the depot, d; nil for a factor that keeps.
  let activityHalfLife: Double?
  /// The material that holds the depot and its age when release begins, d; nil for one that does not erode.
  let material: ScaffoldImplant?
  let materialAge: Double

  init(
    _ kinetics: ReleaseKinetics, activityHalfLife: Double? = nil, material: ScaffoldImplant? = nil,
    materialAge: Double = 0
  ) {
    self.kinetics = kinetics
    self.activityHalfLife = activityHalfLife
    self.material = material?.halfLife == nil ? nil : material
    self.materialAge = materialAge
  }

  /// Loss of activity in the depot, 1/d.
  var activityLoss: Double { activityHalfLife.map { M_LN2 / $0 } ?? 0 }

  /// Share of the load that leaves the depot active within [from, to), days since the start.
  func released(from: Double, to: Double) -> Double {
    outflow(from: from, to: to, offset: 0, slope: -activityLoss)
  }

  /// Share of the load that is, still active, in a mixed compartment at time `t`.
  ///
  /// The depot fills the compartment and first-order `loss`, 1/d, empties it: `∫ -H' e^(-δ s) e^(-k (t - s)) ds`
  /// with the loss of activity δ in the depot and the loss k after release.
  func mixed(at t: Double, loss: Double) -> Double {
    guard t > 0 else { return 0 }
    // What came in more than 45 lifetimes ago has gone (e^-45 is below the rounding of what came in since).
    let begin = max(0, t - 45 / max(loss, 1e-9))
    return outflow(from: begin, to: t, offset: -loss * t, slope: loss - activityLoss)
  }

  /// `∫ -H'(s) e^(offset + slope s) ds` over [from, to), with the burst at 0 counted when `from` <= 0.
  func outflow(from: Double, to: Double, offset: Double, slope: Double) -> Double {
    guard to > 0, to > from else { return 0 }
    let begin = max(from, 0)
    let heldBefore = from <= 0 ? 1 : held(begin)
    func weight(_ s: Double) -> Double { exp(offset + slope * s) }
    let change = heldBefore * weight(begin) - held(to) * weight(to)
    guard slope != 0 else { return max(0, change) }
    return max(0, change + slope * integral(from: begin, to: to, offset: offset, slope: slope))
  }

  /// Share still held at `t` >= 0, after any burst.
  func held(_ t: Double) -> Double {
    kinetics.held(t) * (material.map { left(of: $0, at: t) } ?? 1)
  }

  private func left(of material: ScaffoldImplant, at t: Double) -> Double {
    let atStart = material.remaining(afterDays: materialAge)
    return atStart > 0 ? material.remaining(afterDays: materialAge + t) / atStart : 0
  }
}
