/// The side of the body on which a structure lies.
///
/// In cord coordinates the right side has negative `x`.
public enum Side: UInt8, Codable, Sendable, CaseIterable {
  /// Right half of the cord, `x` < 0.
  case right = 0
  /// Left half of the cord, `x` > 0.
  case left = 1

  /// The opposite side.
  public var opposite: Side { self == .left ? .right : .left }

  /// Sign of `x` on this side: -1 on the right, +1 on the left.
  @inlinable public var sign: Float { self == .left ? 1 : -1 }
}
