import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRegrowth
import MyelonTestSupport
import Testing

/// What synapses bring to the segments of a real, injured cord.
struct ConnectionCordTests {
  private func below(
    _ cord: ConnectionTestCord, _ name: String, _ side: Side = .left, _ horn: GreyRegion = .intermediateZone
  ) -> Connections.Target {
    .host(segment: cord.segment(name), side: side, horn: horn, isBelow: true)
  }

  /// Sum of everything new that drives a segment and side.
  private func drive(_ supply: ConnectionSupply, _ segment: Int, _ side: Side = .left) -> Double {
    let index = Int(side.rawValue)
    return supply.descending.reduce(0) { $0 + $1[index][segment] } + supply.relays[index][segment].total
  }

  private func total(_ supply: ConnectionSupply) -> Double {
    (0..<supply.segmentCount).reduce(0) { $0 + drive(supply, $1, .left) + drive(supply, $1, .right) }
  }

  @Test("Nothing grown and nobody trained is the supply of an untreated cord")
  func nothing() throws {
    let cord = try ConnectionTestCord.transected()
    let supply = try cord.supply(cord.connections())
    #expect(supply == ConnectionSupply(segmentCount: cord.model.cord.segmentNames.count))
    let hazard = cord.connections().hazard(model: cord.model, conduction: cord.conduction)
    #expect(hazard.allodynia == 0 && hazard.spasticity == 0)
  }

