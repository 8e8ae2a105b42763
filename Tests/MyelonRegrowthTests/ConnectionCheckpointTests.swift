import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRegrowth
import MyelonTestSupport
import Testing

/// Connections written and read back, and damaged bytes.
struct ConnectionCheckpointTests {
  private let cord: ConnectionTestCord

  init() throws { cord = try ConnectionTestCord.transected() }

  private func contact(_ agent: UInt32, _ generator: inout SeededGenerator) -> Connections.Contact {
    let side: Side = Bool.random(using: &generator) ? .left : .right
    let origin: AxonOrigin =
      Bool.random(using: &generator)
      ? .graft(transplant: Int.random(in: 0...3, using: &generator), side)
      : .tract(Tract.allCases.randomElement(using: &generator) ?? .rubrospinal, side)
    let target: Connections.Target =
      switch Int.random(in: 0...3, using: &generator) {
      case 0: .graft(transplant: Int.random(in: 0...999, using: &generator), side: side)
      case 1: .brainstem(side: side)
      default:
        .host(
          segment: Int.random(in: 0..<cord.model.cord.segmentNames.count, using: &generator), side: side,
          horn: GreyRegion.allCases.randomElement(using: &generator) ?? .ventralHorn,
          isBelow: Bool.random(using: &generator))
      }
    return Connections.Contact(
      agent: agent, origin: origin, target: target, axons: Float(generator.number(in: 1...90)),
      day: Float(generator.number(in: 0...50)), length: Float(generator.number(in: 0...20)),
      myelin: Float(generator.number(in: 0...1)))
  }

  /// Weeks of contacts, withdrawals and practice.
  private func live(_ connections: inout Connections, _ generator: inout SeededGenerator, steps: Int) {
    for _ in 0..<steps {
      for _ in 0..<20 {
        let agent = UInt32.random(in: 0..<200, using: &generator)
        if generator.number(in: 0...1) < 0.3 {
          connections.remove(agent: agent)
        } else {
          connections.add(contact(agent, &generator))
        }
      }
      connections.advance(
        days: generator.number(in: 0...1), practice: generator.shares(2),
        excitability: [generator.number(in: 1...3), 1],
        permission: SproutingPermission(digested: generator.shares(2), supported: generator.shares(2)))
    }
  }

  @Test("A restored copy holds the same bits and goes on with the same bits")
  func resume() throws {
    var generator = SeededGenerator(seed: 41)
    var first = cord.connections()
    live(&first, &generator, steps: 40)
    let saved = first.checkpoint()
    var second = cord.connections()
    try second.restore(saved)
    #expect(second.checkpoint() == saved)
    #expect(second.count == first.count && first.count > 50)
    var copy = generator
    live(&first, &generator, steps: 20)
    live(&second, &copy, steps: 20)
    #expect(first.checkpoint() == second.checkpoint())
    #expect(first.learning == second.learning)
    #expect(try cord.graph(first, neurons: 500) == cord.graph(second, neurons: 500))
  }

  @Test("Adding and removing keeps one synapse an agent, as a dictionary does")
  func bookkeeping() {
    var generator = SeededGenerator(seed: 42)
    var connections = cord.connections()
    var known: [UInt32: Bool] = [:]
    for _ in 0..<3000 {
      let agent = UInt32.random(in: 0..<60, using: &generator)
      if Bool.random(using: &generator) {
        connections.add(contact(agent, &generator))
        known[agent] = connections.isCorrect(agent: agent)
      } else {
        connections.remove(agent: agent)
        known[agent] = nil
      }
      #expect(connections.count == known.count)
    }
    for agent in UInt32(0)..<60 { #expect(connections.isCorrect(agent: agent) == known[agent]) }
  }

  @Test("Any changed byte and any missing byte is noticed, and nothing changes")
  func damage() throws {
    var generator = SeededGenerator(seed: 43)
    var source = cord.connections()
    live(&source, &generator, steps: 2)
    let saved = source.checkpoint()
    var target = cord.connections()
    let before = target.checkpoint()
    for position in saved.indices {
      var damaged = saved
      damaged[position] ^= 1 << UInt8(position % 8)
      #expect(throws: CheckpointError.self) { try target.restore(damaged) }
    }
    for count in 0..<saved.count {
      #expect(throws: CheckpointError.self) { try target.restore(saved.prefix(count)) }
    }
    #expect(throws: CheckpointError.self) { try target.restore(saved + [0]) }
    #expect(target.checkpoint() == before)
  }

  @Test("Connections of another species' cord are refused when a segment is missing")
  func otherCord() throws {
    let rat = cord.model.cord.segmentNames.count
    var source = cord.connections()
    source.add(
      Connections.Contact(
        agent: 1, origin: .tract(.rubrospinal, .left),
        target: .host(segment: rat - 1, side: .left, horn: .ventralHorn, isBelow: true), axons: 1))
    let human = try ConnectionTestCord(.transection(gap: 2), species: .human)
    var target = human.connections()
    // The rat has 34 segments and people 30.
    #expect(
      throws: CheckpointError(
        "connections", .inconsistent("agent 1 is connected to a segment that this cord has not"))
    ) { try target.restore(source.checkpoint()) }
  }
}
