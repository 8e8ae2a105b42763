import Tractogram

extension Streamlines {
  /// Adds a path of the cord, turned into the directions that track files have.
  ///
  /// World axes run to the right, the front and the head: against all three axes of the cord, as in the volumes of a
  /// run, so that lines lie in them when both are opened together.
  ///
  /// - Parameter path: points, mm in cord coordinates; a path without points is left out.
  /// - Returns: whether a line was added, so that weights are added for the same lines.
  @discardableResult
  public mutating func append(cordPath path: [SIMD3<Float>]) -> Bool {
    guard !path.isEmpty else { return false }
    append(path.map { SIMD3<Float>.zero - $0 })
    return true
  }
}
