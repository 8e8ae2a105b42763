import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTestSupport
import Testing

@testable import MyelonRegrowth

/// Speed, persistence, turning.
struct GrowthMotionTests {
  @Test(
    "An unguided axon in a permissive field grows straight at its set speed", arguments: NeuronType.allCases)
  func setSpeed(type: NeuronType) throws {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    let table = ParameterTable.free(["growth_fading_graft": 1e9])
    let cones = test.cones(1, type, table, at: test.middle(-3))
    cones.advance(test.environment(table), steps: 8, days: 0.25)
    let speed = GrowthTraits(type, parameters: table).speed
    let cone = cones.cone(0)
    #expect(abs(Double(cone.length) - 2 * speed) < 2e-5)
    #expect(abs(Double(cone.position.z - test.middle(-3).z) - 2 * speed) < 2e-5)
    #expect(abs(cone.position.x) < 1e-5)
  }

  @Test("Direction is forgotten as exp(-s / ℓ), whatever the stride", arguments: [0.1, 0.05, 0.02])
  func persistence(stride: Double) throws {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    let length = 0.2
    let table = ParameterTable.free(["persistence_length": length, "axon_speed_brainstem": 0.4])
    let number = 40_000
    let cones = test.cones(number, .brainstem, table)
    cones.strideLimit = Float(stride)
    cones.advance(test.environment(table), days: 1)
    let middle = SIMD3<Double>(test.middle())
    var cosine = 0.0
    var straight = 0
    var square = 0.0
    for slot in 0..<number {
      let cone = cones.cone(slot)
      if abs(cone.length - 0.4) < 1e-4 { straight += 1 }
      cosine += Double(cone.direction.z)
      let way = SIMD3<Double>(cone.position) - middle
      square += (way * way).sum()
    }
    #expect(straight == number, "nobody may have met the surface")
    let expected = exp(-0.4 / length)
    // The deviation of one cosine is below 0.6, that of one square below its mean.
    let root: Double = Double(number).squareRoot()
    let meanCosine: Double = cosine / Double(number)
    #expect(abs(meanCosine - expected) < 4 * 0.6 / root)
    let share: Double = 0.4 / length - 1 + expected
    let mean: Double = 2 * length * length * share
    // Moving along a polyline of stride h adds h² / (12 ℓ²) of the length's share.
    let bias: Double = 2 * length * 0.4 * stride * stride / (12 * length * length)
    let meanSquare: Double = square / Double(number)
    #expect(abs(meanSquare - mean) < 4 * mean / root + 1.5 * bias)
  }

  /// A cord in which NT-3 occupancy rises evenly to the left, so that the sensed vector is the same everywhere.
  private func leftward(_ slope: Double, at level: Double = 0.4) throws -> GrowthTestCord {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    test.set(.nt3) { place in
      let occupancy = level + slope * place.x
      return 10.8 * occupancy / (1 - occupancy)
    }
    return test
  }

  private func turned(_ slope: Double, stride: Double, reach: Double = 1) throws -> GrowthCone {
    let test = try leftward(slope)
    let table = ParameterTable.free(["axon_speed_corticospinal": 0.4])
    let cones = test.cones(1, .corticospinal, table, at: test.middle(-3) - SIMD3(0.7, 0, 0))
    cones.strideLimit = Float(stride)
    cones.advance(test.environment(table), days: reach / 0.4)
    return cones.cone(0)
  }

  @Test("Turning in an even gradient follows its closed form")
  func closedFormTurn() throws {
    let cone = try turned(0.1, stride: 0.0125)
    let change = 4 * 0.01 * 0.1
    let sensed = 1.5 * (change - 0.001) / (change - 0.001 + 0.01)
    // From a right angle, dθ/ds = -(b / ℓ_t) sin θ has the solution tan(θ/2) = e^(-b s / ℓ_t).
    let angle = 2 * atan(exp(-sensed / 0.3))
    #expect(abs(Double(cone.direction.x) - cos(angle)) < 2e-4)
    #expect(abs(Double(cone.direction.z) - sin(angle)) < 2e-4)
  }

