import Foundation
import MyelonLesion
import MyelonTherapies

/// Where an unfinished arm stands: everything to continue it with the same bits.
///
/// File: the line `MYELON-CHECKPOINT-4`, the length and the checksum of the header, each as eight little-endian
/// bytes, the header as JSON, then the fields and the diffusion pattern as native little-endian Floats, then what
/// treatment and growing axons keep (`ArmState`).
struct Checkpoint: Codable {
  /// Version of the program.
  let version: String
  /// The scenario in canonical form and the anatomy: what the state belongs to.
  let identity: String
  /// Position of the arm.
  let arm: Int
  /// Clock of its cord.
  let clock: LesionClock
  /// Rows of the series so far.
  let series: SeriesTable
  /// Visits so far.
  let visits: [VisitRecord]
  /// Record of the treatment so far; nil for an untreated arm.
  let therapy: TherapyRecord?
  /// Record of what has grown so far.
  let regrowth: RegrowthRecord
  /// Number of bytes after the header.
  let byteCount: Int
  /// Checksum of those bytes.
  let checksum: UInt64

  static let magic = Data("MYELON-CHECKPOINT-4\n".utf8)

  /// Writes a checkpoint of a cord.
  static func write(
    _ model: LesionModel, state: ArmState, identity: String, arm: Int, series: SeriesTable,
    visits: [VisitRecord], therapy: TherapyRecord?, regrowth: RegrowthRecord, to path: String
  ) throws {
    let treatment = state.encoded
    try model.withCheckpointParts { cord in
      try treatment.withUnsafeBytes { treatment in
        let parts = cord + [treatment]
        let header = Checkpoint(
          version: ProgramVersion.current, identity: identity, arm: arm, clock: model.clock, series: series,
          visits: visits, therapy: therapy, regrowth: regrowth, byteCount: parts.reduce(0) { $0 + $1.count },
          checksum: Self.checksum(parts))
        let json = try JSONEncoder().encode(header)
        var front = magic
        let sum = json.withUnsafeBytes { Self.checksum([$0]) }
        for word in [UInt64(json.count), sum] {
          withUnsafeBytes(of: word.littleEndian) { front.append(contentsOf: $0) }
        }
        front.append(json)
        try front.withUnsafeBytes { try WholeFile.write([$0] + parts, to: path) }
      }
    }
  }

  /// Reads the header and the payload of a checkpoint.
  ///
  /// - Throws: `RunError` when the file is missing, cut short or changed.
  static func read(_ path: String) throws(RunError) -> (header: Checkpoint, payload: Data) {
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) } catch {
      throw .notRead(path: path, reason: "\(error.localizedDescription)")
    }
    let start = magic.count + 16
    guard data.count > start, data.prefix(magic.count) == magic else {
      throw .damagedCheckpoint(path: path, problem: "it does not begin like one")
    }
    let length = word(in: data, at: magic.count)
    guard length < UInt64(data.count - start) else {
      throw .damagedCheckpoint(path: path, problem: "it is cut short")
    }
    let headerEnd = start + Int(length)
    let json = data[start..<headerEnd]
    guard json.withUnsafeBytes({ Self.checksum([$0]) }) == word(in: data, at: magic.count + 8) else {
      throw .damagedCheckpoint(path: path, problem: "its header's checksum is wrong")
    }
    guard let header = try? JSONDecoder().decode(Checkpoint.self, from: json) else {
      throw .damagedCheckpoint(path: path, problem: "its header cannot be read")
    }
    let payload = Data(data[headerEnd...])
    guard payload.count == header.byteCount else {
      throw .damagedCheckpoint(
        path: path, problem: "\(header.byteCount) bytes needed, \(payload.count) found")
    }
    let sum = payload.withUnsafeBytes { Self.checksum([$0]) }
    guard sum == header.checksum else {
      throw .damagedCheckpoint(path: path, problem: "its checksum is wrong")
    }
    return (header, payload)
  }

  /// Eight little-endian bytes as a number.
  private static func word(in data: Data, at position: Int) -> UInt64 {
    data[position..<position + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A checksum over 32-bit words in order (FNV-1a with words for bytes: enough to see a damaged file).
  static func checksum(_ parts: [UnsafeRawBufferPointer]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      var offset = 0
      while offset + 4 <= part.count {
        hash = (hash ^ UInt64(part.loadUnaligned(fromByteOffset: offset, as: UInt32.self))) &* 0x100_0000_01b3
        offset += 4
      }
      for byte in part[offset...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
  }
}
