import Foundation

/// Diffusivity and clearance of one substance.
struct SubstanceClearance: Sendable, Hashable {
  /// Diffusivity, mm2/h.
  let diffusivity: Double
  /// First-order clearance, 1/h.
  let clearance: Double
  /// Level below which the substance acts on nothing and is not diffused.
  let negligible: Float
}
