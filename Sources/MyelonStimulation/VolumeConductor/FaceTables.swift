import MyelonFields

/// Resistances of half cells and layers by label, as the filling of an operator needs them.
///
/// The conductance of a face is its area over the sum of two half cells and the layer between them, all in
/// series: A / (h₁ / 2σ₁ + R + h₂ / 2σ₂), which is exact for layers across the axis.
struct FaceTables: Sendable {
  /// 1 / (2 σ) along x, y and z by label; infinite for insulators.
  private let halves: [[Double]]
  private let layers: [Double]
  private let count: Int
  private let widths: [[Double]]

  init(_ field: ConductivityField) {
    count = field.tissues.count
    halves = (0..<3).map { axis in field.tissues.map { 0.5 / $0.conductivity[axis] } }
    var table = [Double](repeating: 0, count: count * count)
    for first in 0..<count {
      for second in 0..<count {
        table[first * count + second] = field.layerResistance(UInt8(first), UInt8(second))
      }
    }
    layers = table
    let axes: [[Double]] = [field.grid.x, field.grid.y, field.grid.z]
    widths = axes.map { faces in zip(faces, faces.dropFirst()).map { $1 - $0 } }
  }

  /// Fills the low faces of one plane of cells.
  func fill(_ matrix: EllipticOperator, _ field: ConductivityField, plane k: Int) {
    let (nx, ny) = (matrix.nx, matrix.ny)
    let layer = nx * ny
    let (wx, wy, wz) = (widths[0], widths[1], widths[2])
    field.labels.withUnsafeBufferPointer { labels in
      for j in 0..<ny {
        let row = (k * ny + j) * nx
        for i in 0..<nx {
          let at = row + i
          let own = Int(labels[at])
          if i > 0 {
            let other = Int(labels[at - 1])
            matrix.alongX[at] = conductance(0, own, wx[i], other, wx[i - 1], area: wy[j] * wz[k])
          }
          if j > 0 {
            let other = Int(labels[at - nx])
            matrix.alongY[at] = conductance(1, own, wy[j], other, wy[j - 1], area: wx[i] * wz[k])
          }
          if k > 0 {
            let other = Int(labels[at - layer])
            matrix.alongZ[at] = conductance(2, own, wz[k], other, wz[k - 1], area: wx[i] * wy[j])
          }
        }
      }
    }
  }

  @inline(__always) private func conductance(
    _ axis: Int, _ own: Int, _ width: Double, _ other: Int, _ otherWidth: Double, area: Double
  ) -> Float {
    let near = halves[axis][own] * width
    let far = halves[axis][other] * otherWidth
    return Float(area / (near + layers[own * count + other] + far))
  }
}
