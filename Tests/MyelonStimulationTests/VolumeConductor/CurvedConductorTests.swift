import Foundation
import MyelonFields
import MyelonStimulation
import MyelonTestSupport
import Testing

@Suite("Volume conductor: curved layers against series and integrals")
struct CurvedConductorTests {
  let executor = SlabExecutor(threads: 2)

  /// A point inside a sphere in a medium without end, by Legendre's series; mV for 1 mA, all along one axis
  /// or across it.
  private func sphere(
    _ place: SIMD3<Double>, source: Double, radius: Double, inner: Double, outer: Double
  ) -> Double {
    let r = (place * place).sum().squareRoot()
    let cosine = r > 0 ? place.z / r : 1
    var (before, legendre) = (0.0, 1.0)
    var sum = 0.0
    for n in 0..<200 {
      let order = Double(n)
      let term: Double
      if r < radius {
        let ratio = (order + 1) * (inner - outer) / (order * inner + (order + 1) * outer)
        term = ratio * pow(source * r / (radius * radius), order) / (radius * inner)
      } else {
        term = (2 * order + 1) / (order * inner + (order + 1) * outer) * pow(source / r, order) / r
      }
      sum += term * legendre
      (before, legendre) = (legendre, ((2 * order + 1) * cosine * legendre - order * before) / (order + 1))
    }
    if r < radius {
      let gap = place - SIMD3(0, 0, source)
      sum += 1 / (inner * (gap * gap).sum().squareRoot())
    }
    return 1000 * sum / (4 * Double.pi)
  }

  @Test("A point in a sphere of other conductivity: Legendre's series, and finer cells come closer")
  func sphere() throws {
    for (inner, outer) in [(1.7, 0.04), (0.083, 0.6)] {
      var errors: [Double] = []
      for cells in [32, 64] {
        let grid = ConductorCase.cube(half: 14, cells: cells)
        let field = try ConductorCase.field(grid, [.isotropic("in", inner), .isotropic("out", outer)]) {
          ($0 * $0).sum() < 36 ? 0 : 1
        }
        let lead = try VolumeConductor(field, executor: executor)
          .leadField(of: ConductorCase.point([0, 0, 2]))
        var worst = 0.0
        let places: [SIMD3<Double>] = [
          [0, 0, 0], [2, 0, 2], [0, 4, 0], [0, 0, 4.5], [0, 0, 8], [5, 6, 0], [0, 0, -8],
        ]
        for place in places {
          let exact = sphere(place, source: 2, radius: 6, inner: inner, outer: outer)
          worst = max(worst, abs(lead.potential(at: place) / exact - 1))
        }
        errors.append(worst)
      }
      #expect(errors[1] < 0.02, "\(inner) \(outer): \(errors)")
      #expect(errors[1] < errors[0], "\(inner) \(outer): \(errors)")
    }
  }

  /// A point on the axis of two coaxial cylinders in a medium without end: inner, middle, outer
  /// conductivities.
  ///
  /// φ = I/(2π²σ₁) ∫₀^∞ (K₀(λρ) + A I₀(λρ)) cos λz dλ inside; A from the continuity of potential and flux at
  /// both radii.
  private func cylinder(_ rho: Double, _ z: Double, _ terms: [(l: Double, value: Double)], _ inner: Double)
    -> Double
  {
    var sum = 0.0
    for term in terms {
      let (l, x) = (term.l, term.l * rho)
      sum += term.value * Bessel.scaledI(0, x) * exp(x) * cos(l * z)
    }
    let distance = (rho * rho + z * z).squareRoot()
    return 1000 * (1 / (4 * Double.pi * inner * distance) + sum / (2 * Double.pi * Double.pi * inner))
  }

  /// A(λ) dλ at points that are even in log λ.
  private func terms(_ radii: (Double, Double), _ sigma: SIMD3<Double>) -> [(l: Double, value: Double)] {
    let step = 0.02
    return (0..<850).map { at in
      let l = exp(-14 + step * Double(at))
      return (l, coefficient(l, radii, sigma) * l * step)
    }
  }

  /// A(λ): K₀ + A I₀ inside, B K₀ + C I₀ between, D K₀ outside.
  private func coefficient(_ l: Double, _ radii: (Double, Double), _ sigma: SIMD3<Double>) -> Double {
    let (a, b) = (l * radii.0, l * radii.1)
    func i(_ n: Int, _ x: Double) -> Double { Bessel.scaledI(n, x) }
    func k(_ n: Int, _ x: Double) -> Double { Bessel.scaledK(n, x) }
    // C I₀(b) e^b = t B K₀(b) e^-b with scaled functions; growth factors are collected in `shrink`.
    let t =
      (sigma.y - sigma.z) * k(0, b) * k(1, b) / (sigma.y * i(1, b) * k(0, b) + sigma.z * i(0, b) * k(1, b))
    let shrink = exp(-2 * (b - a))
    // Between, per B: value u = K₀(a) + t I₀(a) shrink, slope over λ: v = -K₁(a) + t I₁(a) shrink (both times
    // e^a).
    let u = k(0, a) + t * i(0, a) * shrink
    let v = -k(1, a) + t * i(1, a) * shrink
    // K₀ + A I₀ = B u, σ₁(-K₁ + A I₁) = σ₂ B v.
    let ratio = sigma.y * v / u
    return (ratio * k(0, a) + sigma.x * k(1, a)) / (sigma.x * i(1, a) - ratio * i(0, a)) * exp(-2 * a)
  }

