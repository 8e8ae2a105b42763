import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTestSupport
import Testing

@testable import MyelonRegrowth

/// Bits, places, paths, ends of the window, checkpoints.
struct GrowthStateTests {
  /// Agents of all kinds all over a contused cord.
  private func scattered(
    _ test: GrowthTestCord, _ table: ParameterTable, number: Int, threads: Int = 1, seed: UInt64 = 11
  ) -> GrowthCones {
    let cones = GrowthCones(
      cord: test.cord, parameters: table, seed: seed, executor: SlabExecutor(threads: threads))
    var random = SeededGenerator(seed: seed)
    let open = (0..<test.cord.grid.count).filter { test.cord.cordFraction[$0] >= 0.25 }
    for index in 0..<number {
      let place = SIMD3<Float>(test.centre(open[Int(random.next() % UInt64(open.count))]))
      let direction = SIMD3<Float>(
        Float(random.number(in: -1...1)), Float(random.number(in: -1...1)), Float(random.number(in: -1...1)))
      cones.append(
        NewCone(
          type: NeuronType.allCases[index % 7], origin: UInt16(index % 50), position: place,
          direction: direction))
    }
    return cones
  }

  private func contused() throws -> GrowthTestCord {
    let test = try GrowthTestCord(spacing: 0.3, intact: false)
    test.model.advance(to: 7 * 86_400)
    return test
  }

  @Test("The same bits for any number of threads")
  func threads() throws {
    let test = try contused()
    test.set(.bdnf) { 20 * exp(-abs($0.z - test.epicentre)) }
    func bits(_ threads: Int) -> UInt64 {
      let cones = scattered(test, .growth(), number: 3000, threads: threads)
      let environment = test.environment(.growth(), threads: threads)
      cones.advance(environment, steps: 12, days: 0.25)
      return cones.bits
    }
    let one = bits(1)
    #expect(bits(2) == one)
    #expect(bits(5) == one)
  }

  @Test("Another seed gives other ways")
  func seeds() throws {
    let test = try contused()
    let bits = [UInt64(1), 2].map { seed -> UInt64 in
      let cones = test.cones(50, .graft, .growth(), seed: seed)
      cones.advance(test.environment(.growth()), steps: 4, days: 0.25)
      return cones.bits
    }
    #expect(bits[0] != bits[1])
  }

  @Test("A run resumed from a checkpoint continues with the same bits")
  func resume() throws {
    let test = try contused()
    test.set(.chondroitinase, 0.01)
    let table = ParameterTable.growth()
    let cones = scattered(test, table, number: 1000)
    let environment = test.environment(table)
    cones.advance(environment, steps: 20, days: 0.25)
    let saved = (cones.checkpoint(), environment.checkpoint())
    func go(_ cones: GrowthCones, _ environment: GrowthEnvironment) -> UInt64 {
      for _ in 0..<20 {
        environment.update(model: test.model, conditions: GrowthConditions(), days: 0.25)
        cones.advance(environment, days: 0.25)
      }
      return cones.bits
    }
    let through = go(cones, environment)
    let fresh = GrowthCones(cord: test.cord, parameters: table, seed: 11, executor: SlabExecutor(threads: 2))
    try fresh.restore(saved.0)
    let freshEnvironment = GrowthEnvironment(cord: test.cord, parameters: table)
    try freshEnvironment.restore(saved.1)
    #expect(fresh.bits == saved.0.withUnsafeBytes(StableHash.of))
    #expect(go(fresh, freshEnvironment) == through)
    #expect(fresh.path(3) == cones.path(3))
  }

