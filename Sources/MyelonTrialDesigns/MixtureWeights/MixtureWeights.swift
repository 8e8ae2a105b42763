/// Weights of the parts of a mixture.
enum MixtureWeights {
  /// Refuses weights that cannot be scaled to sum to 1.
  static func requireScalable(_ weights: [Double]) throws(EfficacyError) {
    for (index, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
      throw .outOfRange(
        cell: "mixture, component \(index + 1), weight", allowed: "not negative", found: weight)
    }
    guard weights.contains(where: { $0 > 0 }) else {
      throw .outOfRange(cell: "mixture, sum of weights", allowed: "positive", found: 0)
    }
  }

  /// A finding if a weight of a part is no share.
  static func findings(_ weight: Double, _ cell: String) -> [EfficacyError] {
    weight >= 0 && weight <= 1 ? [] : [.outOfRange(cell: "\(cell), weight", allowed: "0 to 1", found: weight)]
  }
}
