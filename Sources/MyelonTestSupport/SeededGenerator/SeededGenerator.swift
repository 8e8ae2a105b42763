/// A small seeded generator of test input, so that a failing case can be run again.
///
/// SplitMix64: Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195. It is not the generator under test.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts a sequence.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number between two bounds.
  public mutating func number(in range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// Shares of a whole: `count` numbers, none negative, that add up to one.
  ///
  /// - Parameter count: how many, at least 1.
  /// - Returns: the shares; about one in eight is exactly zero, so that empty pools are tried too.
  public mutating func shares(_ count: Int) -> [Double] {
    var parts = (0..<count).map { _ in number(in: 0...1) < 0.125 ? 0 : number(in: 0...1) }
    if parts.allSatisfy({ $0 == 0 }) { parts[0] = 1 }
    let sum = parts.reduce(0, +)
    return parts.map { $0 / sum }
  }
}
