/// A value from a small ordered list, so that sets of it fit one machine word.
public protocol FiniteValue: Hashable, Sendable, CustomStringConvertible {
  /// Bit position of the value, 0 to 31.
  var index: UInt8 { get }

  /// The value at a bit position, or nil where there is none.
  ///
  /// - Parameter index: 0 to 31.
  init?(index: UInt8)
}

extension SpinalLevel: FiniteValue {
  /// Bit position of the level in a set of possible values.
  public var index: UInt8 { rawValue }

  /// The level at a bit position.
  ///
  /// - Parameter index: 0 to 29.
  public init?(index: UInt8) { self.init(rawValue: index) }
}