  @Test("Refining the stride converges with second order")
  func refinement() throws {
    let strides = [0.1, 0.05, 0.025]
    let reference = try turned(0.1, stride: 0.00625)
    let errors = try strides.map { stride in
      let cone = try turned(0.1, stride: stride)
      let away = SIMD3<Double>(cone.position) - SIMD3<Double>(reference.position)
      return (away * away).sum().squareRoot()
    }
    let order = log2(errors[0] / errors[1])
    #expect(order > 1.7 && order < 2.4, "errors \(errors)")
    #expect(errors[2] < errors[1])
  }

  @Test("A steeper gradient turns an axon more")
  func steeper() throws {
    let turns = try [0.03, 0.06, 0.12, 0.24].map { try turned($0, stride: 0.05, reach: 0.5).direction.x }
    #expect(turns == turns.sorted() && Set(turns).count == 4)
    #expect(turns[0] > 0)
  }

  @Test("A gradient below the detection limit changes no bit of an axon's way")
  func detectionLimit() throws {
    // 4 w |∇h| is 0.001 at a slope of 0.025 per mm.
    func bits(_ slope: Double) throws -> [UInt32] {
      let test = try leftward(slope)
      let table = ParameterTable.free(["persistence_length": 1])
      let cones = test.cones(200, .corticospinal, table)
      cones.advance(test.environment(table), steps: 8, days: 0.25)
      return (0..<cones.count).flatMap { slot in
        let cone = cones.cone(slot)
        return [cone.position.x, cone.position.y, cone.position.z, cone.direction.x].map(\.bitPattern)
      }
    }
    let none = try bits(0)
    #expect(try bits(0.02) == none)
    #expect(try bits(0.03) != none)
  }

  @Test("A gradient at low concentration is sensed as δ = w |∇c|/c · 4cK/(c+K)²")
  func sensitivity() throws {
    let test = try GrowthTestCord()
    test.set(.bdnf) { 5 + 3 * $0.x }
    let environment = test.environment(.free())
    let voxel = try #require(test.voxel(test.middle() + SIMD3(0.1, 0, 0)))
    let c = 5 + 3 * test.centre(voxel).x
    let delta = 0.01 * 3 / c * 4 * c * 10.8 / ((c + 10.8) * (c + 10.8))
    let expected = 1.2 * (delta - 0.001) / (delta - 0.001 + 0.01)
    let local = try #require(environment.local(.brainstem, voxel: voxel))
    #expect(abs(Double(local.guidance.x) - expected) < 0.01 * expected)
  }

  @Test("Scattering under alignment settles at the Langevin mean of its strength")
  func alignment() throws {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    func straightness(_ alignment: Float, _ weight: Double) throws -> Double {
      let table = ParameterTable.free([
        "persistence_length": 0.3, "alignment_weight": weight, "white_alignment": 0,
        "axon_speed_brainstem": 0.4,
      ])
      var conditions = GrowthConditions()
      conditions.alignment = [Float](repeating: alignment, count: test.cord.grid.count)
      let cones = test.cones(4000, .brainstem, table, at: test.middle(-4))
      cones.strideLimit = 0.01
      cones.advance(test.environment(table, conditions: conditions), steps: 4, days: 1)
      return (0..<cones.count).reduce(0) { $0 + Double(abs(cones.cone($1).direction.z)) } / 4000
    }
    // Turning rate over rotational diffusion 1 / (2 ℓ_p).
    let kappa = 3 / 0.3 * 2 * 0.3
    // Both ways along the cord attract: the mean of |u| under the density e^(κ |u|) on the sphere.
    let expected = (exp(kappa) * (kappa - 1) + 1) / (kappa * (exp(kappa) - 1))
    let found = try straightness(1, 3)
    #expect(abs(found - expected) < 0.015)
    #expect(abs(try straightness(0, 3) - 0.5) < 0.03, "no preference without alignment")
    #expect(try straightness(1, 5) > straightness(0.5, 5))
  }
}
