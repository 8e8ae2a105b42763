import Foundation

/// Direction numbers of Sobol's sequence after Joe and Kuo, for up to 1111 dimensions.
///
/// Dimension 1 is the binary van der Corput sequence. Each further dimension has a primitive polynomial
/// `x^s + a_1 x^(s-1) + ... + a_(s-1) x + 1` over the field of two elements and odd numbers m_1 ... m_s with
/// m_k < 2^k; the numbers v_k = m_k / 2^k are continued by the recurrence
/// `v_k = a_1 v_(k-1) ^ ... ^ a_(s-1) v_(k-s+1) ^ v_(k-s) ^ (v_(k-s) >> s)`.
/// Polynomials and numbers: Joe & Kuo 2008, "Constructing Sobol sequences with better two-dimensional
/// projections", SIAM J. Sci. Comput. 30:2635, doi:10.1137/070709359, file new-joe-kuo-6.21201. 1111 is where
/// the polynomials of degree 13 end; up to there the sequence has Sobol's property A (same source).
enum SobolDirections {
  /// Most dimensions that the table serves.
  static let maximumDimensions = 1111
  /// Binary digits of a coordinate.
  static let bits = 32

  /// How many primitive polynomials there are of each degree, from 1: Euler's phi(2^s - 1) / s.
  private static let polynomials = [1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630]

  /// Direction numbers of the first dimensions, 32 a dimension, the most significant digit first.
  static func words(dimensions: Int) -> [UInt32] {
    var words: [UInt32] = []
    words.reserveCapacity(dimensions * bits)
    for digit in 0..<bits { words.append(1 << UInt32(bits - 1 - digit)) }
    var reader = BitReader(bytes: table)
    for (index, count) in polynomials.enumerated() {
      for _ in 0..<count {
        guard words.count < dimensions * bits else { return words }
        appendDimension(degree: index + 1, from: &reader, to: &words)
      }
    }
    return words
  }

  private static func appendDimension(degree: Int, from reader: inout BitReader, to words: inout [UInt32]) {
    let start = words.count
    let coefficients = reader.read(degree - 1)
    for digit in 0..<bits {
      if digit < degree {
        let initial = 2 * reader.read(digit) + 1
        words.append(initial << UInt32(bits - 1 - digit))
        continue
      }
      let oldest = words[start + digit - degree]
      var word = oldest ^ (oldest >> UInt32(degree))
      for lag in 1..<max(degree, 1) where coefficients >> UInt32(degree - 1 - lag) & 1 == 1 {
        word ^= words[start + digit - lag]
      }
      words.append(word)
    }
  }

  /// The unpacked bytes of `packed`; read once.
  private static let table: [UInt8] = {
    guard let data = Data(base64Encoded: packed, options: .ignoreUnknownCharacters) else {
      preconditionFailure("The table of direction numbers is not base64: it was edited by hand")
    }
    return [UInt8](data)
  }()
}

extension SobolDirections {
  /// Reads unsigned numbers of any width from bytes, the most significant bit first.
  private struct BitReader {
    let bytes: [UInt8]
    var position = 0

    mutating func read(_ width: Int) -> UInt32 {
      var value: UInt32 = 0
      for _ in 0..<width {
        let bit = bytes[position >> 3] >> UInt8(7 - position & 7) & 1
        value = value << 1 | UInt32(bit)
        position += 1
      }
      return value
    }
  }
}
