import MyelonFields

/// The right side of a point's current: what makes the grid's solution the closed form near the point.
///
/// In cells near the point whose neighbours are all of the point's tissue: the operator of that tissue
/// applied to the closed form at cell centres. It is all but zero a few cells from the point and carries the
/// part of the field that cells near the point cannot resolve. What is missing from the whole current, all of
/// it for a point in a cell beside another tissue, is shared among the cells round the point.
struct PointLoad: Sendable {
  /// The closed form in the tissue at the point.
  let source: PointSource

  /// Cells and their parts of the current.
  private(set) var parts: [ContactSurface.Injection]

  private let grid: RectilinearGrid

  /// Cells from the point beyond which the load is left out; assumed because it is below a thousandth there.
  private static let reach = 12

  init(_ surface: ContactSurface, _ field: ConductivityField, reached: [UInt8]) {
    grid = field.grid
    let cell = surface.injections.max { $0.share < $1.share }?.cell ?? 0
    let place = SIMD3(cell % grid.nx, (cell / grid.nx) % grid.ny, cell / (grid.nx * grid.ny))
    let (i, j, k) = (place.x, place.y, place.z)
    let edges = SIMD3(grid.x[i + 1] - grid.x[i], grid.y[j + 1] - grid.y[j], grid.z[k + 1] - grid.z[k])
    var sigma = field.tissues[Int(field.labels[cell])].conductivity
    let isRegular = sigma.min() > 0
    // A tissue that conducts along some axes only has no closed form; that of its largest value keeps the
    // point regular.
    if !isRegular { sigma = SIMD3(repeating: sigma.max()) }
    // Assumed because the value at the point's own cell is free: a quarter of a cell keeps it of its
    // neighbours' size.
    source = PointSource(position: surface.contact.position, conductivity: sigma, radius: 0.25 * edges.min())
    parts = []
    if isRegular { addBlock(place, field.labels, reached) }
    let missing = 1 - parts.reduce(0) { $0 + $1.share }
    for injection in surface.injections {
      parts.append(ContactSurface.Injection(cell: injection.cell, share: missing * injection.share))
    }
  }

  /// The closed form at a cell's middle, V for 1 mA.
  @inline(__always) func value(_ i: Int, _ j: Int, _ k: Int) -> Double {
    source.potential(at: grid.centre(i, j, k)) / 1000
  }

  /// Adds the uniform medium's operator applied to the closed form.
  private mutating func addBlock(_ place: SIMD3<Int>, _ labels: [UInt8], _ reached: [UInt8]) {
    let counts = [grid.nx, grid.ny, grid.nz]
    let ranges = (0..<3).map { axis in
      max(1, place[axis] - Self.reach)..<max(1, min(counts[axis] - 1, place[axis] + Self.reach + 1))
    }
    let label = labels[grid.index(place.x, place.y, place.z)]
    let (row, layer) = (grid.nx, grid.nx * grid.ny)
    for k in ranges[2] {
      for j in ranges[1] {
        for i in ranges[0] {
          let cell = grid.index(i, j, k)
          let isInside =
            labels[cell] == label && labels[cell - 1] == label && labels[cell + 1] == label
            && labels[cell - row] == label && labels[cell + row] == label
            && labels[cell - layer] == label && labels[cell + layer] == label
          guard isInside, reached[cell] != 0 else { continue }
          parts.append(ContactSurface.Injection(cell: cell, share: outflow(i, j, k)))
        }
      }
    }
  }

  /// What the closed form's differences carry out of a cell of the uniform medium, mA.
  private func outflow(_ i: Int, _ j: Int, _ k: Int) -> Double {
    func factors(_ faces: [Double], _ at: Int) -> SIMD3<Double> {
      SIMD3(faces[at + 1] - faces[at], 2 / (faces[at + 1] - faces[at - 1]), 2 / (faces[at + 2] - faces[at]))
    }
    let (x, y, z) = (factors(grid.x, i), factors(grid.y, j), factors(grid.z, k))
    let centre = value(i, j, k)
    let alongX = x.y * (centre - value(i - 1, j, k)) + x.z * (centre - value(i + 1, j, k))
    let alongY = y.y * (centre - value(i, j - 1, k)) + y.z * (centre - value(i, j + 1, k))
    let alongZ = z.y * (centre - value(i, j, k - 1)) + z.z * (centre - value(i, j, k + 1))
    let outX = source.conductivity.x * alongX * y.x * z.x
    let outY = source.conductivity.y * alongY * x.x * z.x
    let outZ = source.conductivity.z * alongZ * x.x * y.x
    return outX + outY + outZ
  }

  /// Adds the load, times a current, to a right side.
  func add(to b: UnsafeMutablePointer<Double>, current: Double) {
    for part in parts { b[part.cell] += current * part.share }
  }
}
