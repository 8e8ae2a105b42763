import Foundation
import MyelonFields
import MyelonStimulation
import MyelonTestSupport
import Testing

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

  @Test(
    "Beside a plane between two media the field is that of images, and the error falls with the cells squared"
  )
  func halfSpace() throws {
    for far in [1.7, 0.0, 0.02] {
      // Thirds keep the middles of coarse cells as middles of fine ones.
      let errors = try [18, 54].map { cells -> Double in
        let faces = ConductorCase.padded(
          half: 9, cells: cells, ratio: cells == 18 ? 1.5 : 1.14, layers: cells / 3)
        let grid = RectilinearGrid(x: faces, y: faces, z: faces)
        let field = try ConductorCase.field(grid, [.isotropic("near", 0.2), .isotropic("far", far)]) {
          $0.y > 3 ? 1 : 0
        }
        let position = SIMD3(0.5, 0.5, 0.5)
        let lead = try VolumeConductor(field, executor: executor).leadField(of: ConductorCase.point(position))
        let exact = HalfSpaceSource(position: position, plane: 3, axis: 1, near: 0.2, far: far)
        var worst = 0.0
        for z in [0.5, 1.5, 2.5] {
          for y in far > 0 ? [2.5, 0.5, 4.5] : [2.5, 0.5] {
            // Differences along z are what a fibre sees; the error of a far boundary is nearly constant.
            func drop(_ source: some PotentialSource) -> Double {
              source.potential(at: [2.5, y, z]) - source.potential(at: [2.5, y, z + 1])
            }
            worst = max(worst, abs(drop(lead) - drop(exact)))
          }
        }
        return worst / abs(exact.potential(at: [2.5, 2.5, 0.5]) - exact.potential(at: [2.5, 2.5, 1.5]))
      }
      let order = log(errors[0] / errors[1]) / log(3)
      #expect(errors[1] < 0.01, "\(far): \(errors)")
      #expect(order > 1.7, "\(far): \(errors), order \(order)")
    }
  }
}
