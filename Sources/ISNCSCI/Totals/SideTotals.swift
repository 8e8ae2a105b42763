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
