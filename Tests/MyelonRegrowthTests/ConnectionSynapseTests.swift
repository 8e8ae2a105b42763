import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRegrowth
import MyelonTestSupport
import Testing

/// Efficacy of single synapses: closed forms, practice, pruning, right and wrong targets.
struct ConnectionSynapseTests {
  private let cord: ConnectionTestCord
  private let lumbar: Connections.Target
  private let cervical: Connections.Target
  private let tract = AxonOrigin.tract(.rubrospinal, .left)

  init() throws {
    cord = try ConnectionTestCord.transected()
    lumbar = .host(segment: cord.segment("L2"), side: .left, horn: .ventralHorn, isBelow: true)
    cervical = .host(segment: cord.segment("C6"), side: .left, horn: .ventralHorn, isBelow: true)
  }

  private func efficacy(
    _ target: Connections.Target, isCorrect: Bool = true, days: Double, stepping: Double = 0,
    reaching: Double = 0, excitability: Double = 1, steps: Int = 1
  ) -> Double {
    var connections = cord.connections()
    let agent = connections.add(tract, target, axons: 1, isCorrect: isCorrect)
    for _ in 0..<steps {
      connections.live(
        days: days / Double(steps), stepping: stepping, reaching: reaching, excitability: excitability)
    }
    return Double(connections.efficacy(of: agent))
  }

  @Test("A new synapse has no efficacy, matures over four weeks and then slowly weakens without activity")
  func unpractised() {
    let table = cord.table
    let strength = table["synapse_unpractised"]
    #expect(efficacy(lumbar, days: 0) == 0)
    for days in [1.0, 28, 90, 400] {
      let maturity = 1 - exp(-days / table["synapse_maturation"])
      let kept = exp(-table["synapse_pruning"] * (1 - strength) * days)
      #expect(abs(efficacy(lumbar, days: days) - maturity * strength * kept) < 1e-6)
    }
    #expect(abs(1 - exp(-28 / table["synapse_maturation"]) - 0.9) < 0.01)
  }

  @Test("Full practice of its task brings a synapse to full efficacy, practice of another task nothing")
  func practice() {
    #expect(abs(efficacy(lumbar, days: 400, stepping: 1) - 1) < 1e-3)
    #expect(efficacy(lumbar, days: 60, reaching: 1) == efficacy(lumbar, days: 60))
    #expect(efficacy(cervical, days: 60, reaching: 1) > efficacy(cervical, days: 60) + 0.2)
    #expect(efficacy(cervical, days: 60, stepping: 1) == efficacy(cervical, days: 60))
    var last = 0.0
    for dose in [0, 0.2, 0.5, 1] {
      let value = efficacy(lumbar, days: 60, stepping: dose)
      #expect(value > last)
      last = value
    }
  }

  @Test("Stimulation alone strengthens, less than practice")
  func stimulation() {
    let alone = efficacy(lumbar, days: 60, excitability: 3)
    #expect(alone > efficacy(lumbar, days: 60) + 0.01)
    #expect(alone < efficacy(lumbar, days: 60, stepping: 0.5))
    #expect(efficacy(lumbar, days: 60, excitability: 0.2) == efficacy(lumbar, days: 60))
  }

  @Test("A misdirected synapse goes only when its circuit is practised")
  func misdirectedPruning() {
    let table = cord.table
    let settled = table["synapse_unpractised"]
    let rest = efficacy(lumbar, isCorrect: false, days: 300)
    #expect(abs(rest - settled) < 1e-6)
    #expect(efficacy(lumbar, isCorrect: false, days: 300, reaching: 1) == rest)
    #expect(efficacy(lumbar, isCorrect: false, days: 300, excitability: 5) == rest)
    let trained = efficacy(lumbar, isCorrect: false, days: 56, stepping: 1)
    let maturity = 1 - exp(-56 / table["synapse_maturation"])
    #expect(abs(trained - maturity * settled * exp(-56 * table["misdirected_pruning"])) < 1e-6)
    #expect(trained < 0.15 * rest)
  }

  @Test("Many short steps end where one long one does")
  func stepSplitting() {
    for isCorrect in [true, false] {
      for dose in [0.0, 0.4, 1] {
        let one = efficacy(lumbar, isCorrect: isCorrect, days: 50, stepping: dose, excitability: 2)
        let many = efficacy(
          lumbar, isCorrect: isCorrect, days: 50, stepping: dose, excitability: 2, steps: 200)
        #expect(abs(one - many) < 1e-6)
      }
    }
  }

