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
  /// The same drive by kind of connection, `[side][muscle]`; the parts add up to it.
  public var driveShares: [[PathwayShares]]
  /// What carries light touch before the response curve, by kind of connection, `[side][dermatome]`.
  public var touchShares: [[PathwayShares]]
  /// What carries pin prick before the response curve, by kind of connection, `[side][dermatome]`.
  public var prickShares: [[PathwayShares]]
  /// What the kinds of connection contribute below the injury, in drive and in points.
  public var contributions: FunctionContributions

  /// Normal function.
  public static let normal = FunctionalState(
    strength: [[Double]](repeating: [Double](repeating: 1, count: 10), count: 2),
    lightTouch: [[Double]](repeating: [Double](repeating: 1, count: 28), count: 2),
    pinPrick: [[Double]](repeating: [Double](repeating: 1, count: 28), count: 2),
    analContraction: true, analPressure: true,
    drive: [[Double]](repeating: [Double](repeating: 1, count: 10), count: 2),
    driveShares: intactShares(10), touchShares: intactShares(28), prickShares: intactShares(28),
    contributions: FunctionContributions(motorDrive: .intact, lightTouch: .intact, pinPrick: .intact))

  private static func intactShares(_ count: Int) -> [[PathwayShares]] {
    [[PathwayShares]](repeating: [PathwayShares](repeating: .intact, count: count), count: 2)
  }
}
