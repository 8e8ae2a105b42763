/// A sum of scores, or "ND" when one of them was not testable.
///
/// Sums take the grades as examined; stars do not change them.
public enum Subtotal: Hashable, Sendable, CustomStringConvertible {
  /// The sum of the grades.
  case sum(Int)
  /// Not determinable: at least one item was not testable.
  case notDeterminable

  /// The sum, or nil when not determinable.
  public var value: Int? {
    guard case .sum(let value) = self else { return nil }
    return value
  }

  /// The sum or "ND".
  public var description: String { value.map(String.init) ?? "ND" }

  init(_ scores: ArraySlice<Score>) {
    var sum = 0
    var isDeterminable = true
    for score in scores {
      sum += Int(score.packed & 7)
      if score.isNotTestable { isDeterminable = false }
    }
    self = isDeterminable ? .sum(sum) : .notDeterminable
  }

  /// The sum of two subtotals; not determinable when either is not.
  ///
  /// - Parameters:
  ///   - left: A subtotal.
  ///   - right: A subtotal.
  /// - Returns: Their sum.
  public static func + (left: Subtotal, right: Subtotal) -> Subtotal {
    guard case .sum(let first) = left, case .sum(let second) = right else { return .notDeterminable }
    return .sum(first + second)
  }
}

extension Subtotal: Codable {
  /// Reads a number or the string "ND".
  ///
  /// - Parameter decoder: Supplies one value.
  /// - Throws: `DecodingError` for anything else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Int.self) {
      self = .sum(value)
    } else if try container.decode(String.self) == "ND" {
      self = .notDeterminable
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A subtotal is a whole number or \"ND\".")
    }
  }

  /// Writes a number or the string "ND".
  ///
  /// - Parameter encoder: Receives one value.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encode("ND") }
  }
}
