/// The open-field locomotor score of rats, 0 (no hind-limb movement) to 21 (normal).
///
/// Basso, Beattie & Bresnahan 1995 J Neurotrauma 12:1, doi:10.1089/neu.1995.12.1.
public struct BBBScore: Sendable, Hashable, Codable {
  /// Score, 0 to 21, mean of the two hind limbs as it is usually reported; halves may occur.
  public let value: Double

  /// Makes a score; values outside 0 to 21 are programming faults.
  public init(_ value: Double) {
    precondition((0...21).contains(value), "A BBB score lies between 0 and 21; found \(value)")
    self.value = value
  }

  /// What a rat with this score does, in the words that the scale's landmarks stand for.
  public var landmark: String {
    switch value {
    case ..<1: "no hind-limb movement"
    case ..<8: "joint movements without weight support"
    case ..<9: "sweeping or plantar placing without weight support"
    case ..<12: "plantar steps, weight supported, no coordination"
    case ..<14: "weight-supported steps, occasional to frequent coordination"
    case ..<21: "consistent coordination with faults of paw position or trunk"
    default: "normal"
    }
  }
}
