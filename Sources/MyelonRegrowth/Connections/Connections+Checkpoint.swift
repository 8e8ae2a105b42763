import Foundation
import MyelonAnatomy
import MyelonFields

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
    head.put(writer.bytes.withUnsafeBytes(StableHash.of))
    return Data(Self.magic + head.bytes + writer.bytes)
  }

  /// Puts connections back to where they were when the checkpoint was made.
  ///
  /// - Parameter data: a checkpoint of connections of the same cord.
  /// - Throws: `CheckpointError`; the connections are then as they were before.
  public mutating func restore(_ data: Data) throws(CheckpointError) {
    let bytes = [UInt8](data)
    guard bytes.count >= 24, Array(bytes[..<8]) == Self.magic else {
      throw CheckpointBytes.error(.notACheckpoint)
    }
    var reader = CheckpointBytes(bytes, from: 8)
    guard reader.take(UInt64.self) == bytes[16...].withUnsafeBytes(StableHash.of) else {
      throw CheckpointBytes.error(.damaged)
    }
    let count = reader.take(UInt64.self)
    let fixed = 24 + 8 * Self.learningNumbers
    guard count <= 1 << 32, bytes.count == fixed + Int(count) * Self.recordBytes else {
      throw CheckpointBytes.error(
        .size(required: fixed + Int(min(count, 1 << 32)) * Self.recordBytes, found: bytes.count))
    }
    var learnt = learning
    for task in MotorTask.allCases.indices {
      learnt.openNet[task] = reader.takeDouble()
      for chain in learnt.chains[task].indices {
        learnt.chains[task][chain].first = reader.takeDouble()
        learnt.chains[task][chain].second = reader.takeDouble()
      }
      let states = [learnt.openNet[task]] + learnt.chains[task].flatMap { [$0.first, $0.second] }
      guard states.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
        throw CheckpointBytes.error(.inconsistent("a level of learning is not between 0 and 1"))
      }
    }
    var store = SynapseStore()
    for _ in 0..<count {
      let record = Self.record(&reader)
      guard store.slots[record.agent] == nil else {
        throw CheckpointBytes.error(.inconsistent("agent \(record.agent) has two synapses"))
      }
      try check(record)
      store.append(record)
    }
    learning = learnt
    synapses = store
  }

  private static func record(_ reader: inout CheckpointBytes) -> SynapseStore.Record {
    // Arguments are evaluated in the order in which they stand, which is that of the bytes.
    SynapseStore.Record(
      agent: reader.take(UInt32.self), origin: reader.take(UInt16.self), target: reader.take(UInt32.self),
      isCorrect: reader.take(UInt8.self) == 1, axons: reader.takeFloat(), day: reader.takeFloat(),
      length: reader.takeFloat(), myelin: reader.takeFloat(), maturity: reader.takeDouble(),
      strength: reader.takeDouble(), kept: reader.takeDouble())
  }

  private func check(_ record: SynapseStore.Record) throws(CheckpointError) {
    func isShare(_ value: Double) -> Bool { value >= 0 && value <= 1 }
    func isLength(_ value: Float) -> Bool { value.isFinite && value >= 0 }
    guard Origin(code: record.origin) != nil, let place = Target(code: record.target), isLength(record.axons),
      isLength(record.day), isLength(record.length), isLength(record.myelin), isShare(record.maturity),
      isShare(record.strength), isShare(record.kept)
    else { throw CheckpointBytes.error(.inconsistent("the synapse of agent \(record.agent) is none")) }
    if case .host(let segment, _, _, _) = place, segment >= segmentNames.count {
      throw CheckpointBytes.error(
        .inconsistent("agent \(record.agent) is connected to a segment that this cord has not"))
    }
  }
}
