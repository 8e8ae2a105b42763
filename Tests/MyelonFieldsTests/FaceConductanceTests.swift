import MyelonFields
import Testing

@Suite("Face conductance")
struct FaceConductanceTests {
  let grid = VoxelGrid(nx: 3, ny: 2, nz: 2, spacing: SIMD3(repeating: 1))
  var zeros: [Float] { [Float](repeating: 0, count: 12) }
  var ones: [Float] { [Float](repeating: 1, count: 12) }

  @Test("Arrays that break a rule are refused with their place")
  func refusals() {
    #expect(throws: FaceConductanceError.wrongLength(.y, required: 12, found: 1)) {
      try FaceConductance(grid: grid, x: zeros, y: [0], z: zeros, capacity: ones)
    }
    var negative = ones
    negative[3] = -0.5
    #expect(throws: FaceConductanceError.badNumber(.capacity, index: 3, found: -0.5)) {
      try FaceConductance(grid: grid, x: zeros, y: zeros, z: zeros, capacity: negative)
    }
    var infinite = zeros
    infinite[0] = .infinity
    #expect(throws: FaceConductanceError.badNumber(.z, index: 0, found: .infinity)) {
      try FaceConductance(grid: grid, x: zeros, y: zeros, z: infinite, capacity: ones)
    }
    var outer = zeros
    outer[2] = 1
    #expect(throws: FaceConductanceError.openOuterFace(.x, index: 2, found: 1)) {
      try FaceConductance(grid: grid, x: outer, y: zeros, z: zeros, capacity: ones)
    }
    var leaking = zeros
    leaking[1] = 0.25
    var holed = ones
    holed[2] = 0
    #expect(throws: FaceConductanceError.openFaceOutsideCord(.x, index: 1, found: 0.25)) {
      try FaceConductance(grid: grid, x: leaking, y: zeros, z: zeros, capacity: holed)
    }
  }

  @Test("Each error says what was required, found and what to do")
  func descriptions() {
    let errors: [FaceConductanceError] = [
      .wrongLength(.x, required: 12, found: 1), .badNumber(.y, index: 3, found: -1),
      .openOuterFace(.z, index: 5, found: 1), .openFaceOutsideCord(.x, index: 2, found: 1),
    ]
    for error in errors { #expect(error.description.contains("found") && error.description.contains(": ")) }
  }

  @Test(
    "A face is the harmonic mean of its voxels times the smaller cord fraction, closed beside the outside")
  func harmonic() throws {
    var along = ones
    along[1] = 3
    var capacity = ones
    capacity[1] = 0.5
    capacity[5] = 0
    let made = try FaceConductance(grid: grid, capacity: capacity, alongX: along, alongY: along, alongZ: ones)
    #expect(made.x[0] == 0.75)
    #expect(made.x[2] == 0)
    #expect(made.x[4] == 0)
    #expect(made.x[3] == 1)
    #expect(made.y[2] == 0)
    #expect(made.y[1] == 0.75)
    #expect(made.z[5] == 0)
    #expect(made.z[0] == 1)
    #expect(made.z[6...].allSatisfy { $0 == 0 })
  }
}
