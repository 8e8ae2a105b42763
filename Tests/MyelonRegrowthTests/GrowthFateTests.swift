import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import Testing

@testable import MyelonRegrowth

/// Arrest, restart, withdrawal, contact, branches.
struct GrowthFateTests {
  /// Share of growth cones that cross a uniform scar.
  private func crossing(
    ratio: Double, thickness: Double, number: Int = 20_000, prepare: (GrowthTestCord) -> Void = { _ in }
  ) throws -> Double {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    test.set(.cspg, Float(ratio / 2))
    // One unit of the field is taken for one peak scar here.
    prepare(test)
    let table = ParameterTable.free([
      "arrest_hazard": 1.3, "proteoglycan_scar": 1, "CSPG_sensitivity_host": 2, "matrix_promotion": 1,
    ])
    let environment = test.environment(table)
    let cones = test.cones(number, .brainstem, table, at: test.middle(-2))
    let voxel = try #require(test.voxel(test.middle()))
    let speed = Double(try #require(environment.local(.brainstem, voxel: voxel)).speed)
    cones.advance(environment, steps: 10, days: thickness / speed / 10)
    return cones.share(.growing)
  }

  @Test(
    "The share that crosses a uniform scar is exp(-λ (1 - a) L)",
    arguments: [(0.75, 1.0), (1.5, 1), (1.5, 2), (3, 1)])
  func crossingShare(ratio: Double, thickness: Double) throws {
    let advance = 1 / (1 + pow(ratio / 1.5, 4))
    let expected = exp(-1.3 * (1 - advance) * thickness)
    #expect(
      abs(try crossing(ratio: ratio, thickness: thickness) - expected) < tolerance(expected, of: 20_000))
  }

  @Test("Crossing falls with proteoglycan and with thickness")
  func crossingFalls() throws {
    let byRatio = try [0.5, 1, 1.5, 2, 3].map { try crossing(ratio: $0, thickness: 1, number: 5000) }
    let byThickness = try [0.5, 1, 2].map { try crossing(ratio: 1.5, thickness: $0, number: 5000) }
    #expect(byRatio == byRatio.sorted(by: >) && Set(byRatio).count == 5)
    #expect(byThickness == byThickness.sorted(by: >) && Set(byThickness).count == 3)
  }

  @Test("Advance is one half where inhibitors over promoters are 1.5")
  func threshold() throws {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    test.set(.cspg, 0.75)
    let voxel = try #require(test.voxel(test.middle()))
    let table = ParameterTable.free(["proteoglycan_scar": 1])
    let local = try #require(test.environment(table).local(.brainstem, voxel: voxel))
    #expect(abs(local.ratio - 1.5) < 1e-6 && abs(local.advance - 0.5) < 1e-6)
  }

