import MyelonFields

/// The right side of a point's current: what makes the grid's solution the closed form in a uniform medium.
///
/// The operator of a uniform medium with the tissue at the point, applied to the closed form at cell centres.
/// It is all but zero a few cells from the point, sums to the current, and carries the part of the field that
/// cells near the point cannot resolve.
struct PointLoad: Sendable {
  /// The closed form in the tissue at the point.
  let source: PointSource

  private let grid: RectilinearGrid
  private let injections: [ContactSurface.Injection]

  init(_ surface: ContactSurface, _ field: ConductivityField) {
    grid = field.grid
    injections = surface.injections
    let cell = surface.injections.max { $0.share < $1.share }?.cell ?? 0
    let (i, j, k) = (cell % grid.nx, (cell / grid.nx) % grid.ny, cell / (grid.nx * grid.ny))
    let edges = SIMD3(grid.x[i + 1] - grid.x[i], grid.y[j + 1] - grid.y[j], grid.z[k + 1] - grid.z[k])
    var sigma = field.tissues[Int(field.labels[cell])].conductivity
    // A tissue that conducts along some axes only has no closed form; the fallback is that of its largest
    // value.
    if sigma.min() <= 0 { sigma = SIMD3(repeating: sigma.max()) }
    // Assumed because the value at the point's own cell is free: a quarter of a cell keeps it of the size of
    // its neighbours'.
    source = PointSource(position: surface.contact.position, conductivity: sigma, radius: 0.25 * edges.min())
  }

  /// The closed form at a cell's middle, V for 1 mA.
  @inline(__always) func value(_ i: Int, _ j: Int, _ k: Int) -> Double {
    source.potential(at: grid.centre(i, j, k)) / 1000
  }

  /// Adds the load, times a current, to the right side of all cells that current reaches.
  func add(
    to b: UnsafeMutablePointer<Double>, current: Double, reached: [UInt8], executor: SlabExecutor
  ) {
    let (nx, ny, nz) = (grid.nx, grid.ny, grid.nz)
    let values = PaddedBuffer<Double>(count: nx * ny * nz, pad: 0)
    let field = values.values
    executor.run(slabs: nz) { k in
      for j in 0..<ny {
        for i in 0..<nx { field[(k &* ny &+ j) &* nx &+ i] = self.value(i, j, k) }
      }
    }
    var sums = [Double](repeating: 0, count: nz)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let base = sums.baseAddress else { return }
      nonisolated(unsafe) let totals = base
      nonisolated(unsafe) let target = b
      executor.run(slabs: max(0, nz - 2)) { slab in
        totals[slab + 1] = self.addPlane(slab + 1, field, target, current, reached)
      }
    }
    let missing = current - sums.reduce(0, +)
    for injection in injections { b[injection.cell] += missing * injection.share }
  }

  private func addPlane(
    _ k: Int, _ u: UnsafeMutablePointer<Double>, _ b: UnsafeMutablePointer<Double>, _ current: Double,
    _ reached: [UInt8]
  ) -> Double {
    let (nx, ny) = (grid.nx, grid.ny)
    let layer = nx * ny
    func factors(_ faces: [Double], _ at: Int) -> (width: Double, below: Double, above: Double) {
      let width = faces[at + 1] - faces[at]
      return (width, 2 / (faces[at + 1] - faces[at - 1]), 2 / (faces[at + 2] - faces[at]))
    }
    guard nx > 2, ny > 2 else { return 0 }
    let z = factors(grid.z, k)
    var total = 0.0
    for j in 1..<(ny - 1) {
      let y = factors(grid.y, j)
      for i in 1..<(nx - 1) {
        let at = (k &* ny &+ j) &* nx &+ i
        guard reached[at] != 0 else { continue }
        let x = factors(grid.x, i)
        let centre = u[at]
        let alongX = x.below * (centre - u[at &- 1]) + x.above * (centre - u[at &+ 1])
        let alongY = y.below * (centre - u[at &- nx]) + y.above * (centre - u[at &+ nx])
        let alongZ = z.below * (centre - u[at &- layer]) + z.above * (centre - u[at &+ layer])
        let sigma = source.conductivity
        let fluxX = sigma.x * alongX * y.width * z.width
        let fluxY = sigma.y * alongY * x.width * z.width
        let fluxZ = sigma.z * alongZ * x.width * y.width
        let load = current * (fluxX + fluxY + fluxZ)
        b[at] += load
        total += load
      }
    }
    return total
  }
}
