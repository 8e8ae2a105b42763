import MyelonFields

/// The finite-volume operator of a conductor with its contacts in place.
///
/// Lengths are in mm and conductivities in S/m, so conductances are in mS and a potential for 1 mA comes out
/// in V: lead fields carry a factor of 1000 to mV.
final class ConductorAssembly {
  let field: ConductivityField
  let boundary: ConductorBoundary
  let surfaces: [ContactSurface]
  let executor: SlabExecutor
  let matrix: EllipticOperator
  /// Links to the sides of the box.
  private(set) var sides: [GroundLink] = []
  /// Cells that current can reach, 1, or not, 0.
  private(set) var reached: [UInt8] = []

  init(
    _ field: ConductivityField, _ boundary: ConductorBoundary, _ surfaces: [ContactSurface],
    _ executor: SlabExecutor
  ) throws(ConductorError) {
    self.field = field
    self.boundary = boundary
    self.surfaces = surfaces
    self.executor = executor
    matrix = EllipticOperator(grid: field.grid)
    let tables = FaceTables(field)
    let slabs = field.grid.nz
    executor.run(slabs: slabs) { k in tables.fill(self.matrix, field, plane: k) }
    coverFaces()
    sides = sideLinks()
    try findReach()
    let metal = surfaces.flatMap { surface in
      surface.links.map { GroundLink(cell: $0.cell, axis: $0.axis, conductance: Float($0.conductance)) }
    }
    sides.removeAll { reached[$0.cell] == 0 }
    matrix.prepare(links: sides + metal, executor: executor)
  }

  /// True if current can leave the box.
  var hasFarReturn: Bool { !sides.isEmpty }

  /// Takes away the part of each face that metal covers.
  private func coverFaces() {
    for covered in surfaces.flatMap(\.faces) {
      let along = [matrix.alongX, matrix.alongY, matrix.alongZ][covered.axis]
      along[covered.cell] *= Float(max(0, 1 - covered.share))
    }
  }

  /// Where the current comes from as seen from the sides.
  private var centre: SIMD3<Double> {
    if let centre = boundary.centre { return centre }
    let sum = surfaces.reduce(SIMD3<Double>()) { $0 + $1.contact.position }
    return sum / Double(surfaces.count)
  }

  /// Marks all cells that can be reached from the sides that take current, or else from the first contact.
  private func findReach() throws(ConductorError) {
    var seeds = sides.map(\.cell)
    if seeds.isEmpty {
      guard surfaces.count > 1, let first = surfaces.first else {
        throw .noReturn(contact: surfaces[0].contact.name)
      }
      seeds = first.cells
    }
    let flood = ConductorFlood(matrix, metal: surfaces.filter(\.isMetal).map(\.cells))
    reached = flood.reach(from: seeds)
    sealUnreached()
    for surface in surfaces where !surface.cells.allSatisfy({ reached[$0] != 0 }) {
      throw .noReturn(contact: surface.contact.name)
    }
  }

  /// Takes the faces of cells that no current reaches: pockets in insulators have no defined potential.
  private func sealUnreached() {
    let (row, layer) = (matrix.nx, matrix.nx * matrix.ny)
    let (gx, gy, gz) = (matrix.alongX, matrix.alongY, matrix.alongZ)
    for i in 0..<matrix.count where reached[i] == 0 {
      gx[i] = 0
      gx[i + 1] = 0
      gy[i] = 0
      gy[i + row] = 0
      gz[i] = 0
      gz[i + layer] = 0
    }
  }

  /// Conductances from the outermost cells through grounded and open sides.
  private func sideLinks() -> [GroundLink] {
    var links: [GroundLink] = []
    for axis in 0..<3 {
      for isHigh in [false, true] { addSide(axis: axis, isHigh: isHigh, to: &links) }
    }
    return links
  }

  private func addSide(axis: Int, isHigh: Bool, to links: inout [GroundLink]) {
    let condition = boundary.condition(axis: axis, isHigh: isHigh)
    guard condition != .insulated else { return }
    let grid = field.grid
    let axes: [[Double]] = [grid.x, grid.y, grid.z]
    let strides: [Int] = [1, grid.nx, grid.nx * grid.ny]
    let (first, second) = (axis == 0 ? 1 : 0, axis == 2 ? 1 : 2)
    let place = isHigh ? axes[axis].count - 2 : 0
    let width: Double = axes[axis][place + 1] - axes[axis][place]
    var point = SIMD3<Double>()
    point[axis] = axes[axis][isHigh ? place + 1 : place]
    for b in 0..<(axes[second].count - 1) {
      point[second] = 0.5 * (axes[second][b + 1] + axes[second][b])
      for a in 0..<(axes[first].count - 1) {
        point[first] = 0.5 * (axes[first][a + 1] + axes[first][a])
        let cell = place * strides[axis] + a * strides[first] + b * strides[second]
        let sigma = field.tissues[Int(field.labels[cell])].conductivity
        guard sigma[axis] > 0 else { continue }
        var resistance: Double = width / (2 * sigma[axis])
        if condition == .open { resistance += Self.openResistance(point - centre, sigma, axis: axis) }
        guard resistance.isFinite else { continue }
        let area: Double = (axes[first][a + 1] - axes[first][a]) * (axes[second][b + 1] - axes[second][b])
        links.append(GroundLink(cell: cell, axis: axis, conductance: Float(area / resistance)))
      }
    }
  }

  /// Resistance of a unit of area to infinity, mm / (S/m): `Σ dᵢ² / σᵢ` over the distance along the normal.
  ///
  /// From φ ∝ (Σ dᵢ²/σᵢ)^(-1/2), the field of a monopole in an anisotropic medium; the flux through the side
  /// is then φ dₙ / Σ dᵢ²/σᵢ.
  private static func openResistance(
    _ distance: SIMD3<Double>, _ sigma: SIMD3<Double>, axis: Int
  ) -> Double {
    guard sigma.min() > 0 else { return .infinity }
    let scaled = distance * distance / sigma
    return scaled.sum() / abs(distance[axis])
  }
}
