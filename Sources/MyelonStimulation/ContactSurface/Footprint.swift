import MyelonFields

/// The columns of cells along a flat contact's normal that its surface covers.
struct Footprint {
  /// One column.
  struct Column {
    /// Flat index of the cell where the column begins (place 0 along the normal).
    var base: Int
    /// Area of its cross-section, mm2.
    var area: Double
    /// Covered part of the area.
    var share: Double
  }

  /// Axis of the contact's normal: 0 x, 1 y.
  let normal: Int
  /// True if the contact faces the rising side of that axis.
  let isRising: Bool
  /// Positions of the faces along the normal, mm.
  let positions: [Double]
  /// Distance of cells along the normal in memory.
  let stride: Int
  /// Face nearest to the contact.
  let face: Int
  /// How far the metal may be pushed on, mm.
  let drape: Double
  /// Covered columns.
  private(set) var columns: [Column] = []

  /// Finds the columns that a disc or rectangle covers.
  init(_ contact: ElectrodeContact, _ grid: RectilinearGrid) throws(ConductorError) {
    switch contact.facing {
    case .ventral: (normal, isRising) = (1, false)
    case .dorsal: (normal, isRising) = (1, true)
    case .right: (normal, isRising) = (0, false)
    case .left: (normal, isRising) = (0, true)
    }
    let across = normal == 1 ? 0 : 1
    let axes = [grid.x, grid.y, grid.z]
    positions = axes[normal]
    stride = normal == 0 ? 1 : grid.nx
    face = GridPlace.face(contact.position[normal], positions)
    let half: SIMD2<Double>
    switch contact.shape {
    case .point: half = SIMD2(0, 0)
    case .disc(let radius): half = SIMD2(radius, radius)
    case .rectangle(let width, let length): half = SIMD2(width / 2, length / 2)
    }
    guard half.min() > 0, half.sum().isFinite else {
      throw .size(contact: contact.name, size: 2 * half.min())
    }
    drape = half.min()
    let middle = SIMD2(contact.position[across], contact.position.z)
    let first = try Self.Edge(contact, grid, axes[across], middle.x, half.x)
    let second = try Self.Edge(contact, grid, grid.z, middle.y, half.y)
    let reach = half + Self.edgeShift * SIMD2(first.width, second.width)
    let isDisc = if case .disc = contact.shape { true } else { false }
    let strides = [1, grid.nx, grid.nx * grid.ny]
    for k in second.cells {
      for i in first.cells {
        let low = SIMD2(axes[across][i], grid.z[k]) - middle
        let high = SIMD2(axes[across][i + 1], grid.z[k + 1]) - middle
        let share = isDisc ? Self.discShare(low / reach, high / reach) : Self.rectangleShare(low, high, reach)
        guard share > 0 else { continue }
        columns.append(
          Column(
            base: i * strides[across] + k * strides[2], area: (high - low).x * (high - low).y, share: share))
      }
    }
  }

  /// How far metal reaches beyond its edge on the grid, in cells.
  ///
  /// Near the edge of a conductor in an insulator the current density rises as one over the root of the
  /// distance; cells that see it as constant let too little through, as if the edge lay about a fifth of a
  /// cell further in. The shift makes up for it. Fitted to the disc's closed form at 4 to 12 cells a radius;
  /// the square plate is the check.
  static let edgeShift = 0.22

  /// Cells along one edge of a contact.
  private struct Edge {
    /// Those that the metal may cover.
    var cells: ClosedRange<Int>
    /// Width of the widest under the contact, mm.
    var width: Double

    /// Throws if the contact leaves the grid or is smaller than two of its cells.
    init(
      _ contact: ElectrodeContact, _ grid: RectilinearGrid, _ faces: [Double], _ middle: Double,
      _ half: Double
    ) throws(ConductorError) {
      guard let low = faces.first, let high = faces.last, middle - half >= low, middle + half <= high else {
        throw ContactSurface.outside(contact, grid)
      }
      let tiny = 1e-9 * half
      let first = GridPlace.cell(middle - half + tiny, faces)
      let last = GridPlace.cell(middle + half - tiny, faces)
      width = (first...last).reduce(0) { max($0, faces[$1 + 1] - faces[$1]) }
      guard 2 * half >= 2 * width * (1 - 1e-6) else {
        throw .unresolved(contact: contact.name, extent: 2 * half, cell: width)
      }
      cells = max(0, first - 1)...min(faces.count - 2, last + 1)
    }
  }

  private static func rectangleShare(
    _ low: SIMD2<Double>, _ high: SIMD2<Double>, _ half: SIMD2<Double>
  ) -> Double {
    let overlap = pointwiseMin(high, half) - pointwiseMax(low, -half)
    guard overlap.min() > 0 else { return 0 }
    return min(1, overlap.x * overlap.y / ((high - low).x * (high - low).y))
  }

  /// Part of a cell's cross-section inside the unit circle: exact along the second axis on 64 lines.
  private static func discShare(_ low: SIMD2<Double>, _ high: SIMD2<Double>) -> Double {
    let lines = 64
    var covered = 0.0
    for line in 0..<lines {
      let x = low.x + (high.x - low.x) * (Double(line) + 0.5) / Double(lines)
      let square = 1 - x * x
      guard square > 0 else { continue }
      let reach = square.squareRoot()
      covered += max(0, min(high.y, reach) - max(low.y, -reach))
    }
    return covered / Double(lines) / (high.y - low.y)
  }
}
