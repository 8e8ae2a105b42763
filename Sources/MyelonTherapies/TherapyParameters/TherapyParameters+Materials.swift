import MyelonQuantities

extension TherapyParameters {
  /// Scaffolds and release.
  static let materials: [Parameter] = []
}
