/// Function of a person's cord at one time, before an examiner puts grades on it.
///
/// Every number lies between 0 (none) and 1 (normal). Sides are sides of the body: index 0 right, 1 left.
public struct FunctionalState: Sendable, Hashable {
  /// Strength of the ten key muscles, `[side][muscle]`.
  public var strength: [[Double]]
  /// Light touch of the 28 dermatomes, `[side][dermatome]`.
  public var lightTouch: [[Double]]
  /// Pin prick of the 28 dermatomes, `[side][dermatome]`.
  public var pinPrick: [[Double]]
  /// Whether the anal sphincter contracts on command.
  public var analContraction: Bool
  /// Whether deep anal pressure is felt.
  public var analPressure: Bool
  /// Drive of the ten key muscles before the strength curve, `[side][muscle]`.
  public var drive: [[Double]]

  /// Normal function.
  public static let normal = FunctionalState(
    strength: [[Double]](repeating: [Double](repeating: 1, count: 10), count: 2),
    lightTouch: [[Double]](repeating: [Double](repeating: 1, count: 28), count: 2),
    pinPrick: [[Double]](repeating: [Double](repeating: 1, count: 28), count: 2),
    analContraction: true, analPressure: true,
    drive: [[Double]](repeating: [Double](repeating: 1, count: 10), count: 2))
}