  @Test("A damaged or foreign checkpoint is refused and changes nothing")
  func damaged() throws {
    let test = try contused()
    let cones = scattered(test, .growth(), number: 100)
    cones.advance(test.environment(.growth()), steps: 4, days: 0.25)
    let good = cones.checkpoint()
    var random = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      var bad = good
      bad[Int(random.next() % UInt64(bad.count))] ^= UInt8(1 << (random.next() % 8))
      #expect(throws: CheckpointError.self) { try cones.restore(bad) }
    }
    for length in [0, 7, 16, 40, good.count - 1] {
      #expect(throws: CheckpointError.self) { try cones.restore(good.prefix(length)) }
    }
    let other = try GrowthTestCord(spacing: 0.4)
    let foreign = GrowthCones(
      cord: other.cord, parameters: .growth(), seed: 1, executor: SlabExecutor(threads: 1))
    #expect(throws: CheckpointError.self) { try foreign.restore(good) }
    let environment = test.environment(.growth())
    #expect(throws: CheckpointError("growing axons", .notACheckpoint)) { try environment.restore(good) }
    #expect(cones.bits == good.withUnsafeBytes(StableHash.of))
    #expect(CheckpointError("growing axons", .size(required: 8, found: 2)).description.contains("8 bytes"))
  }

  @Test("No axon ever leaves the cord sideways, and paths lead from the start to the tip inside it")
  func insideTheCord() throws {
    let test = try contused()
    let table = ParameterTable.growth([
      "withdrawal_basal": 0.01, "white_alignment": 0, "persistence_length": 0.3, "arrest_hazard": 0.1,
    ])
    let cones = scattered(test, table, number: 1500)
    let starts = (0..<1500).map { cones.cone($0).position }
    let environment = test.environment(table)
    func isInside(_ place: SIMD3<Float>) -> Bool {
      test.voxel(place).map { test.cord.cordFraction[$0] >= 0.25 } ?? false
    }
    for _ in 0..<80 {
      cones.advance(environment, days: 0.5)
      for slot in 0..<cones.count where !isInside(cones.cone(slot).position) {
        #expect(cones.cone(slot).state == .retracting, "slot \(slot) at \(cones.cone(slot))")
      }
    }
    var checked = 0
    for slot in 0..<1500 where cones.state(slot) != .gone {
      let cone = cones.cone(slot)
      let path = cones.path(slot)
      #expect(path.first == starts[slot])
      #expect(
        path.last == (cone.beyond > 0 ? SIMD3(cone.position.x, cone.position.y, cone.reach) : cone.position))
      let inner = path.dropFirst().dropLast(cone.beyond > 0 ? 2 : 1)
      #expect(inner.allSatisfy(isInside))
      let way = zip(path, path.dropFirst()).reduce(Float(0)) { sum, pair in
        let step = pair.1 - pair.0
        return sum + (step * step).sum().squareRoot()
      }
      #expect(way <= cone.length + 1e-3)
      checked += 1
    }
    #expect(checked > 300)
  }

  @Test("Waypoints keep a straight axon's length, and a branch's path continues its parent's")
  func paths() throws {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    let table = ParameterTable.free(["axon_speed_brainstem": 0.5, "branching_rate": 0.4])
    let cones = test.cones(100, .brainstem, table, at: test.middle(-5))
    cones.advance(test.environment(table), steps: 40, days: 0.25)
    for slot in 0..<100 {
      let path = cones.path(slot)
      #expect(path.count > 12 && abs(path[path.count - 1].z - path[0].z - 5) < 1e-3)
    }
    #expect(cones.count > 150)
    for slot in 100..<cones.count {
      let parent = try #require(cones.cone(slot).parent)
      let whole = cones.path(slot, fromRoot: true)
      let own = cones.path(slot)
      #expect(whole[0] == cones.path(parent)[0] && Array(whole.suffix(own.count)) == own)
      #expect(abs(own[0].x) < 1e-3, "it leaves its straight parent")
    }
  }

  @Test("A withdrawing axon is taken back along its path at the set speed until it has gone")
  func retraction() throws {
    let test = try GrowthTestCord()
    test.set(.myelin, 0)
    let table = ParameterTable.free([
      "axon_speed_brainstem": 0.5, "retraction_speed": 0.4, "persistence_length": 0.5,
    ])
    let cones = test.cones(200, .brainstem, table, at: test.middle(-3))
    let environment = test.environment(table)
    cones.advance(environment, steps: 12, days: 0.25)
    let paths = (0..<200).map { cones.path($0) }
    let lengths = (0..<200).map { cones.cone($0).length }
    for slot in 0..<200 { cones.withdraw(slot) }
    cones.advance(environment, days: 1)
    for slot in 0..<200 {
      #expect(abs(cones.cone(slot).length - (lengths[slot] - 0.4)) < 1e-3)
      let path = cones.path(slot)
      #expect(path.dropLast() == paths[slot].prefix(path.count - 1))
    }
    var ended = 0
    for _ in 0..<10 {
      cones.advance(environment, days: 1)
      ended += cones.gone.count
    }
    #expect(ended == 200 && cones.share(.gone) == 1 && cones.path(0).isEmpty)
  }

  @Test("Beyond the window an axon grows on in one dimension at the speed of the last white matter")
  func beyondTheWindow() throws {
    let test = try GrowthTestCord()
    let table = ParameterTable.free(["growth_fading_graft": 1e9])
    let environment = test.environment(table)
    for caudal in [true, false] {
      let start = test.middle(caudal ? 5 : -5)
      let cones = test.cones(20, .graft, table, at: start, towards: SIMD3(0, 0, caudal ? 1 : -1))
      cones.advance(environment, steps: 40, days: 0.25)
      #expect(cones.share(.left) == 1)
      for slot in 0..<20 {
        let cone = cones.cone(slot)
        let travelled = Double(abs(cone.reach - start.z))
        #expect(abs(travelled - Double(cone.length)) < 0.02 && cone.beyond > 10)
        #expect((cone.reach > start.z) == caudal)
        // Intact proteoglycan is absent in this table and myelin does not count: full speed.
        #expect(abs(Double(cone.length) - 15) < 0.05)
        #expect(cones.path(slot).last?.z == cone.reach)
      }
    }
    let slow = ParameterTable.free()
    let host = test.cones(5, .brainstem, slow, at: test.middle(5.9))
    let hostEnvironment = test.environment(slow)
    host.advance(hostEnvironment, steps: 4, days: 10)
    let before = host.cone(0).length
    host.advance(hostEnvironment, days: 10)
    let grid = test.cord.grid
    var white = 0.0
    var inhibiting = 0.0
    for voxel in (grid.nz - 1) * grid.nx * grid.ny..<grid.count where test.cord.cordFraction[voxel] >= 0.25 {
      let share = Double(test.cord.whiteFraction(voxel))
      let grey = Double(test.cord.greyFraction[voxel])
      white += share
      inhibiting += share * (1 - grey + 0.35 * grey)
    }
    let sensitivity = GrowthTraits(.brainstem, parameters: slow).myelinSensitivity
    let full = GrowthTraits(.brainstem, parameters: slow).speed
    let ratio = pow(sensitivity * inhibiting / white / 1.5, 4)
    #expect(host.share(.left) == 1)
    #expect(abs(Double(host.cone(0).length - before) - 10 * full / (1 + ratio)) < 1e-3)
  }

  @Test("An axon connected beyond the window stays there, and says so when it withdraws")
  func connectedBeyond() throws {
    let test = try GrowthTestCord()
    let table = ParameterTable.free(["withdrawal_basal": 0.05])
    let environment = test.environment(table)
    let cones = test.cones(400, .graft, table, at: test.middle(5))
    cones.advance(environment, steps: 4, days: 0.5)
    let left = (0..<400).filter { cones.state($0) == .left }
    #expect(left.count > 300)
    for slot in left { cones.connectBeyond(slot, day: 30) }
    let reach = left.map { cones.reach($0) }
    cones.setEfficacy(left[0], 1)
    var lost: Set<Int> = []
    for _ in 0..<80 {
      cones.advance(environment, days: 0.25)
      lost.formUnion(cones.lostContacts)
      #expect(cones.newContacts.isEmpty)
    }
    #expect(cones.cone(left[0]).connectedVoxel == nil && cones.cone(left[0]).connectedDay == 30)
    let kept = left.filter { cones.state($0) == .connected }
    #expect(kept.contains(left[0]) && kept.count + lost.count == left.count && !lost.isEmpty)
    for (slot, place) in zip(left, reach) where cones.state(slot) == .connected {
      #expect(cones.reach(slot) == place)
    }
  }

  @Test("The benchmark measures something")
  func benchmark() throws {
    let rate = try GrowthCones.measureRate(agents: 300, threads: 1, repetitions: 1)
    #expect(rate > 0 && rate.isFinite)
  }

  @Test("Nonsense never crashes: places outside the cord, directions of no length, numbers that are none")
  func nonsense() throws {
    let test = try GrowthTestCord(spacing: 0.3, reach: 2)
    let cones = GrowthCones(
      cord: test.cord, parameters: .growth(), seed: 1, executor: SlabExecutor(threads: 1))
    let far = cones.append(
      NewCone(type: .graft, origin: 0, position: SIMD3(50, -50, 1e6), direction: SIMD3(.nan, 0, 1)))
    let slot = try #require(far)
    let voxel = try #require(test.voxel(cones.cone(slot).position))
    #expect(test.cord.cordFraction[voxel] >= 0.25 && cones.cone(slot).direction == SIMD3(0, 0, 1))
    let none = cones.append(
      NewCone(type: .graft, origin: 0, position: SIMD3(.nan, 0, 0), direction: SIMD3(0, 0, 1)))
    #expect(none == nil)
    cones.advance(test.environment(.growth()), steps: 3, days: 0.25)
    let empty = GrowthCones(
      cord: test.cord, parameters: .growth(), seed: 1, executor: SlabExecutor(threads: 2))
    empty.advance(test.environment(.growth()), days: 0.25)
    #expect(empty.count == 0 && cones.count >= 1)
  }
}
