import MyelonFields

extension VolumeConductorBenchmark {
  /// Place of the paddle's front, mm.
  static let paddleFront = 8.5

  /// The body on a stretched grid.
  ///
  /// - Parameter cells: about how many cells.
  /// - Returns: labels, tissues and the dura as a thin layer.
  /// - Throws: nothing in practice; the type's initialiser checks.
  public static func body(cells: Int) throws(ConductorError) -> ConductivityField {
    // x : y : z as 1 : 1 : 1.5, the fine core half of each axis.
    let side = Int((Double(cells) / 1.5).cubeRoot.rounded())
    let x = stretched(core: 12, reach: 160, cells: max(16, side))
    let y = stretched(core: 12, reach: 120, cells: max(16, side))
    let z = stretched(core: 40, reach: 200, cells: max(24, side * 3 / 2))
    let grid = RectilinearGrid(x: x, y: y, z: z)
    var labels: [UInt8] = []
    labels.reserveCapacity(grid.count)
    for k in 0..<grid.nz {
      for j in 0..<grid.ny {
        for i in 0..<grid.nx { labels.append(label(at: grid.centre(i, j, k))) }
      }
    }
    return try ConductivityField(
      grid: grid, labels: labels, tissues: tissues,
      layers: [ThinLayer(name: "dura", between: 2, and: 3, thickness: 0.3, conductivity: 0.03)])
  }

  /// Conductivities by label; the paddle and the air insulate.
  ///
  /// Canal: Capogrosso et al. 2013, doi:10.1523/JNEUROSCI.1688-13.2013; muscle, disc and skin: the set of
  /// Ladenbauer et al. 2010 as recalled in the facts on stimulation, good enough for a measure of speed.
  static var tissues: [TissueConductivity] {
    [
      .isotropic("grey matter", 0.23), .fibres("white matter", longitudinal: 0.6, transverse: 0.083),
      .isotropic("cerebrospinal fluid", 1.7), .isotropic("epidural fat", 0.04), .insulator("paddle"),
      .isotropic("vertebral bone", 0.02), .isotropic("disc", 0.6),
      .fibres("muscle", longitudinal: 0.5, transverse: 0.08), .isotropic("subcutaneous fat", 0.04),
      .isotropic("skin", 0.0025), .insulator("air"),
    ]
  }

  private static func label(at point: SIMD3<Double>) -> UInt8 {
    func inside(_ a: Double, _ b: Double) -> Bool {
      let (x, y) = (point.x / a, point.y / b)
      return x * x + y * y < 1
    }
    if abs(point.x) < 5, abs(point.z) < 25, point.y > paddleFront, point.y < paddleFront + 2 { return 4 }
    if inside(2, 1.5) { return 0 }
    if inside(4.5, 3.2) { return 1 }
    if inside(8, 7) { return 2 }
    if inside(11, 11) { return 3 }
    if inside(24, 30) {
      let phase = (point.z + 1000).truncatingRemainder(dividingBy: 35)
      return phase < 8 && point.y < 0 ? 6 : 5
    }
    if inside(110, 80) { return 7 }
    if inside(125, 95) { return 8 }
    return inside(128, 98) ? 9 : 10
  }

  /// Faces from -reach to reach: equal cells up to the core, then growing by a constant ratio.
  static func stretched(core: Double, reach: Double, cells: Int) -> [Double] {
    let inner = cells / 4
    let outer = cells / 2 - inner
    let width = core / Double(inner)
    func length(_ ratio: Double) -> Double {
      (1...outer).reduce(0.0) { $0 + width * Double.power(ratio, $1) }
    }
    var (low, high) = (1.0, 4.0)
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if length(middle) < reach - core { low = middle } else { high = middle }
    }
    var faces = (0...inner).map { width * Double($0) }
    for at in 1...outer { faces.append(faces[inner + at - 1] + width * Double.power(low, at)) }
    return faces.dropFirst().reversed().map { -$0 } + faces
  }
}

extension Double {
  /// A whole power.
  fileprivate static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
  }

  /// The cube root of a positive number, by Newton's iteration.
  fileprivate var cubeRoot: Double {
    var root = Swift.max(1, self / 100)
    for _ in 0..<100 { root = (2 * root + self / (root * root)) / 3 }
    return root
  }
}
