import Foundation
import MyelonLesion

extension TherapyCourse {
  /// Everything to continue with the same bits besides the cord itself.
  ///
  /// Little-endian: interventions begun (4 bytes), then for every implanted scaffold its length (4 bytes) and bytes,
  /// then the tracking's length (8 bytes, 0 without labels) and bytes, then the graft's length (8 bytes) and bytes. Releases and drugs are functions of time and are made again.
  public func checkpoint() throws -> Data {
    var data = Data()
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
    append(UInt32(begun))
    for scaffold in scaffolds {
      let bytes = scaffold.checkpoint
      append(UInt32(bytes.count))
      data.append(contentsOf: bytes)
    }
    let labels = tracking?.checkpoint ?? []
    append(UInt64(labels.count))
    data.append(contentsOf: labels)
    let cells = try graft.checkpoint()
    append(UInt64(cells.count))
    data.append(contentsOf: cells)
    return data
  }

  /// Puts the course back to where it was.
  ///
  /// - Parameters:
  ///   - data: what `checkpoint` gave.
  ///   - model: the cord, already restored.
  /// - Throws: `TherapyError.damagedCheckpoint` when the bytes are not a state of this course; errors of the parts.
  public func restore(_ data: Data, on model: LesionModel) throws {
    var reader = ByteReader(data: data)
    begun = Int(try reader.number(UInt32.self))
    guard begun <= due.count else { throw reader.damaged("\(begun) of \(due.count) interventions begun") }
    scaffolds = []
    releases = []
    let started = due.prefix(begun).map { plan.interventions[$0.position] }
    for case .scaffold(let implant) in started {
      let bytes = try reader.bytes(Int(try reader.number(UInt32.self)))
      scaffolds.append(
        try Scaffold(implant, checkpoint: [UInt8](bytes), in: model, table: context.parameters))
    }
    for case .release(let plan) in started { releases.append(try makeRelease(plan, on: model)) }
    let labels = try reader.bytes(Int(clamping: try reader.number(UInt64.self)))
    try tracking?.restore([UInt8](labels))
    let cells = try reader.bytes(Int(clamping: try reader.number(UInt64.self)))
    try graft.restore([UInt8](cells))
    graft.scaffoldAdhesion = scaffolds.map(\.adhesion).max() ?? graft.scaffoldAdhesion
    guard reader.isAtEnd else { throw reader.damaged("bytes are left over") }
  }
}

/// Reads little-endian numbers and runs of bytes from a checkpoint.
private struct ByteReader {
  let data: Data
  var position = 0

  init(data: Data) { self.data = Data(data) }

  var isAtEnd: Bool { position == data.count }

  func damaged(_ problem: String) -> TherapyError {
    .damagedCheckpoint(component: "therapies", problem: problem)
  }

  mutating func bytes(_ count: Int) throws(TherapyError) -> Data {
    guard count >= 0, count <= data.count - position else { throw damaged("they are cut short") }
    defer { position += count }
    return data[position..<position + count]
  }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type) throws(TherapyError) -> Number {
    try bytes(Number.bitWidth / 8).reversed().reduce(0) { $0 << 8 | Number($1) }
  }
}
