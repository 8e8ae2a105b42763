/// Where the vertebrae lie along the human cord.
///
/// Measured on the PAM50 template (De Leener et al. 2018, doi:10.1016/j.neuroimage.2017.10.041): the borders of its
/// vertebral levels (`PAM50_levels`), in mm caudal to the rostral end of its spinal level C1
/// (`PAM50_spinal_levels`), 0.5 mm a slice.
public enum VertebralLevels {
  /// Rostral end of C1, then the caudal ends of the vertebrae C1 to L1, mm from the rostral end of segment C1.
  ///
  /// Entry `k - 1` is the disc above vertebra `k`; the last, at the end of the template's cord, bounds L1.
  public static let borders: [Double] = [
    0.0, 23.0, 38.5, 57.0, 75.5, 92.0, 107.5, 124.5, 146.0, 169.0, 192.0, 216.5, 242.0, 267.5, 294.0, 321.0,
    347.5, 376.5, 408.0, 439.5, 472.5,
  ]

  /// World coordinate z of the rostral end of segment C1 in the template, mm.
  ///
  /// Upper face of slice 984 of `PAM50_spinal_levels`: -561.84 + 0.5 * 984.5.
  public static let templateTop = -69.59

  /// Name of vertebra `k`, 1 for C1.
  public static func name(_ vertebra: Int) -> String {
    switch vertebra {
    case ...7: "C\(vertebra)"
    case 8...19: "T\(vertebra - 7)"
    case 20...24: "L\(vertebra - 19)"
    default: "S\(vertebra - 24)"
    }
  }
}
