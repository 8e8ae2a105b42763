/// A set of streamlines: polylines through space, as tractogram files hold them.
public struct Streamlines: Sendable, Hashable {
  /// Points of all lines one after the other, mm, in scanner coordinates (RAS+).
  public var points: [SIMD3<Float>]
  /// Number of points of each line.
  public var lengths: [Int]
  /// One number a line by name, for example the axons that it stands for; each as long as `lengths`.
  public var weights: [String: [Float]]

  /// Joins lines.
  public init(points: [SIMD3<Float>] = [], lengths: [Int] = [], weights: [String: [Float]] = [:]) {
    self.points = points
    self.lengths = lengths
    self.weights = weights
  }

  /// Number of lines.
  public var count: Int { lengths.count }

  /// Adds a line at the end; `weights` are left to the caller.
  ///
  /// - Parameter line: its points, mm, RAS+; a file takes no line without points.
  public mutating func append(_ line: some Sequence<SIMD3<Float>>) {
    let before = points.count
    points.append(contentsOf: line)
    lengths.append(points.count - before)
  }

  /// The lines one by one, in order; points that `lengths` does not cover are left out.
  public var lines: [ArraySlice<SIMD3<Float>>] {
    var start = 0
    return lengths.map { length in
      let end = start + min(max(0, length), points.count - start)
      defer { start = end }
      return points[start..<end]
    }
  }
}
