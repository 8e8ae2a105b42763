import Foundation
import MyelonFields
import MyelonSolvers

/// The plain twin of the diffusion solvers: three loops, `Double`, one tridiagonal system a line.
struct ReferenceDiffusion {
  let conductance: FaceConductance

  func advanced(
    _ field: [Float], _ transport: SubstanceTransport, source: [Float]? = nil, decay: [Float]? = nil,
    timeStep: Double
  ) -> [Double] {
    let grid = conductance.grid
    var values = field.map(Double.init)
    var weights = conductance.capacity.map(Double.init)
    let rate = Double(transport.decay)
    var time = rate > 0 ? (1 - exp(-rate * timeStep)) / rate : timeStep
    for i in values.indices where weights[i] > 0 {
      let made = Double(source?[i] ?? 0)
      if let decay {
        time = timeStep
        let loss = 1 + timeStep * (rate + Double(decay[i]))
        values[i] = (values[i] + timeStep * made) / loss
        weights[i] *= loss
      } else {
        values[i] = values[i] * exp(-rate * timeStep) + time * made
      }
    }
    let reach = Double(transport.diffusivity) * time
    let plane = grid.nx * grid.ny
    sweep(&values, weights, conductance.y, grid.ny, grid.nx, reach / (grid.spacing.y * grid.spacing.y))
    sweep(&values, weights, conductance.x, grid.nx, 1, reach / (grid.spacing.x * grid.spacing.x))
    sweep(&values, weights, conductance.z, grid.nz, plane, reach / (grid.spacing.z * grid.spacing.z))
    return values
  }

  private func sweep(
    _ values: inout [Double], _ weights: [Double], _ faces: [Float], _ count: Int, _ stride: Int,
    _ scale: Double
  ) {
    for start in values.indices where (start / stride) % count == 0 {
      var lower = [Double](repeating: 0, count: count)
      var diagonal = [Double](repeating: 1, count: count)
      var upper = [Double](repeating: 0, count: count)
      var right = [Double](repeating: 0, count: count)
      for i in 0..<count {
        let voxel = start + i * stride
        let next = i < count - 1 ? scale * Double(faces[voxel]) : 0
        let previous = i > 0 ? scale * Double(faces[voxel - stride]) : 0
        guard weights[voxel] > 0 else {
          right[i] = values[voxel]
          continue
        }
        lower[i] = -previous
        diagonal[i] = weights[voxel] + previous + next
        upper[i] = -next
        right[i] = weights[voxel] * values[voxel]
      }
      let solved = ReferenceTridiagonal.solution(
        lower: lower, diagonal: diagonal, upper: upper, rightHandSide: right)
      for i in 0..<count { values[start + i * stride] = solved[i] }
    }
  }
}

/// Largest difference relative to the largest reference value.
func relativeDifference(_ values: [Float], _ reference: [Double]) -> Double {
  var worst = 0.0
  var largest = 0.0
  for index in values.indices {
    worst = max(worst, abs(Double(values[index]) - reference[index]))
    largest = max(largest, abs(reference[index]))
  }
  return largest > 0 ? worst / largest : worst
}
