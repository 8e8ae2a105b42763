import MyelonQuantities

extension TherapyParameters {
  /// Imaging of labelled cells.
  static let tracking: [Parameter] = []
}