  @Test("Chondroitinase lowers the ratio in scar and in intact tissue, and its effect outlasts the enzyme")
  func chondroitinase() throws {
    let test = try GrowthTestCord()
    let table = ParameterTable.growth()
    let voxel = try #require(
      (0..<test.cord.grid.count).first {
        test.cord.cordFraction[$0] == 1 && test.cord.greyFraction[$0] == 0
      })
    let environment = test.environment(table)
    let before = try #require(environment.local(.corticospinal, voxel: voxel)).ratio
    test.set(.chondroitinase, 1)
    environment.update(model: test.model, conditions: GrowthConditions(), days: 5)
    let during = try #require(environment.local(.corticospinal, voxel: voxel)).ratio
    test.set(.chondroitinase, 0)
    environment.update(model: test.model, conditions: GrowthConditions(), days: 14)
    let after = try #require(environment.local(.corticospinal, voxel: voxel)).ratio
    #expect(during < 0.8 * before && after < before && after > during)
    // dU/dt = λ (1 - U) - e E U from U = 1, then λ (1 - U).
    let rate = 24 * (0.001 + 0.1)
    let rest: Double = 0.001 / 0.101
    let digested: Double = rest + (1 - rest) * exp(-rate * 5)
    let renewed: Double = 1 + (digested - 1) * exp(-24 * 0.001 * 14)
    let change: Double = 2 * 0.4 * (renewed - 1)
    #expect(abs(Double(after - before) - change) < 1e-4)
    test.set(.cspg, 0.3)
    environment.update(model: test.model, conditions: GrowthConditions(), days: 0)
    let scarred = try #require(environment.local(.corticospinal, voxel: voxel)).ratio
    #expect(scarred > after)
  }

  @Test("An antibody against Nogo-A lets more host axons through myelin, up to the share it can mask")
  func antiNogo() throws {
    func crossing(_ antibody: Float) throws -> (share: Double, ratio: Float) {
      let test = try GrowthTestCord()
      test.set(.antiNogo, antibody)
      let table = ParameterTable.free(["arrest_hazard": 1, "white_alignment": 0])
      let environment = test.environment(table)
      let voxel = try #require((0..<test.cord.grid.count).first { test.cord.whiteFraction($0) == 1 })
      let cones = test.cones(4000, .corticospinal, table, at: SIMD3<Float>(test.centre(voxel)))
      cones.advance(environment, steps: 40, days: 1)
      return (cones.share(.growing), try #require(environment.local(.corticospinal, voxel: voxel)).ratio)
    }
    let none = try crossing(0)
    let some = try crossing(1000)
    let much = try crossing(1e9)
    #expect(abs(some.ratio - none.ratio * (1 - 0.75 / 2)) < 1e-4)
    #expect(abs(much.ratio - none.ratio * 0.25) < 1e-4)
    let far = try [Float(0), 1000].map { antibody -> Double in
      let test = try GrowthTestCord()
      test.set(.antiNogo, antibody)
      let table = ParameterTable.free(["arrest_hazard": 1])
      let voxel = try #require((0..<test.cord.grid.count).first { test.cord.whiteFraction($0) == 1 })
      let cones = test.cones(2000, .corticospinal, table, at: SIMD3<Float>(test.centre(voxel)))
      cones.advance(test.environment(table), steps: 90, days: 1)
      return (0..<2000).reduce(0) { $0 + Double(cones.cone($1).length) } / 2000
    }
    #expect(far[1] > 2 * far[0])
  }

  @Test("Graft-derived axons grow the same way whether there is myelin or not")
  func blindToMyelin() throws {
    func bits(_ myelin: Float, _ debris: Float) throws -> UInt64 {
      let test = try GrowthTestCord()
      test.set(.myelin, myelin)
      test.set(.myelinDebris, debris)
      let table = ParameterTable.growth()
      let cones = test.cones(300, .graft, table)
      cones.advance(test.environment(table), steps: 20, days: 0.25)
      return cones.bits
    }
    let without = try bits(0, 0)
    #expect(try bits(1, 1) == without)
    #expect(try bits(1, 0) == without)
  }

  @Test("Half of the axons without target withdraw in ln 2 / w, as in channels")
  func withdrawal() throws {
    let test = try GrowthTestCord()
    let table = ParameterTable.free(["withdrawal_basal": 0.0145, "axon_speed_brainstem": 0.001])
    let number = 20_000
    let cones = test.cones(number, .brainstem, table)
    cones.advance(test.environment(table), steps: 48 * 4, days: 0.25)
    let expected = exp(-0.0145 * 48)
    #expect(abs(expected - 0.5) < 0.01)
    let kept = 1 - cones.share(.retracting, .gone)
    #expect(abs(kept - expected) < tolerance(expected, of: number))
  }

  @Test("Axons that grew under NT-3 withdraw when it is taken away, and others do not")
  func trophicNeed() throws {
    let number = 20_000
    func kept(_ grewUnder: Float, then later: Float) throws -> Double {
      let test = try GrowthTestCord()
      test.set(.nt3, grewUnder)
      let table = ParameterTable.free(["withdrawal_need": 0.03, "axon_speed_corticospinal": 0.001])
      let environment = test.environment(table)
      let cones = test.cones(number, .corticospinal, table)
      cones.advance(environment, steps: 8, days: 0.25)
      test.set(.nt3, later)
      environment.update(model: test.model, conditions: GrowthConditions(), days: 0.25)
      cones.advance(environment, steps: 120, days: 0.25)
      return 1 - cones.share(.retracting, .gone)
    }
    let support: Double = 1.5 * 20 / 30.8
    // ∫ w_1 T e^(-t/τ) dt over 30 d.
    let expected: Double = exp(-0.03 * support * 60 * (1 - exp(-0.5)))
    #expect(abs(try kept(20, then: 0) - expected) < tolerance(expected, of: number) + 0.003)
    #expect(try kept(20, then: 20) == 1)
    #expect(try kept(0, then: 0) == 1)
  }

  @Test("A working synapse keeps an axon, a silent one does not")
  func synapticSupport() throws {
    let test = try GrowthTestCord()
    let table = ParameterTable.free([
      "withdrawal_basal": 0.0145, "contact_rate_host": 1e6, "innervated_contact": 1,
    ])
    let grey = try #require((0..<test.cord.grid.count).first { test.cord.greyFraction[$0] == 1 })
    let environment = test.environment(table)
    for (efficacy, expected) in [(Float(1), 1.0), (0.5, exp(-0.0145 * 50 / 2)), (0, exp(-0.0145 * 50))] {
      let cones = test.cones(8000, .brainstem, table, at: SIMD3<Float>(test.centre(grey)))
      cones.advance(environment, days: 0.25)
      #expect(cones.newContacts.count == 8000 && cones.share(.connected) == 1)
      for slot in 0..<8000 { cones.setEfficacy(slot, efficacy) }
      var lost = 0
      for _ in 0..<200 {
        cones.advance(environment, days: 0.25)
        lost += cones.lostContacts.count
      }
      #expect(abs(cones.share(.connected) - expected) <= tolerance(expected, of: 8000))
      let kept = (0..<8000).first { cones.state($0) == .connected }
      if let kept {
        cones.withdraw(kept)
        cones.advance(environment, days: 1e-6)
        #expect(cones.lostContacts == [kept], "a pruned synapse is reported once")
        cones.advance(environment, days: 1e-6)
        #expect(cones.lostContacts.isEmpty)
        lost += 1
      }
      #expect(lost == 8000 - Int((cones.share(.connected) * 8000).rounded()))
    }
  }

  @Test(
    "Contacts are formed at the set rate, on neurons only, and graft-derived axons form none with their graft"
  )
  func contacts() throws {
    let test = try GrowthTestCord()
    let table = ParameterTable.free([
      "contact_rate_host": 0.05, "contact_rate_graft": 0.1, "innervated_contact": 1,
      "axon_speed_brainstem": 0.001,
      "axon_speed_graft": 0.001,
    ])
    let grey = try #require((0..<test.cord.grid.count).first { test.cord.greyFraction[$0] == 1 })
    let white = try #require((0..<test.cord.grid.count).first { test.cord.whiteFraction($0) == 1 })
    var conditions = GrowthConditions()
    let environment = test.environment(table)
    func connected(_ type: NeuronType, _ voxel: Int) -> (share: Double, targets: Set<GrowthTarget>) {
      let cones = test.cones(8000, type, table, at: SIMD3<Float>(test.centre(voxel)))
      cones.advance(environment, steps: 40, days: 0.25)
      return (cones.share(.connected), Set((0..<8000).compactMap { cones.cone($0).target }))
    }
    let host = connected(.brainstem, grey)
    #expect(abs(host.share - (1 - exp(-0.5))) < tolerance(0.39, of: 8000) && host.targets == [.host])
    #expect(abs(connected(.graft, grey).share - (1 - exp(-1))) < tolerance(0.63, of: 8000))
    #expect(connected(.brainstem, white).share == 0)
    conditions.graftNeurons = [Float](repeating: 2000, count: test.cord.grid.count)
    environment.update(model: test.model, conditions: conditions, days: 0.25)
    let ontoGraft = connected(.brainstem, white)
    #expect(
      abs(ontoGraft.share - (1 - exp(-0.25))) < tolerance(0.22, of: 8000) && ontoGraft.targets == [.graft])
    #expect(connected(.graft, white).share == 0)
  }

  @Test("Branches appear at the set rate per mm, and branches do not branch")
  func branching() throws {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    let table = ParameterTable.free(["branching_rate": 0.5, "axon_speed_brainstem": 0.5])
    let number = 10_000
    let cones = test.cones(number, .brainstem, table, at: test.middle(-4))
    let environment = test.environment(table)
    for _ in 0..<16 {
      let before = cones.count
      cones.advance(environment, days: 0.25)
      let cosines = (before..<cones.count).map { cones.cone($0).direction.z }
      #expect(cosines.allSatisfy { abs($0 - 0.5) < 1e-4 }, "branches leave at 60 degrees")
    }
    let length = (0..<number).reduce(0) { $0 + Double(cones.cone($1).length) }
    #expect(abs(length - 2 * Double(number)) < 1)
    let branches = Double(cones.count - number)
    #expect(abs(branches - 0.5 * length) < 4 * (0.5 * length).squareRoot())
    for slot in number..<cones.count {
      let parent = try #require(cones.cone(slot).parent)
      #expect(parent < number && cones.cone(slot).origin == 3)
    }
  }

  @Test("The limit on agents holds, and what it prevents is counted")
  func limit() throws {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    let table = ParameterTable.free(["branching_rate": 2, "axon_speed_brainstem": 0.5])
    let cones = GrowthCones(
      cord: test.cord, parameters: table, seed: 1, executor: SlabExecutor(threads: 1), limit: 120)
    for _ in 0..<100 {
      cones.append(NewCone(type: .brainstem, origin: 0, position: test.middle(-4), direction: .zero))
    }
    cones.advance(test.environment(table), steps: 16, days: 0.25)
    #expect(cones.count == 120 && cones.prevented > 0)
    #expect(cones.append(NewCone(type: .graft, origin: 0, position: test.middle(), direction: .zero)) == nil)
  }

  @Test("An arrested axon starts again at the set rate when inhibition is lifted, not before")
  func restart() throws {
    let test = try GrowthTestCord()
    test.set(.cspg, 50)
    let table = ParameterTable.free(["restart_rate": 0.2, "stall_speed": 0.002])
    let environment = test.environment(table)
    let cones = test.cones(8000, .brainstem, table)
    cones.advance(environment, steps: 20, days: 0.25)
    #expect(cones.share(.arrested) == 1)
    test.set(.cspg, 0)
    test.set(.myelin, 0)
    environment.update(model: test.model, conditions: GrowthConditions(), days: 0.25)
    cones.advance(environment, steps: 12, days: 0.25)
    let expected = 1 - exp(-0.2 * 3)
    #expect(abs(cones.share(.growing) - expected) < tolerance(expected, of: 8000))
  }

  @Test(
    "An axon in a cavity stands still; filled by a graft it grows, and arrested there it counts as trapped")
  func cavityAndImplant() throws {
    let test = try GrowthTestCord()
    test.set(.cavity, 1)
    test.set(.tissue, 0)
    test.set(.myelin, 0)
    let table = ParameterTable.growth(["arrest_hazard": 50, "restart_rate": 0, "withdrawal_basal": 0])
    let cones = test.cones(10, .brainstem, table)
    cones.advance(test.environment(table), days: 1)
    #expect(cones.share(.arrested) == 1 && cones.cone(0).length == 0 && !cones.cone(0).isTrapped)
    test.set(.graft, 1)
    test.set(.cspg, 0.08)
    var conditions = GrowthConditions()
    conditions.graftSupport = [Float](repeating: 1, count: test.cord.grid.count)
    let grown = test.cones(10, .propriospinal, table)
    grown.advance(test.environment(table, conditions: conditions), steps: 200, days: 1)
    #expect((0..<10).contains { grown.cone($0).length > 0 })
    #expect((0..<10).contains { grown.cone($0).isTrapped })
  }
}
