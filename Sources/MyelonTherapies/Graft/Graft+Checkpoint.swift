import Foundation
import MyelonAnatomy
import MyelonFields

/// What a checkpoint holds besides agents.
private struct GraftRecord: Codable {
  var hours: Double
  var step: UInt32
  var nextID: UInt32
  var agents: Int
  var voxels: Int
  var scaffoldAdhesion: Double
  var transplants: [GraftTransplant]
  var ledger: GraftLedger
  var pressure: [Float]
  var priming: HostPriming
}

extension Graft {
  /// "MYGRAFT" and the version of the layout.
  private static let magic: [UInt8] = Array("MYGRAFT".utf8) + [1]
  private static let headerCount = 24

  private static func checkpointError(_ problem: CheckpointError.Problem) -> CheckpointError {
    CheckpointError("grafted cells", problem)
  }

  /// Everything that is needed to continue with the same bits.
  ///
  /// Layout, little-endian: eight bytes of identification, a 64-bit FNV-1a checksum of what follows, a 64-bit number of
  /// bytes of a JSON record, the record, then the agents, property after property.
  public func checkpoint() throws -> [UInt8] {
    let record = GraftRecord(
      hours: hours, step: step, nextID: nextID, agents: agents.count, voxels: cord.grid.count,
      scaffoldAdhesion: scaffoldAdhesion, transplants: transplants, ledger: ledger, pressure: pressure,
      priming: priming)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = [UInt8](try encoder.encode(record))
    var payload = Self.bytes(UInt64(text.count)) + text
    payload.reserveCapacity(payload.count + agents.count * GraftAgents.byteCount)
    for block in agents.blocks { payload.append(contentsOf: block) }
    return Self.magic + Self.bytes(payload.withUnsafeBytes(StableHash.of)) + payload
  }

  /// Puts the graft back to where it was when the checkpoint was made.
  ///
  /// - Parameter bytes: a checkpoint of a graft in the same cord.
  /// - Throws: `CheckpointError`; the graft is then as it was before.
  public func restore(_ bytes: [UInt8]) throws(CheckpointError) {
    let (record, start) = try Self.readRecord(bytes)
    try check(record)
    let required = start + record.agents * GraftAgents.byteCount
    guard bytes.count == required else {
      throw Self.checkpointError(.size(required: required, found: bytes.count))
    }
    let restored = GraftAgents()
    restored.takeSlots(record.agents)
    var position = start
    bytes.withUnsafeBytes { source in
      for block in restored.blocks {
        block.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[position..<position + block.count]))
        position += block.count
      }
    }
    try check(restored, kinds: record.transplants.count)
    agents = restored
    hours = record.hours
    step = record.step
    nextID = record.nextID
    scaffoldAdhesion = record.scaffoldAdhesion
    transplants = record.transplants
    ledger = record.ledger
    pressure = record.pressure
    priming = record.priming
    decisions = []
    census.take(agents, transplants: transplants.count)
  }

  /// The record, and where the agents begin.
  private static func readRecord(_ bytes: [UInt8]) throws(CheckpointError) -> (GraftRecord, Int) {
    guard bytes.count >= headerCount, Array(bytes[..<8]) == magic else {
      throw Self.checkpointError(.notACheckpoint)
    }
    guard number(bytes, at: 8) == bytes[16...].withUnsafeBytes(StableHash.of) else {
      throw Self.checkpointError(.damaged)
    }
    let length = number(bytes, at: 16)
    guard length <= UInt64(bytes.count - headerCount) else {
      throw Self.checkpointError(.size(required: headerCount + Int(min(length, 1 << 50)), found: bytes.count))
    }
    let end = headerCount + Int(length)
    guard let record = try? JSONDecoder().decode(GraftRecord.self, from: Data(bytes[headerCount..<end]))
    else {
      throw Self.checkpointError(.inconsistent("its record does not decode"))
    }
    return (record, end)
  }

  private func check(_ record: GraftRecord) throws(CheckpointError) {
    guard record.voxels == cord.grid.count else {
      throw Self.checkpointError(
        .inconsistent("it was made on a cord of \(record.voxels) voxels; this one has \(cord.grid.count)"))
    }
    guard record.transplants.count == record.ledger.entries.count, record.ledger.balances, record.agents >= 0,
      record.agents <= 1 << 26, record.pressure.isEmpty || record.pressure.count == record.voxels,
      record.pressure.allSatisfy({ $0 >= 0.04 && $0 <= 1 }),
      record.transplants.allSatisfy({
        $0.clones.clones.allSatisfy { $0.voxel >= 0 && $0.voxel < record.voxels }
      }),
      record.ledger.entries.allSatisfy({
        $0.alive.count == GraftFate.allCases.count && $0.dead.count == GraftCondition.allCases.count
      })
    else { throw Self.checkpointError(.inconsistent("its books do not balance")) }
  }

  private func check(_ restored: GraftAgents, kinds: Int) throws(CheckpointError) {
    for slot in 0..<restored.count {
      let voxel = Int(restored.voxel[slot])
      let place = restored.x[slot] + restored.y[slot] + restored.z[slot]
      guard voxel >= 0, voxel < cord.grid.count, isOpen(voxel), place.isFinite,
        Int(restored.transplant[slot]) < kinds,
        GraftFate(rawValue: restored.fate[slot]) != nil,
        GraftCondition(rawValue: restored.condition[slot]) != nil
      else {
        throw Self.checkpointError(
          .inconsistent("agent \(restored.id[slot]) lies or is nowhere that this cord has"))
      }
    }
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }

  private static func number(_ bytes: [UInt8], at start: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
  }
}
