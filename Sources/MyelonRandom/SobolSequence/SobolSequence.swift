/// Sobol's low-discrepancy sequence in up to 1111 dimensions, each point computed from its index alone.
///
/// The first 2^m points are a (t, m, s)-net in base two: every dyadic box of volume 2^(t-m) holds exactly 2^t of
/// them, so that means over the cube converge almost as 1/n where random points give 1/sqrt(n). Take powers of two
/// of points, starting at index 0; leaving the first point out or thinning destroys the balance (Owen 2022,
/// "On dropping the first Sobol' point", doi:10.1007/978-3-030-98319-2_4). Points are in Gray-code order (Antonov &
/// Saleev 1979, doi:10.1016/0041-5553(79)90085-5), which is also SciPy's.
public struct SobolSequence: Sendable {
  /// Most dimensions that the direction numbers serve.
  public static let maximumDimensions = SobolDirections.maximumDimensions
  /// Points after which the sequence repeats: coordinates have 32 binary digits.
  public static let period = 1 << SobolDirections.bits

  /// Number of coordinates of a point.
  public let dimensions: Int
  /// How the digits are randomised.
  public let scrambling: SobolScrambling
  /// 32 direction numbers a dimension.
  private let directions: [UInt32]

  /// Prepares the sequence.
  ///
  /// - Parameters:
  ///   - dimensions: number of coordinates, 1 to 1111.
  ///   - scrambling: randomisation of the digits.
  /// - Throws: `SobolSequenceError` if there are too few or too many dimensions.
  public init(dimensions: Int, scrambling: SobolScrambling = .none) throws(SobolSequenceError) {
    guard 1...Self.maximumDimensions ~= dimensions else {
      throw .dimensions(found: dimensions, most: Self.maximumDimensions)
    }
    self.dimensions = dimensions
    self.scrambling = scrambling
    directions = SobolDirections.words(dimensions: dimensions)
  }

  /// One coordinate of one point.
  ///
  /// - Parameters:
  ///   - index: index of the point, 0 up to `period` - 1.
  ///   - dimension: index of the coordinate, from 0.
  /// - Returns: a multiple of 2^-32 in [0, 1) without scrambling; with it the middle of such a cell, so that
  ///   neither end occurs and quantile functions stay finite.
  public func coordinate(point index: Int, dimension: Int) -> Double {
    let word = word(point: index, dimension: dimension)
    switch scrambling {
    case .none:
      return Double(word) * 0x1p-32
    case .digitalShift(let seed):
      return (Double(word ^ DigitScrambler.shift(seed: seed, dimension: dimension)) + 0.5) * 0x1p-32
    case .owen(let seed):
      return (Double(DigitScrambler.nested(word, seed: seed, dimension: dimension)) + 0.5) * 0x1p-32
    }
  }

  /// One point.
  ///
  /// - Parameter index: index of the point, 0 up to `period` - 1.
  /// - Returns: `dimensions` coordinates.
  public func point(_ index: Int) -> [Double] {
    (0..<dimensions).map { coordinate(point: index, dimension: $0) }
  }

  /// The unscrambled coordinate as a binary fraction of 32 digits.
  func word(point index: Int, dimension: Int) -> UInt32 {
    precondition(0..<Self.period ~= index, "Sobol points have indices 0 to 2^32 - 1, found \(index)")
    precondition(0..<dimensions ~= dimension, "Dimension \(dimension) of \(dimensions)")
    var gray = UInt32(index) ^ UInt32(index) >> 1
    var word: UInt32 = 0
    while gray != 0 {
      word ^= directions[dimension &* SobolDirections.bits &+ gray.trailingZeroBitCount]
      gray &= gray &- 1
    }
    return word
  }
}
