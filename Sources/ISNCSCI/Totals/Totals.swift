/// All subtotals of an examination.
public struct Totals: Hashable, Sendable, Codable {
  /// The right side.
  public let right: SideTotals
  /// The left side.
  public let left: SideTotals

  /// Upper extremity motor score (UEMS), maximum 50.
  public let upperExtremity: Subtotal
  /// Lower extremity motor score (LEMS), maximum 50.
  public let lowerExtremity: Subtotal
  /// Motor total of both sides, maximum 100.
  ///
  /// The standard reports UEMS and LEMS apart; trials use the sum too.
  public let motor: Subtotal
  /// Light-touch total, maximum 112.
  public let lightTouch: Subtotal
  /// Pin-prick total, maximum 112.
  public let pinPrick: Subtotal

  /// The subtotals of an examination.
  ///
  /// - Parameter examination: The scores to add.
  public init(_ examination: Examination) {
    right = SideTotals(examination.right)
    left = SideTotals(examination.left)
    upperExtremity = right.upperExtremity + left.upperExtremity
    lowerExtremity = right.lowerExtremity + left.lowerExtremity
    motor = right.motor + left.motor
    lightTouch = right.lightTouch + left.lightTouch
    pinPrick = right.pinPrick + left.pinPrick
  }

  /// The subtotals of one side.
  ///
  /// - Parameter side: Right or left.
  public subscript(side: Side) -> SideTotals { side == .right ? right : left }
}
