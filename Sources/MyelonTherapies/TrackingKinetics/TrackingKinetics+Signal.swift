import Foundation

extension TrackingKinetics {
  /// What a voxel holds, as the image sees it.
  struct Voxel {
    /// Shares of cord, and of grey matter in it.
    var cord: Float, grey: Float
    /// Cavity as a share of tissue volume; oedema; blood; haemosiderin.
    var cavity: Float = 0, oedema: Float = 0, blood: Float = 0, haemosiderin: Float = 0
    /// Iron of the label, mM.
    var iron: Float = 0
  }

  /// The signal that is left of 1 at echo time `echo` under relaxation rate `rate`.
  static func decay(_ rate: Float, _ echo: Float) -> Float { Float(exp(-Double(rate * echo))) }

  /// Signal of a voxel without noise, relative to pure water at echo time 0.
  ///
  /// `S = W exp(-TE (R + R_h h + R_s s + r_Fe [Fe]))`: water content W and rate R are means over the voxel's tissue,
  /// cavity fluid and surrounding fluid. One exponential for a mixture is an approximation that holds where TE times
  /// the spread of rates is below about one.
  func signal(_ voxel: Voxel) -> Float {
    let tissueWater = voxel.grey * waterGrey + (1 - voxel.grey) * waterWhite
    let swollen = min(1, tissueWater + waterOedema * max(0, voxel.oedema))
    let tissueRate = voxel.grey * grey + (1 - voxel.grey) * white
    let fluidShare = 1 - voxel.cord * (1 - voxel.cavity)
    let water = (1 - fluidShare) * swollen + fluidShare
    let rate = (1 - fluidShare) * tissueRate + fluidShare * fluid
    let bloodRate = voxel.cord * (blood * voxel.blood + haemosiderin * voxel.haemosiderin)
    let ironRate = Float(relaxivity) * voxel.iron
    return water * Self.decay(rate + bloodRate + ironRate, echo)
  }

  /// Iron that a reader infers from a voxel's signal, mM; 0 where the voxel is not dark enough to be noticed.
  ///
  /// `[Fe] = ln(S_ref / S) / (TE r_Fe)` with the intact voxel as reference, so that all that darkens counts as iron
  /// and all that brightens hides it. A signal below the noise is read as the noise: in a void iron cannot be counted.
  func inferredIron(signal: Float, reference: Float) -> Double {
    guard reference - signal > detection * noise else { return 0 }
    return log(Double(reference / max(signal, noise))) / (Double(echo) * relaxivity)
  }
}
