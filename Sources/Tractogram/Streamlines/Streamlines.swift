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
}
