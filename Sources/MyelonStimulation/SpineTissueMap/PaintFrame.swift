import MyelonFields

/// What all slices of a grid share when they are painted.
struct PaintFrame: Sendable {
  let x: [Double]
  let y: [Double]
  let bodies: [ElectrodeBody]
  /// Thickness of the scar round bodies, mm.
  let scar: Double
  /// Narrowest cell along x, mm.
  let pitch: Double

  init(grid: RectilinearGrid, bodies: [ElectrodeBody], scar: Double) {
    func centres(_ faces: [Double]) -> [Double] { zip(faces, faces.dropFirst()).map { 0.5 * ($0 + $1) } }
    x = centres(grid.x)
    y = centres(grid.y)
    self.bodies = bodies
    self.scar = scar
    pitch = zip(grid.x, grid.x.dropFirst()).map { $1 - $0 }.min() ?? 1
  }

  /// Index of the first cell whose centre is at or above a position.
  func column(_ position: Double) -> Int {
    var low = 0
    var high = x.count
    while low < high {
      let middle = (low + high) / 2
      if x[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
