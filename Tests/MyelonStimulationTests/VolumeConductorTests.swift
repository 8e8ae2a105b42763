import MyelonFields
import MyelonStimulation
import MyelonTestSupport
import Testing

/// Grids and media that several suites share.
enum ConductorCase {
  static func faces(_ low: Double, _ high: Double, _ cells: Int) -> [Double] {
    (0...cells).map { low + (high - low) * Double($0) / Double(cells) }
  }

  /// A cube round the origin.
  static func cube(half: Double, cells: Int) -> RectilinearGrid {
    let faces = faces(-half, half, cells)
    return RectilinearGrid(x: faces, y: faces, z: faces)
  }

  static func point(_ position: SIMD3<Double>, _ name: String = "p") -> ElectrodeContact {
    ElectrodeContact(name: name, position: position, shape: .point)
  }
}

@Suite("Volume conductor: points in simple media")
struct PointConductorTests {
  let executor = SlabExecutor(threads: 2)

  @Test("A point in a uniform medium has the field of its closed form, off the grid's centres too")
  func uniform() throws {
    let grid = ConductorCase.cube(half: 10, cells: 40)
    let field = try ConductivityField(grid: grid, uniform: .isotropic("grey", 0.2))
    let position = SIMD3(0.13, -0.21, 0.07)
    let conductor = VolumeConductor(field, executor: executor)
    let lead = try conductor.leadField(of: ConductorCase.point(position))
    let exact = PointSource(position: position, conductivity: 0.2)
    for place in [SIMD3<Double>(1, 0, 0), [0.3, 0.4, 2], [0, 5, 0], [3, 3, 3], [-8, 1, 2]] {
      let ratio = lead.potential(at: place) / exact.potential(at: place)
      #expect(abs(ratio - 1) < 0.004, "\(place): \(ratio)")
    }
    #expect(abs(lead.record.imbalance) < 1e-8)
    #expect(abs(lead.record.injectedCurrent - 1) < 1e-12)
  }

  @Test("Along a fibre 1 to 2 mm from a point the second differences are those of the closed form within 1 %")
  func secondDifferences() throws {
    for (cells, sigma) in [
      (40, SIMD3(0.2, 0.2, 0.2)), (40, SIMD3(0.083, 0.083, 0.6)), (80, SIMD3(0.2, 0.2, 0.2)),
    ] {
      let grid = ConductorCase.cube(half: 10, cells: cells)
      let field = try ConductivityField(
        grid: grid, uniform: TissueConductivity(name: "medium", conductivity: sigma))
      let position = SIMD3(0.1, 0.2, -0.15)
      let lead = try VolumeConductor(field, executor: executor).leadField(of: ConductorCase.point(position))
      let exact = PointSource(position: position, conductivity: sigma)
      for distance in [1.0, 2.0] {
        let step = 0.5
        var worst = 0.0
        var largest = 0.0
        for at in -12...12 {
          func second(_ source: some PotentialSource) -> Double {
            let z = Double(at) * 0.3
            func phi(_ shift: Double) -> Double {
              source.potential(at: SIMD3(0.1 + distance, 0.2, z + shift))
            }
            return phi(-step) - 2 * phi(0) + phi(step)
          }
          worst = max(worst, abs(second(lead) - second(exact)))
          largest = max(largest, abs(second(exact)))
        }
        #expect(worst < 0.01 * largest, "cells \(cells), distance \(distance): \(worst / largest)")
      }
    }
  }

  @Test("A disc on the surface of a half-space has the resistance 1 / (4 σ a)")
  func disc() throws {
    for cells in [24, 40, 60, 80, 120] {
      let x = ConductorCase.faces(-10, 10, cells)
      let y = ConductorCase.faces(-10, 0, cells / 2)
      let grid = RectilinearGrid(x: x, y: y, z: x)
      let field = try ConductivityField(grid: grid, uniform: .isotropic("medium", 0.5))
      var boundary = ConductorBoundary.open
      boundary.highY = .insulated
      let contact = ElectrodeContact(name: "d", position: [0, 0, 0], shape: .disc(radius: 2))
      let lead = try VolumeConductor(field, boundary: boundary, executor: executor).leadField(of: contact)
      let resistance = try #require(lead.contactResistance)
      let exact = 1000 / (4 * 0.5 * 2.0)
      #expect(abs(resistance / exact - 1) < 0.03)
    }
  }
}
