import Foundation
import MyelonFields

/// Bytes of a checkpoint: identification, checksum, payload.
enum GrowthRecord {
  /// Bytes before the payload.
  static let headerCount = 16

  /// An error of a checkpoint of growing axons.
  static func error(_ problem: CheckpointError.Problem) -> CheckpointError {
    CheckpointError("growing axons", problem)
  }

  /// Collects a payload.
  struct Writer {
    private var payload = Data()

    mutating func append(_ number: Int) { append([UInt64(bitPattern: Int64(number)).littleEndian]) }

    mutating func append<Element: BitwiseCopyable>(_ values: [Element]) {
      values.withUnsafeBytes { payload.append(contentsOf: $0) }
    }

    mutating func append(bytes: UnsafeRawBufferPointer) { payload.append(contentsOf: bytes) }

    /// The whole checkpoint.
    func sealed(_ identification: String) -> Data {
      var result = Data(identification.utf8)
      withUnsafeBytes(of: payload.withUnsafeBytes(StableHash.of).littleEndian) {
        result.append(contentsOf: $0)
      }
      result.append(payload)
      return result
    }
  }

  /// Takes a payload apart.
  struct Reader {
    private let payload: [UInt8]
    private var position = 0

    init(_ data: Data, identification: String) throws(CheckpointError) {
      let bytes = [UInt8](data)
      guard bytes.count >= headerCount, Array(bytes[..<8]) == Array(identification.utf8) else {
        throw GrowthRecord.error(.notACheckpoint)
      }
      payload = Array(bytes[headerCount...])
      let stored = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[8 + $1]) << (8 * UInt64($1)) }
      guard stored == payload.withUnsafeBytes(StableHash.of) else { throw GrowthRecord.error(.damaged) }
    }

    mutating func number() throws(CheckpointError) -> Int {
      guard position + 8 <= payload.count else {
        throw GrowthRecord.error(
          .size(required: headerCount + position + 8, found: headerCount + payload.count))
      }
      let start = position
      position += 8
      let bits = (0..<8).reduce(UInt64(0)) { $0 | UInt64(payload[start + $1]) << (8 * UInt64($1)) }
      return Int(Int64(bitPattern: bits))
    }

    /// Refuses when not exactly so many bytes are left.
    func require(_ bytes: Int) throws(CheckpointError) {
      guard payload.count - position == bytes else {
        throw GrowthRecord.error(
          .size(required: headerCount + position + bytes, found: headerCount + payload.count))
      }
    }

    /// Fills a block; `require` has made sure that it can be.
    mutating func copy(to block: UnsafeMutableRawBufferPointer) {
      payload.withUnsafeBytes {
        block.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + block.count]))
      }
      position += block.count
    }

    /// Reads an array; `require` has made sure that it is there.
    mutating func array<Element: BitwiseCopyable & Numeric>(of type: Element.Type, count: Int) -> [Element] {
      var result = [Element](repeating: 0, count: count)
      result.withUnsafeMutableBytes { copy(to: $0) }
      return result
    }
  }
}