  @Test("Strength follows its equations integrated in small steps when practice changes")
  func twin() {
    let table = cord.table
    var connections = cord.connections()
    let agent = connections.add(tract, lumbar, axons: 1)
    var (maturity, strength, kept) = (0.0, table["synapse_unpractised"], 1.0)
    for day in 0..<90 {
      let dose = day % 3 == 0 ? 0 : 0.8
      connections.live(days: 1, stepping: dose)
      let aim = table["synapse_unpractised"] + (1 - table["synapse_unpractised"]) * dose
      let step = 1e-3
      for _ in 0..<1000 {
        kept -= step * table["synapse_pruning"] * (1 - dose) * (1 - strength) * kept
        maturity += step * (1 - maturity) / table["synapse_maturation"]
        strength += step * (aim - strength) / table["synapse_strengthening"]
      }
    }
    #expect(abs(Double(connections.efficacy(of: agent)) - maturity * strength * kept) < 1e-4)
  }

  @Test(
    "In the right horn the set share is misdirected, in a wrong one all, and the draw depends on seed and agent"
  )
  func targets() {
    func wrong(_ origin: AxonOrigin, _ horn: GreyRegion, isBelow: Bool = true, seed: UInt64 = 5) -> [Bool] {
      var connections = cord.connections(seed: seed)
      return (0..<UInt32(4000)).map { agent in
        connections.add(
          Connections.Contact(
            agent: agent, origin: origin,
            target: .host(segment: 20, side: .left, horn: horn, isBelow: isBelow), axons: 1))
        return connections.isCorrect(agent: agent) == false
      }
    }
    let expected = cord.table["misdirected_share"]
    // Five standard deviations of a binomial share of 4000.
    let margin = 5 * (expected * (1 - expected) / 4000).squareRoot()
    func share(_ draws: [Bool]) -> Double { Double(draws.count { $0 }) / 4000 }
    let cortex = AxonOrigin.tract(.dorsalCorticospinal, .left)
    let touch = AxonOrigin.tract(.fasciculusGracilis, .left)
    let graft = AxonOrigin.graft(transplant: 0, .left)
    for (origin, horn) in [
      (tract, GreyRegion.ventralHorn), (tract, .intermediateZone), (cortex, .dorsalHorn),
      (cortex, .intermediateZone), (touch, .dorsalHorn), (graft, .ventralHorn),
    ] {
      #expect(abs(share(wrong(origin, horn)) - expected) < margin)
    }
    for (origin, horn) in [
      (tract, GreyRegion.dorsalHorn), (cortex, .ventralHorn), (touch, .ventralHorn),
      (touch, .intermediateZone), (graft, .dorsalHorn),
    ] {
      #expect(share(wrong(origin, horn)) == 1)
    }
    #expect(abs(share(wrong(graft, .dorsalHorn, isBelow: false)) - expected) < margin)
    #expect(wrong(tract, .ventralHorn) == wrong(tract, .ventralHorn))
    #expect(wrong(tract, .ventralHorn) != wrong(tract, .ventralHorn, seed: 6))
  }

  @Test("Voxels name the segment, side and horn that they lie in")
  func voxels() throws {
    let grid = cord.model.cord.grid
    let connections = cord.connections()
    var seen: Set<GreyRegion> = []
    for voxel in 0..<grid.count {
      let target = connections.hostTarget(voxel: voxel)
      guard cord.model.cord.cordFraction[voxel] > 0 else {
        #expect(target == nil)
        continue
      }
      guard case .host(let segment, let side, let horn, let isBelow) = try #require(target) else { continue }
      let slice = voxel / (grid.nx * grid.ny)
      #expect(segment == cord.model.cord.segmentOfSlice[slice])
      #expect((side == .left) == (voxel % grid.nx >= grid.nx / 2))
      #expect(isBelow == (cord.model.cord.position(ofSlice: slice) > cord.centre))
      if let grey = RegionCode(rawValue: cord.model.cord.regionCode[voxel]).grey { #expect(horn == grey) }
      seen.insert(horn)
    }
    #expect(seen.count == 3)
    #expect(connections.hostTarget(voxel: -1) == nil)
    #expect(connections.hostTarget(voxel: grid.count) == nil)
  }

  @Test("Contacts without axons are passed over, segments and numbers out of range are held")
  func unusualContacts() {
    var connections = cord.connections()
    for axons in [0, -1, .nan, .infinity] as [Float] {
      connections.add(Connections.Contact(agent: 1, origin: tract, target: lumbar, axons: axons))
    }
    #expect(connections.count == 0)
    for segment in [-3, 999] {
      connections.add(
        Connections.Contact(
          agent: 1, origin: tract,
          target: .host(segment: segment, side: .left, horn: .ventralHorn, isBelow: true), axons: 1,
          day: .nan, length: -.infinity, myelin: 9))
    }
    #expect(connections.count == 1)
    connections.update(agent: 1, length: .nan, myelin: .nan)
    connections.update(agent: 77, length: 1, myelin: 1)
    connections.remove(agent: 77)
    connections.live(days: 10, stepping: 1)
    #expect(connections.efficacy(of: 1) > 0)
    #expect(connections.efficacy(of: 77) == 0)
  }
}
