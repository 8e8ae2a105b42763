import MyelonRegrowth

/// One axon of a sample: its kind, what it does, and its path.
public struct AxonLine: Sendable, Hashable, Codable {
  /// What the growth cone at its end does.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// It advances.
    case growing
    /// It stands still in tissue that inhibits it.
    case arrested
    /// It stands still inside a graft or scaffold.
    case trapped
    /// It draws back.
    case retracting
    /// It has formed a synapse.
    case connected
    /// It has left the window of the cord.
    case left
  }

  /// The neuron that it belongs to.
  public var neuron: NeuronType
  /// What its end does.
  public var state: State
  /// Axons that it stands for.
  public var axons: Double
  /// Path from where it began to its end, mm in cord coordinates: x, y, z of the first point, then of the next.
  public var points: [Float]

  /// Makes a line from its path, with fewer points.
  ///
  /// - Parameters:
  ///   - neuron: the neuron that it belongs to.
  ///   - state: what its end does.
  ///   - axons: axons that it stands for.
  ///   - path: points from its beginning to its end, mm in cord coordinates; points that are not finite are left out.
  ///   - tolerance: how far the thinned line may lie from a point left out, mm. The default is assumed because it is
  ///     below the thickness at which such lines are drawn.
  public init(
    neuron: NeuronType, state: State, axons: Double, path: [SIMD3<Float>], tolerance: Float = 0.02
  ) {
    self.neuron = neuron
    self.state = state
    self.axons = axons
    let finite = path.filter { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite }
    points = Polyline.thinned(finite, tolerance: tolerance).flatMap { point in
      // Micrometres are finer than any voxel, and numbers short in the record.
      (0..<3).map { (point[$0] * 1000).rounded() / 1000 }
    }
  }

  /// The path as points; a rest that makes no whole point, and points that are not finite, are left out.
  public var path: [SIMD3<Float>] {
    (0..<points.count / 3).map { SIMD3(points[3 * $0], points[3 * $0 + 1], points[3 * $0 + 2]) }
      .filter { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite }
  }
}
