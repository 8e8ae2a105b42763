import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import Testing

@testable import MyelonRegrowth

/// The standard parameters in a rat's cord four weeks after a moderate contusion.
struct GrowthRatTests {
  private func contused(days: Int = 28) throws -> GrowthTestCord {
    let test = try GrowthTestCord(spacing: 0.3, reach: 9, intact: false)
    test.model.advance(to: days * 86_400)
    return test
  }

  /// Growth cones at the white matter of one slice.
  private func inWhite(_ test: GrowthTestCord, _ type: NeuronType, offset: Double, number: Int) -> GrowthCones
  {
    let cones = GrowthCones(
      cord: test.cord, parameters: .growth(), seed: 3, executor: SlabExecutor(threads: 2))
    let grid = test.cord.grid
    let slice = test.cord.slice(atZ: test.epicentre + offset)
    let white = (slice * grid.nx * grid.ny..<(slice + 1) * grid.nx * grid.ny).filter {
      test.cord.whiteFraction($0) > 0.9
    }
    for index in 0..<number {
      cones.append(
        NewCone(
          type: type, origin: 0, position: SIMD3<Float>(test.centre(white[index % white.count])),
          direction: SIMD3(0, 0, 1), day: 28))
    }
    return cones
  }

  private func meanAdvance(_ cones: GrowthCones, from start: Double, first: Int) -> Double {
    (0..<first).reduce(0) { $0 + max(0, Double(cones.reach($1)) - start) } / Double(first)
  }

  @Test(
    "Untreated host axons advance about 0.02 mm a day in white matter",
    arguments: [
      NeuronType.corticospinal, .rubrospinal, .brainstem, .propriospinal, .primaryAfferent, .projection,
    ])
  func untreated(type: NeuronType) throws {
    let test = try contused()
    let environment = test.environment(.growth())
    let cones = inWhite(test, type, offset: -6, number: 600)
    let start = Double(cones.reach(0))
    cones.advance(environment, steps: 120, days: 0.25)
    let rate = meanAdvance(cones, from: start, first: 600) / 30
    #expect(rate > 0.004 && rate < 0.05, "\(type): \(rate) mm/d")
  }

  @Test("Hardly any untreated host axon crosses a moderate lesion in three months")
  func untreatedCrossing() throws {
    let test = try contused()
    let environment = test.environment(.growth())
    for type in [NeuronType.corticospinal, .brainstem, .propriospinal] {
      let cones = inWhite(test, type, offset: -2, number: 1000)
      cones.advance(environment, steps: 180, days: 0.5)
      let crossed = (0..<1000).count { Double(cones.reach($0)) > test.epicentre + 2 }
      #expect(crossed <= 5, "\(type): \(crossed) of 1000")
    }
  }

  @Test("In a permissive graft with NT-3 corticospinal axons advance about 0.2 mm a day")
  func permissive() throws {
    let test = try contused()
    test.set(.nt3, 100)
    let state = test.model.state
    var conditions = GrowthConditions()
    conditions.graftNeurons = [Float](repeating: 0, count: test.cord.grid.count)
    for voxel in 0..<test.cord.grid.count {
      let filled = max(state.values(.cavity)[voxel], abs(test.centre(voxel).z - test.epicentre) < 2 ? 1 : 0)
      state.mutableValues(.graft)[voxel] = filled
      conditions.graftNeurons[voxel] = filled * 10_000
    }
    let environment = test.environment(.growth(), conditions: conditions)
    let still = ParameterTable.growth(["contact_rate_corticospinal": 0, "withdrawal_basal": 0])
    let inside = test.cones(800, .corticospinal, still, at: test.middle(-1.5))
    inside.advance(test.environment(still, conditions: conditions), steps: 28, days: 0.5)
    let rate = (0..<800).reduce(0) { $0 + Double(inside.cone($1).length) } / 800 / 14
    #expect(rate > 0.12 && rate < 0.3, "\(rate) mm/d in the graft, stops included")
    let cones = inWhite(test, .corticospinal, offset: -3, number: 600)
    cones.advance(environment, steps: 180, days: 0.5)
    let crossed = (0..<600).count { Double(cones.reach($0)) > test.epicentre + 2 }
    let onGraft = (0..<cones.count).count { cones.cone($0).target == .graft }
    // Untreated, none of a thousand crosses; here many synapse on the graft or cross it.
    #expect(onGraft > 100 && crossed > 5, "\(onGraft) synapses on the graft, \(crossed) of 600 crossed")
  }

  @Test("Graft-derived axons reach about 25 mm in seven weeks")
  func graftReach() throws {
    let test = try contused()
    let environment = test.environment(.growth())
    let cones = inWhite(test, .graft, offset: 3, number: 400)
    let start = Double(cones.reach(0))
    for _ in 0..<196 {
      environment.day += 0.25
      cones.advance(environment, days: 0.25)
    }
    let reach = (0..<400).map { Double(cones.reach($0)) - start }.max() ?? 0
    #expect(reach > 18 && reach < 30, "\(reach) mm")
  }

  @Test("Corticospinal axons enter a graft of neurons better than one of other cells")
  func graftIdentity() throws {
    let test = try contused()
    let count = test.cord.grid.count
    test.set(.graft, 1)
    var neural = GrowthConditions()
    neural.graftNeurons = [Float](repeating: 10_000, count: count)
    var other = GrowthConditions()
    other.graftSupport = [Float](repeating: 1, count: count)
    let voxel = try #require(test.voxel(test.middle()))
    func speed(_ type: NeuronType, _ conditions: GrowthConditions) throws -> Float {
      try #require(test.environment(.growth(), conditions: conditions).local(type, voxel: voxel)).speed
    }
    let corticospinal = try speed(.corticospinal, neural)
    #expect(try corticospinal > 2 * speed(.corticospinal, other))
    neural.spinalIdentity = 0.2
    #expect(try speed(.corticospinal, neural) < 0.9 * corticospinal)
    #expect(try speed(.propriospinal, other) > 2 * speed(.corticospinal, other))
  }

  @Test("A corticospinal axon answers NT-3 and hardly BDNF; a brainstem axon the other way")
  func responses() throws {
    let test = try GrowthTestCord()
    let voxel = try #require((0..<test.cord.grid.count).first { test.cord.whiteFraction($0) == 1 })
    func gain(_ type: NeuronType, _ field: TissueField) throws -> Float {
      let before = try #require(test.environment(.growth()).local(type, voxel: voxel)).speed
      test.set(field, 50)
      defer { test.set(field, 0) }
      return try #require(test.environment(.growth()).local(type, voxel: voxel)).speed / before
    }
    #expect(try gain(.corticospinal, .nt3) > 5 && gain(.corticospinal, .bdnf) < 1.5)
    #expect(try gain(.brainstem, .bdnf) > 4 && gain(.brainstem, .nt3) < gain(.brainstem, .bdnf))
    #expect(try gain(.primaryAfferent, .nt3) > 3 && gain(.propriospinal, .gdnf) > 3)
  }
}
