import Foundation

/// A score of limbs: a plateau that rises with drive, of which spinal shock hides a part that old connections bring.
///
/// `S(d) = P (1 - s e^(-t/τ)) + (p(d) - P)` with `P = min(p(d), p(d_old))`, p the plateau, d_old the drive without new
/// connections and `s = 1.1 (1 - a)/(1 - a + 0.1)` for a drive a that conducts, so that a loss of a tenth hides half of
/// the function on the first day, a large loss all of it, and an intact rat knows no shock (assumed; rats with mild
/// contusions hardly move their hind limbs on day 1). What new connections add is not hidden.
struct ShockedScore {
  let plateau: (Double) -> Double
  /// Share of the plateau of old connections that is hidden now.
  let hidden: Double
  /// Drive without new connections.
  let old: Double

  init(
    conducting: Double, old: Double, days: Double, recoveryTime: Double, plateau: @escaping (Double) -> Double
  ) {
    self.plateau = plateau
    self.old = old
    hidden = 1.1 * (1 - conducting) / (1 - conducting + 0.1) * exp(-days / recoveryTime)
  }

  /// The score at a drive.
  func value(_ drive: Double) -> Double {
    let whole = plateau(drive)
    let shocked = min(whole, plateau(old))
    return shocked * (1 - hidden) + (whole - shocked)
  }
}
