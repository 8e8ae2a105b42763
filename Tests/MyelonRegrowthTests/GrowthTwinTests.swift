import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonTestSupport
import Testing

@testable import MyelonRegrowth

/// The plain twin against the real thing, voxel by voxel and cone by cone.
struct GrowthTwinTests {
  /// Random tissue that any history could have left, with random therapies.
  private func twin(seed: UInt64) throws -> GrowthTwin {
    let test = try GrowthTestCord(spacing: 0.3, reach: 3)
    var random = SeededGenerator(seed: seed)
    func fill(_ field: TissueField, to highest: Double) {
      test.set(field) { _ in random.number(in: 0...1) < 0.15 ? 0 : random.number(in: 0...highest) }
    }
    for field in [
      TissueField.matrix, .tissue, .degenerated, .myelinDebris, .neurons, .oligodendrocytes, .graft,
      .scaffold,
    ] { fill(field, to: 1) }
    fill(.fibrosis, to: 1)
    fill(.cavity, to: 0.9)
    fill(.myelin, to: 0.6)
    fill(.remyelination, to: 0.4)
    fill(.cspg, to: 0.3)
    fill(.antiNogo, to: 3000)
    for field in [TissueField.bdnf, .nt3, .gdnf] { fill(field, to: 60) }
    var conditions = GrowthConditions()
    conditions.adhesion = (0..<test.cord.grid.count).map { _ in Float(random.number(in: 0...1)) }
    conditions.fibrousFill = (0..<test.cord.grid.count).map { _ in Float(random.number(in: 0...0.5)) }
    conditions.graftSupport = (0..<test.cord.grid.count).map { _ in Float(random.number(in: 0...1)) }
    let table = ParameterTable.growth([
      "grey_attraction": 0, "alignment_weight": 0, "injury_age_floor": 1, "growth_fading_graft": 1e9,
      "arrest_hazard": 20,
    ])
    return GrowthTwin(test: test, table: table, conditions: conditions, seed: seed)
  }

