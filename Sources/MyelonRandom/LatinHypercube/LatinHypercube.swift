/// A Latin hypercube: every coordinate of n points falls once into each of n equal cells.
///
/// McKay, Beckman & Conover 1979, "A comparison of three methods for selecting values of input variables in the
/// analysis of output from a computer code", Technometrics 21:239, doi:10.1080/00401706.1979.10489755. The variance
/// of a mean over the points loses the part of the function that is a sum of functions of one coordinate (Stein
/// 1987, doi:10.1080/00401706.1987.10488205). Works in any number of dimensions; its points must be used together.
public struct LatinHypercube: Sendable {
  /// Number of points.
  public let points: Int
  /// Number of coordinates.
  public let dimensions: Int
  private let coordinates: [Double]

  /// Keeps the streams apart from others of the same seed; any constant will do.
  private static let purpose: UInt64 = 0x4C41_5449_4E48_5943

  /// Draws a hypercube.
  ///
  /// - Parameters:
  ///   - points: number of points, at least 1.
  ///   - dimensions: number of coordinates, at least 1.
  ///   - seed: seed of the run; dimension d of a seed is the same however many dimensions there are.
  ///   - centred: whether points lie in the middle of their cells; otherwise uniformly inside.
  public init(points: Int, dimensions: Int, seed: UInt64, centred: Bool = false) {
    precondition(
      points >= 1 && dimensions >= 1, "A hypercube of \(points) points in \(dimensions) dimensions")
    self.points = points
    self.dimensions = dimensions
    var coordinates = [Double](repeating: 0, count: points * dimensions)
    for dimension in 0..<dimensions {
      var stream = RandomStream(seed: seed ^ Self.purpose, entity: UInt32(dimension))
      let cells = stream.permutation(count: points)
      for point in 0..<points {
        let place = centred ? 0.5 : stream.uniform()
        // The sum can round up to the next cell; the last cell must not reach 1.
        let coordinate = min((Double(cells[point]) + place) / Double(points), 1 - 0x1p-53)
        coordinates[point * dimensions + dimension] = coordinate
      }
    }
    self.coordinates = coordinates
  }

  /// One point.
  ///
  /// - Parameter index: index of the point, from 0.
  /// - Returns: `dimensions` coordinates in (0, 1).
  public func point(_ index: Int) -> [Double] {
    precondition(0..<points ~= index, "Point \(index) of \(points)")
    return Array(coordinates[index * dimensions..<(index + 1) * dimensions])
  }
}
