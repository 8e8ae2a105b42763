/// Subtotals of one side, as at the foot of the worksheet.
public struct SideTotals: Hashable, Sendable, Codable {
  /// Upper extremity, C5 to T1: UER or UEL, maximum 25.
  public let upperExtremity: Subtotal
  /// Lower extremity, L2 to S1: LER or LEL, maximum 25.
  public let lowerExtremity: Subtotal
  /// All ten key muscles, maximum 50.
  public let motor: Subtotal
  /// Light touch, maximum 56.
  public let lightTouch: Subtotal
  /// Pin prick, maximum 56.
  public let pinPrick: Subtotal

  init(_ side: ExaminationSide) {
    upperExtremity = Subtotal(side.motor[..<5])
    lowerExtremity = Subtotal(side.motor[5...])
    motor = upperExtremity + lowerExtremity
    lightTouch = Subtotal(side.lightTouch[...])
    pinPrick = Subtotal(side.pinPrick[...])
  }
}

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
