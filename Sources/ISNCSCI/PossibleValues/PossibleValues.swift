/// The values that an output of the classification can take: exactly one unless something was not testable.
///
/// The set is exact: each value in it is the result for some valid scoring of the untested items, and no
/// other value is. A value is `conditional` (printed with a star) when it rests on a judgement about
/// impairments that are not due to the cord injury.
public struct PossibleValues<Value: FiniteValue>: Hashable, Sendable {
  /// One bit a possible value.
  @usableFromInline var bits: UInt32

  /// The bits of the values that rest on a starred score; a subset of `bits`.
  @usableFromInline var conditionalBits: UInt32

  @inlinable
  init(bits: UInt32, conditionalBits: UInt32 = 0) {
    self.bits = bits
    self.conditionalBits = conditionalBits & bits
  }

  /// A set from a list of values.
  ///
  /// - Parameters:
  ///   - values: The possible values, in any order.
  ///   - conditional: Those of them that rest on starred scores; others are ignored.
  public init(_ values: [Value], conditional: [Value] = []) {
    let union: ([Value]) -> UInt32 = { $0.reduce(0) { $0 | 1 << UInt32($1.index) } }
    self.init(bits: union(values), conditionalBits: union(conditional))
  }

  /// The possible values in ascending order.
  public var values: [Value] {
    var rest = bits
    var list: [Value] = []
    while rest != 0 {
      let position = rest.trailingZeroBitCount
      if let value = Value(index: UInt8(position)) { list.append(value) }
      rest &= rest &- 1
    }
    return list
  }

  /// The value when it is the only possible one, otherwise nil ("not determinable").
  @inlinable public var single: Value? {
    bits.nonzeroBitCount == 1 ? Value(index: UInt8(bits.trailingZeroBitCount)) : nil
  }

  /// The first possible value: the most rostral level, the most severe grade.
  @inlinable public var first: Value? {
    bits == 0 ? nil : Value(index: UInt8(bits.trailingZeroBitCount))
  }

  /// The last possible value: the most caudal level, the mildest grade.
  @inlinable public var last: Value? {
    bits == 0 ? nil : Value(index: UInt8(31 - bits.leadingZeroBitCount))
  }

  /// How many values are possible.
  @inlinable public var count: Int { bits.nonzeroBitCount }

  /// Whether a value is possible.
  ///
  /// - Parameter value: The value asked for.
  /// - Returns: True when some scoring of the untested items gives it.
  @inlinable
  public func contains(_ value: Value) -> Bool { bits >> UInt32(value.index) & 1 == 1 }

  /// Whether a value rests on a judgement about impairments not due to the cord injury.
  ///
  /// - Parameter value: The value asked for.
  /// - Returns: True when it is possible and printed with a star.
  @inlinable
  public func isConditional(_ value: Value) -> Bool { conditionalBits >> UInt32(value.index) & 1 == 1 }

  /// Whether every value of another set is in this one.
  ///
  /// - Parameter other: The set that may be smaller.
  /// - Returns: True when `other` is a subset.
  @inlinable
  public func isSuperset(of other: Self) -> Bool { other.bits & ~bits == 0 }
}

extension PossibleValues: CustomStringConvertible {
  /// The values separated by commas, with a star after each conditional one: "C5,C6*".
  public var description: String {
    values.map { isConditional($0) ? "\($0)*" : "\($0)" }.joined(separator: ",")
  }
}