  @Test("A point on the axis of layered cylinders: Bessel integrals")
  func cylinders() throws {
    let sigma = SIMD3(0.2, 1.7, 0.04)
    let terms = terms((4, 7), sigma)
    var errors: [Double] = []
    for cells in [40, 80] {
      let across = ConductorCase.faces(-20, 20, cells)
      let along = ConductorCase.faces(-30, 30, 3 * cells / 2)
      let grid = RectilinearGrid(x: across, y: across, z: along)
      let field = try ConductorCase.field(
        grid, [.isotropic("cord", sigma.x), .isotropic("fluid", sigma.y), .isotropic("fat", sigma.z)]
      ) { place in
        let radius = (place.x * place.x + place.y * place.y).squareRoot()
        return radius < 4 ? 0 : (radius < 7 ? 1 : 2)
      }
      let lead = try VolumeConductor(field, executor: executor).leadField(of: ConductorCase.point([0, 0, 0]))
      func drop(_ z: Double) -> Double {
        cylinder(1.5, z, terms, sigma.x) - cylinder(1.5, z + 1, terms, sigma.x)
      }
      var worst = 0.0
      for z in [0.0, 1, 2, 4] {
        let found = lead.potential(at: [1.5, 0, z]) - lead.potential(at: [1.5, 0, z + 1])
        worst = max(worst, abs(found - drop(z)) / drop(0))
      }
      errors.append(worst)
    }
    #expect(errors.allSatisfy { $0 < 0.01 }, "\(errors)")
  }

  @Test(
    "The cylinders' closed form is that of a uniform medium if the layers are alike, and of a sphere's limit if not"
  )
  func closedForm() {
    let uniform = cylinder(1.5, 2, terms((4, 7), SIMD3(repeating: 0.3)), 0.3)
    let exact = PointSource(position: [0, 0, 0], conductivity: 0.3).potential(at: [1.5, 0, 2])
    #expect(abs(uniform / exact - 1) < 1e-9)
    let same = sphere([0, 1, 1], source: 2, radius: 6, inner: 0.3, outer: 0.3)
    let other = PointSource(position: [0, 0, 2], conductivity: 0.3).potential(at: [0, 1, 1])
    #expect(abs(same / other - 1) < 1e-9)
  }

  @Test("A thin layer between labels is the limit of the same layer in cells of its own")
  func thinLayer() throws {
    let x = ConductorCase.stretched(fine: 0.3, ratio: 1.08, cells: 44)
    func lead(_ isResolved: Bool) throws -> LeadField {
      let below = ConductorCase.faces(-3, 0, 12)
      let inside = isResolved ? [0.075, 0.15, 0.225, 0.3] : []
      let start = isResolved ? 0.3 : 0.0
      let above = (1...12).map { at -> Double in start + 0.25 * Double(at) }
      let steps = (1...10).map { at -> Double in 0.15 * Double(at) * Double(at + 1) }
      let low = steps.reversed().map { step -> Double in -3 - step }
      let high = steps.map { step -> Double in start + 3 + step }
      let grid = RectilinearGrid(x: x, y: low + below + inside + above + high, z: x)
      let field = try ConductorCase.field(
        grid, [.isotropic("fluid", 1.7), .isotropic("fat", 0.04), .isotropic("dura", 0.03)],
        layers: isResolved
          ? [] : [ThinLayer(name: "dura", between: 0, and: 1, thickness: 0.3, conductivity: 0.03)]
      ) { $0.y < 0 ? 0 : (isResolved && $0.y < 0.3 ? 2 : 1) }
      let position = SIMD3(0, start + 2, 0)
      return try VolumeConductor(field, executor: executor).leadField(of: ConductorCase.point(position))
    }
    let (thin, resolved) = (try lead(false), try lead(true))
    // The point lies as far from the layer in both; the thin one's upper side is 0.3 mm nearer to the
    // fluid's.
    for place in [SIMD3<Double>(0, -1, 0), [2, -1, 0], [0, -2, 5]] {
      let ratio = thin.potential(at: place) / resolved.potential(at: place)
      #expect(abs(ratio - 1) < 0.02, "\(place): \(ratio)")
    }
  }
}
