import Foundation
import MyelonAnatomy

extension Connections {
  /// "MYCONNX" and the version of the layout.
  private static let magic: [UInt8] = Array("MYCONNX".utf8) + [1]
  private static let recordBytes = 4 + 2 + 4 + 1 + 4 * 4 + 3 * 8
  private static let learningNumbers = MotorTask.allCases.count * 7

  /// Everything that is needed to continue with the same bits.
  ///
  /// Layout, little-endian: eight bytes of identification, a 64-bit FNV-1a checksum of what follows, the number of
  /// synapses (64 bits), seven doubles a task of learning, then the synapses one after another.
  public func checkpoint() -> Data {
    var writer = CheckpointBytes()
    writer.put(UInt64(synapses.count))
    for task in MotorTask.allCases.indices {
      writer.put(learning.openNet[task].bitPattern)
      for chain in learning.chains[task] {
        writer.put(chain.first.bitPattern)
        writer.put(chain.second.bitPattern)
      }
    }
    for slot in 0..<synapses.count {
      let record = synapses.record(slot)
      writer.put(record.agent)
      writer.put(record.origin)
      writer.put(record.target)
      writer.put(UInt8(record.isCorrect ? 1 : 0))
      for value in [record.axons, record.day, record.length, record.myelin] { writer.put(value.bitPattern) }
      for value in [record.maturity, record.strength, record.kept] { writer.put(value.bitPattern) }
    }
    var head = CheckpointBytes()
    head.put(CheckpointBytes.checksum(writer.bytes[...]))
    return Data(Self.magic + head.bytes + writer.bytes)
  }

  /// Puts connections back to where they were when the checkpoint was made.
  ///
  /// - Parameter data: a checkpoint of connections of the same cord.
  /// - Throws: `ConnectionsError`; the connections are then as they were before.
  public mutating func restore(_ data: Data) throws(ConnectionsError) {
    let bytes = [UInt8](data)
    guard bytes.count >= 24, Array(bytes[..<8]) == Self.magic else { throw .notACheckpoint }
    var reader = CheckpointBytes(bytes, from: 8)
    guard reader.take(UInt64.self) == CheckpointBytes.checksum(bytes[16...]) else { throw .damaged }
    let count = reader.take(UInt64.self)
    let fixed = 24 + 8 * Self.learningNumbers
    guard count <= 1 << 32, bytes.count == fixed + Int(count) * Self.recordBytes else {
      throw .size(required: fixed + Int(min(count, 1 << 32)) * Self.recordBytes, found: bytes.count)
    }
    var learnt = learning
    for task in MotorTask.allCases.indices {
      learnt.openNet[task] = Double(bitPattern: reader.take(UInt64.self))
      for chain in learnt.chains[task].indices {
        learnt.chains[task][chain].first = Double(bitPattern: reader.take(UInt64.self))
        learnt.chains[task][chain].second = Double(bitPattern: reader.take(UInt64.self))
      }
      let states = [learnt.openNet[task]] + learnt.chains[task].flatMap { [$0.first, $0.second] }
      guard states.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
        throw .inconsistent("a level of learning is not between 0 and 1")
      }
    }
    var store = SynapseStore()
    for _ in 0..<count { store.append(try record(&reader, store: store)) }
    learning = learnt
    synapses = store
  }

  private func record(
    _ reader: inout CheckpointBytes, store: SynapseStore
  ) throws(ConnectionsError) -> SynapseStore.Record {
    let agent = reader.take(UInt32.self)
    let origin = reader.take(UInt16.self)
    let target = reader.take(UInt32.self)
    let flag = reader.take(UInt8.self)
    let lengths = (0..<4).map { _ in Float(bitPattern: reader.take(UInt32.self)) }
    let states = (0..<3).map { _ in Double(bitPattern: reader.take(UInt64.self)) }
    guard store.slots[agent] == nil else { throw .inconsistent("agent \(agent) has two synapses") }
    guard Origin(code: origin) != nil, let place = Target(code: target), flag <= 1,
      lengths.allSatisfy({ $0.isFinite && $0 >= 0 }), states.allSatisfy({ $0 >= 0 && $0 <= 1 })
    else { throw .inconsistent("the synapse of agent \(agent) is none") }
    if case .host(let segment, _, _, _) = place, segment >= segmentNames.count {
      throw .inconsistent("agent \(agent) is connected to a segment that this cord has not")
    }
    return SynapseStore.Record(
      agent: agent, origin: origin, target: target, isCorrect: flag == 1, axons: lengths[0], day: lengths[1],
      length: lengths[2], myelin: lengths[3], maturity: states[0], strength: states[1], kept: states[2])
  }
}