  @Test("A regrown tract counts its axons times efficacy over what serves a segment, and spreads caudally")
  func regenerated() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    let agent = connections.add(.tract(.rubrospinal, .left), below(cord, "T13"), axons: 200)
    connections.live(days: 60)
    let supply = try cord.supply(connections)
    let census = AxonCensus.standard(.rat).axonsPerSide(of: .rubrospinal)
    let expected = 200 * Double(connections.efficacy(of: agent)) / (census * cord.table["segment_supply"])
    let rubrospinal = supply.descending[Int(Tract.rubrospinal.rawValue)]
    let left = rubrospinal[1]
    #expect(abs(left[cord.segment("T13")] - expected) < 1e-6 * expected)
    #expect(left[cord.segment("T12")] == 0)
    #expect(rubrospinal[0].allSatisfy { $0 == 0 })
    // L1 and L2 lie outside the window, where short propriospinal fibres are whole.
    let spread = cord.table["propriospinal_spread"]
    #expect(abs(left[cord.segment("L2")] / left[cord.segment("L1")] - spread) < 1e-9)
    #expect(total(supply) > 0)
    #expect(supply.relays.allSatisfy { $0.allSatisfy { $0 == .none } })
  }

  @Test("Ventral-horn synapses drive their own pool in full and neighbours through interneurons only")
  func ventralHorn() throws {
    let cord = try ConnectionTestCord.transected()
    var ventral = cord.connections()
    _ = ventral.add(.tract(.rubrospinal, .left), below(cord, "L2", .left, .ventralHorn), axons: 100)
    ventral.live(days: 60)
    var middle = cord.connections()
    _ = middle.add(.tract(.rubrospinal, .left), below(cord, "L2"), axons: 100)
    middle.live(days: 60)
    let (first, second) = (try cord.supply(ventral), try cord.supply(middle))
    let (here, next) = (cord.segment("L2"), cord.segment("L3"))
    #expect(abs(drive(first, here) - drive(second, here)) < 1e-9)
    let onInterneurons = 1 - cord.table["motoneuron_contact"]
    #expect(abs(drive(first, next) - onInterneurons * drive(second, next)) < 1e-9)
  }

  @Test("Axons of grafted neurons give no drive without host axons on the graft")
  func graftAlone() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    for name in ["T11", "T13", "L2", "L4"] {
      _ = connections.add(.graft(transplant: 0, .left), below(cord, name), axons: 20_000)
    }
    connections.live(days: 100, stepping: 1)
    #expect(total(try cord.supply(connections, neurons: 10_000)) == 0)
    // Sensory fibres on the graft are no drive from the brain either.
    _ = connections.add(
      .tract(.fasciculusGracilis, .left), .graft(transplant: 0, side: .left), axons: 5000)
    connections.live(days: 100, stepping: 1)
    #expect(total(try cord.supply(connections, neurons: 10_000)) == 0)
    // And host axons on a graft of which no neuron lives.
    _ = connections.add(.tract(.rubrospinal, .left), .graft(transplant: 0, side: .left), axons: 5000)
    connections.live(days: 100, stepping: 1)
    #expect(total(try cord.supply(connections, neurons: 0)) == 0)
    #expect(total(try cord.supply(connections, neurons: 10_000)) > 0)
  }

  @Test("A relay passes on the saturating drive of its neurons, and only as relayed")
  func relay() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    let input = connections.add(
      .tract(.lateralReticulospinal, .left), .graft(transplant: 0, side: .left), axons: 80)
    let output = connections.add(.graft(transplant: 0, .left), below(cord, "L3"), axons: 3000)
    connections.live(days: 60)
    let neurons = 4000.0
    let supply = try cord.supply(connections, neurons: neurons)
    let driven =
      1 - exp(-cord.table["graft_fan_out"] * 80 * Double(connections.efficacy(of: input)) / neurons)
    let expected =
      3000 * Double(connections.efficacy(of: output)) * driven
      / (cord.descendingAxons * cord.table["segment_supply"])
    let share = supply.relays[1][cord.segment("L3")]
    #expect(abs(share.relayed - expected) < 1e-6 * expected)
    #expect(share.detoured == 0 && share.regenerated == 0)
    #expect(supply.descending.allSatisfy { $0.allSatisfy { $0.allSatisfy { $0 == 0 } } })
    #expect(share.relayed <= driven)
    let path = try #require(try cord.graph(connections, neurons: neurons).strongestPaths().first)
    #expect(
      path.nodes == [
        "brain (left lateral reticulospinal)", "graft ipsc left", "interneurons L3 left",
        "motor pool L3 left",
      ])
    #expect(abs(path.transmission - expected) < 1e-6 * expected)
    #expect(path.delay > 3 * cord.table["synaptic_delay"])
  }

  @Test("Collaterals above a transection lead nowhere; beside a hemisection they make a detour")
  func detours() throws {
    func detour(_ mechanism: InjuryMechanism) throws -> (left: Double, right: Double) {
      let cord = try ConnectionTestCord(mechanism)
      var connections = cord.connections()
      for side in Side.allCases {
        _ = connections.add(
          .tract(.dorsalCorticospinal, side),
          .host(segment: cord.segment("T8"), side: side, horn: .intermediateZone, isBelow: false),
          axons: 5000)
      }
      connections.live(days: 60)
      let supply = try cord.supply(connections)
      #expect(supply.descending.allSatisfy { $0.allSatisfy { $0.allSatisfy { $0 == 0 } } })
      let segment = cord.segment("L2")
      return (supply.relays[1][segment].detoured, supply.relays[0][segment].detoured)
    }
    let cut = try detour(.transection(gap: 0.6))
    #expect(cut.left == 0 && cut.right == 0)
    let half = try detour(.hemisection(side: .right, gap: 0.6))
    #expect(half.left > 1e-4)
    #expect(half.right == 0)
  }

  @Test("An axon that ends above the lesion in the lesion's own segment has not crossed it")
  func lesionSegment() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    let segment = cord.segment("T10")
    _ = connections.add(
      .tract(.rubrospinal, .left),
      .host(segment: segment, side: .left, horn: .ventralHorn, isBelow: false), axons: 1000)
    _ = connections.add(
      .tract(.rubrospinal, .left), below(cord, "T10", .left, .intermediateZone), axons: 10,
      isCorrect: false)
    connections.live(days: 60)
    #expect(total(try cord.supply(connections)) == 0)
    #expect(
      connections.hostTarget(z: cord.centre - 0.1, side: .left, horn: .dorsalHorn)
        == .host(segment: segment, side: .left, horn: .dorsalHorn, isBelow: false))
  }

  @Test("Regrown propriospinal axons carry what drives their neurons above the lesion")
  func propriospinal() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    let agent = connections.add(.tract(.propriospinal, .left), below(cord, "L1"), axons: 500)
    connections.live(days: 60)
    let share = try cord.supply(connections).descending[Int(Tract.propriospinal.rawValue)][1]
    let census = AxonCensus.standard(.rat).axonsPerSide(of: .propriospinal)
    let expected = 500 * Double(connections.efficacy(of: agent)) / (census * cord.table["segment_supply"])
    // The neurons' own drive is spared where tracts have bundles in the window, so nearly whole.
    #expect(share[cord.segment("L1")] <= expected * (1 + 1e-6))
    #expect(share[cord.segment("L1")] > 0.9 * expected)
  }

  @Test("Sensory fibres that reach the brain end restore their share of the segments below the lesion")
  func ascending() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    let agent = connections.add(.tract(.fasciculusGracilis, .right), .brainstem(side: .right), axons: 300)
    connections.live(days: 60)
    let supply = try cord.supply(connections)
    let names = cord.model.cord.segmentNames
    let served = names.indices.suffix(from: cord.segment("T7"))
    let caudal = names.indices.suffix(from: cord.segment("T10"))
    let axons =
      AxonCensus.standard(.rat).axonsPerSide(of: .fasciculusGracilis) * Double(caudal.count)
      / Double(served.count)
    let expected = 300 * Double(connections.efficacy(of: agent)) / axons
    for segment in names.indices {
      let share = supply.ascending[0][0][segment]
      let wanted = caudal.contains(segment) ? expected : 0
      #expect(abs(share.regenerated - wanted) <= 1e-6 * expected)
      #expect(share.relayed == 0)
      #expect(supply.ascending[0][1][segment] == .none && supply.ascending[1][0][segment] == .none)
    }
    #expect(drive(supply, cord.segment("L2"), .left) == 0)
  }

  @Test("A graft relays sensation to dorsal horns above the lesion and on across the midline")
  func sensoryRelay() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    _ = connections.add(.tract(.fasciculusGracilis, .left), .graft(transplant: 0, side: .left), axons: 400)
    _ = connections.add(
      .graft(transplant: 0, .left),
      .host(segment: cord.segment("T8"), side: .left, horn: .dorsalHorn, isBelow: false), axons: 400)
    connections.live(days: 60)
    let supply = try cord.supply(connections, neurons: 2000)
    let segment = cord.segment("L4")
    #expect(supply.ascending[1][0][segment].relayed > 0)
    #expect(supply.ascending[1][0][segment].regenerated == 0)
    #expect(supply.ascending[1][1][segment] == .none)
    #expect(total(supply) == 0)
  }

  @Test("More axons never lower the supply of any segment, whatever is there already")
  func monotone() throws {
    let cord = try ConnectionTestCord(.hemisection(side: .right, gap: 0.6))
    var generator = SeededGenerator(seed: 51)
    var connections = cord.connections()
    var last = try cord.supply(connections, neurons: 3000)
    for agent in UInt32(0)..<60 {
      let side: Side = Bool.random(using: &generator) ? .left : .right
      let tracts: [Tract] = [.dorsalCorticospinal, .rubrospinal, .lateralReticulospinal, .propriospinal]
      let tract = AxonOrigin.tract(tracts.randomElement(using: &generator) ?? .rubrospinal, side)
      let isBelow = Bool.random(using: &generator)
      let segment = Int.random(
        in: isBelow ? cord.segment("T10")...cord.segment("L5") : cord.segment("C5")...cord.segment("T10"),
        using: &generator)
      let host = Connections.Target.host(
        segment: segment, side: side, horn: .intermediateZone, isBelow: isBelow)
      let choices: [(AxonOrigin, Connections.Target)] = [
        (tract, host), (tract, .graft(transplant: 0, side: side)), (.graft(transplant: 0, side), host),
      ]
      guard let (origin, target) = choices.randomElement(using: &generator) else { continue }
      connections.add(Connections.Contact(agent: agent, origin: origin, target: target, axons: 400))
      // Efficacy after practice that prunes nothing that is correct; misdirected synapses never count.
      var mature = connections
      mature.live(days: 40, stepping: 1, reaching: 1)
      let now = try cord.supply(mature, neurons: 3000)
      for side in Side.allCases {
        for segment in 0..<now.segmentCount {
          #expect(drive(now, segment, side) >= drive(last, segment, side) - 1e-12)
          #expect(now.relays[Int(side.rawValue)][segment].total <= 1 + 1e-12)
        }
      }
      last = now
    }
    #expect(total(last) > 0)
  }

  @Test("Misdirected synapses are a share of a segment's input, and training lowers it")
  func misdirected() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    let target = below(cord, "L2")
    let right = connections.add(.tract(.rubrospinal, .left), target, axons: 300)
    let wrong = connections.add(.tract(.rubrospinal, .left), target, axons: 100, isCorrect: false)
    var trained = connections
    connections.live(days: 60)
    trained.live(days: 60, stepping: 1)
    let segment = cord.segment("L2")
    func share(_ connections: Connections) throws -> Double {
      try cord.supply(connections).misdirected[1][segment]
    }
    let expected =
      100 * Double(connections.efficacy(of: wrong))
      / (100 * Double(connections.efficacy(of: wrong)) + 300 * Double(connections.efficacy(of: right)))
    #expect(abs(try share(connections) - expected) < 1e-6)
    #expect(try share(trained) < 0.25 * expected)
  }

  @Test("Misdirected motor axons and BDNF risk spasticity, misdirected axons of a dorsal horn allodynia")
  func hazards() throws {
    let cord = try ConnectionTestCord.transected()
    func hazard(_ connections: Connections) -> SproutingHazard {
      connections.hazard(model: cord.model, conduction: cord.conduction)
    }
    var motor = cord.connections()
    _ = motor.add(.tract(.rubrospinal, .left), below(cord, "L2"), axons: 3000, isCorrect: false)
    motor.live(days: 60)
    #expect(hazard(motor).spasticity > 0.05 && hazard(motor).allodynia == 0)
    var trained = motor
    trained.live(days: 56, stepping: 1)
    #expect(hazard(trained).spasticity < 0.2 * hazard(motor).spasticity)
    var sensory = cord.connections()
    _ = sensory.add(
      .tract(.fasciculusGracilis, .left), below(cord, "L2", .left, .dorsalHorn), axons: 3000,
      isCorrect: false)
    sensory.live(days: 60)
    #expect(hazard(sensory).allodynia > 0.05 && hazard(sensory).spasticity == 0)
    // The same axons on the right neurons risk nothing.
    var right = cord.connections()
    _ = right.add(.tract(.rubrospinal, .left), below(cord, "L2"), axons: 3000)
    right.live(days: 60)
    #expect(hazard(right).spasticity == 0)
    let bdnf = cord.model.state.mutableValues(.bdnf)
    for voxel in bdnf.indices { bdnf[voxel] = Float(cord.table["spasticity_BDNF_half"]) }
    let expected = 1 - exp(-0.5 * cord.table["spasticity_BDNF_gain"])
    #expect(abs(hazard(right).spasticity - expected) < 1e-3)
    #expect(hazard(motor).spasticity > hazard(right).spasticity)
  }

  @Test("Chondroitinase below the lesion opens the net of the task whose circuits lie there, and of no other")
  func net() throws {
    let cord = try ConnectionTestCord.transected()
    var connections = cord.connections()
    var conditions = GrowthConditions()
    conditions.practice = [1, 0]
    let enzyme = cord.model.state.mutableValues(.chondroitinase)
    let grid = cord.model.cord.grid
    for voxel in enzyme.indices {
      let z = cord.model.cord.position(ofSlice: voxel / (grid.nx * grid.ny))
      enzyme[voxel] = z > cord.centre ? 1 : 0
    }
    connections.advance(days: 20, conditions: conditions, model: cord.model)
    // Half of it by the circuits, half by the fibres' way below the centre, but for the slices that hold no axon.
    let share = cord.table["sprouting_zone_share"]
    func expected(_ millimetres: Double) -> Double {
      (1 - share) * 0.99 + share * (1 - exp(-cord.table["sprouting_density"] * millimetres * 0.99))
    }
    let open = connections.learning.openNet[0]
    let zone = cord.table["sprouting_zone"]
    #expect(open < expected(zone + grid.spacing.z / 2) && open > expected(zone - 1.5 * grid.spacing.z - 0.5))
    #expect(connections.learning.openNet[1] == 0)
    for voxel in enzyme.indices { enzyme[voxel] = 0 }
    connections.advance(days: 28, conditions: conditions, model: cord.model)
    let closed = cord.table["plasticity_closing"]
    #expect(abs(connections.learning.openNet[0] - open * exp(-28 / closed)) < 1e-9)
  }
}