  @Test("What a growth cone meets is what a plain calculation from the fields gives", arguments: [1, 2, 3])
  func surroundings(seed: UInt64) throws {
    let twin = try twin(seed: seed)
    let environment = twin.test.environment(twin.table, conditions: twin.conditions, threads: 2)
    var compared = 0
    for voxel in stride(from: 0, to: twin.test.cord.grid.count, by: 7) {
      for trait in environment.traits {
        guard let found = environment.local(trait.type, voxel: voxel) else {
          #expect(!twin.isOpen(voxel))
          continue
        }
        let met = twin.met(trait, voxel)
        let away = SIMD3<Double>(found.guidance) - met.guidance
        let agrees =
          abs(Double(found.ratio) - met.ratio) < 1e-4 * (1 + met.ratio)
          && abs(Double(found.advance) - met.advance) < 1e-4 && abs(Double(found.speed) - met.speed) < 1e-4
          && abs(Double(found.support) - met.support) < 1e-5 && (away * away).sum().squareRoot() < 1e-3
        #expect(agrees, "\(trait.type) in voxel \(voxel): \(found), expected \(met)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test(
    "Rows that no growth cone can read may hold anything: the same bits as with all rows", arguments: [6, 7])
  func neededRows(seed: UInt64) throws {
    let twin = try twin(seed: seed)
    let cord = twin.test.cord
    let open = (0..<cord.grid.count).filter { twin.isOpen($0) }
    func grown(nearOnly: Bool) -> (bits: UInt64, share: Double) {
      var random = SeededGenerator(seed: seed + 300)
      let environment = GrowthEnvironment(
        cord: cord, parameters: twin.table, executor: SlabExecutor(threads: 2))
      let cones = GrowthCones(
        cord: cord, parameters: twin.table, seed: seed, executor: SlabExecutor(threads: 2))
      // A cluster and a scattered few, so that most of the cord is out of reach.
      for index in 0..<60 {
        let voxel = index < 50 ? open[index % 5] : open[Int(random.next() % UInt64(open.count))]
        let direction = SIMD3(
          random.number(in: -1...1), random.number(in: -1...1), random.number(in: -1...1))
        cones.append(
          NewCone(
            type: NeuronType.allCases[index % NeuronType.allCases.count], origin: 3,
            position: SIMD3<Float>(twin.test.centre(voxel)), direction: SIMD3<Float>(direction)))
      }
      var share = 0.0
      for _ in 0..<24 {
        if nearOnly {
          let vectors = (environment.rowCount + 2) * GrowthRow.length
          for vector in 0..<vectors { environment.rows[vector] = SIMD8(repeating: .nan) }
        }
        environment.update(
          model: twin.test.model, conditions: twin.conditions, days: 0.25, near: nearOnly ? cones : nil)
        if nearOnly, !environment.need.isAll {
          share = max(share, Double(environment.need.levels.count) / Double(environment.rowCount))
        }
        cones.advance(environment, days: 0.25)
      }
      return (cones.bits, share)
    }
    let near = grown(nearOnly: true)
    #expect(near.bits == grown(nearOnly: false).bits)
    #expect(near.share > 0 && near.share < 0.7)
  }

  @Test("A substep of a random growth cone is what a plain calculation gives", arguments: [4, 5])
  func substep(seed: UInt64) throws {
    let twin = try twin(seed: seed)
    let environment = twin.test.environment(twin.table, conditions: twin.conditions)
    let cones = GrowthCones(
      cord: twin.test.cord, parameters: twin.table, seed: seed, executor: SlabExecutor(threads: 1))
    var random = SeededGenerator(seed: seed + 100)
    let open = (0..<twin.test.cord.grid.count).filter { twin.isOpen($0) }
    for index in 0..<3000 {
      let voxel = open[Int(random.next() % UInt64(open.count))]
      let direction = SIMD3(
        random.number(in: -1...1), random.number(in: -1...1), random.number(in: -1...1))
      cones.append(
        NewCone(
          type: environment.traits[index % 7].type, origin: UInt16(index),
          position: SIMD3<Float>(twin.test.centre(voxel)), direction: SIMD3<Float>(direction)))
    }
    let before = (0..<3000).map { cones.cone($0) }
    // So short that a stride stays inside the voxel and one substep is enough.
    let days = 0.05
    cones.advance(environment, days: days)
    var fates: [GrowthState: Int] = [:]
    for slot in 0..<3000 {
      let old = before[slot]
      let voxel = try #require(twin.test.voxel(old.position))
      let met = twin.met(environment.traits[slot % 7], voxel)
      let fate = expectedFate(twin, old, met: met, voxel: voxel, days: days, environment: environment)
      guard let fate else { continue }
      let now = cones.cone(slot)
      #expect(now.state == fate, "slot \(slot)")
      fates[fate, default: 0] += 1
      guard fate == .growing else { continue }
      let stride = met.speed * days
      let words = CounterRandom.words(counter: SIMD4(old.id, 0, 0, 0), key: SIMD2(UInt32(seed), 0))
      let (after, along) = twin.turn(
        SIMD3<Double>(old.direction), guide: met.guidance, stride: stride, azimuth: words.y)
      let wayOff = SIMD3<Double>(now.position) - SIMD3<Double>(old.position) - along * stride
      let turnOff = SIMD3<Double>(now.direction) - after
      #expect((wayOff * wayOff).sum().squareRoot() < 2e-5, "slot \(slot)")
      #expect((turnOff * turnOff).sum().squareRoot() < 2e-3, "slot \(slot)")
    }
    #expect((fates[.growing] ?? 0) > 500 && (fates[.arrested] ?? 0) > 20, "\(fates)")
  }

  /// The state after the substep, nil where a rounding could decide.
  private func expectedFate(
    _ twin: GrowthTwin, _ cone: GrowthCone, met: GrowthTwin.Met, voxel: Int, days: Double,
    environment: GrowthEnvironment
  ) -> GrowthState? {
    let table = twin.table
    guard abs(met.speed - table["stall_speed"]) > 1e-5 else { return nil }
    if met.speed < table["stall_speed"] { return .arrested }
    let arrest = table["arrest_hazard"] * (1 - met.advance) * met.speed * days
    let local = environment.local(cone.type, voxel: voxel)
    let contact = Double(local?.hostContact ?? 0) * days
    let withdraw = table["withdrawal_basal"] * days
    let total = arrest + contact + withdraw
    let words = CounterRandom.words(counter: SIMD4(cone.id, 0, 0, 0), key: SIMD2(UInt32(twin.seed), 0))
    let drawn = Double(words.x) * 0x1p-32
    let limit = 1 - exp(-total)
    guard abs(drawn - limit) > 1e-5 else { return nil }
    if drawn > limit { return .growing }
    let chosen = Double(words.w) * 0x1p-32 * total
    guard abs(chosen - arrest) > 1e-5 * total, abs(chosen - arrest - contact) > 1e-5 * total else {
      return nil
    }
    return chosen < arrest ? .arrested : chosen < arrest + contact ? .connected : .retracting
  }
}
