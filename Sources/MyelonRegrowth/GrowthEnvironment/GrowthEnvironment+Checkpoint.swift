import Foundation
import MyelonFields

extension GrowthEnvironment {
  private static let identification = "MYGROWE1"

  /// What must be kept to continue with the same bits: the proteoglycan of intact tissue that was digested.
  public func checkpoint() -> Data {
    var writer = GrowthRecord.Writer()
    writer.append(rowCount)
    writer.append(undigested.count)
    writer.append(undigested)
    return writer.sealed(Self.identification)
  }

  /// Puts that back; everything else is worked out by the next update.
  ///
  /// - Parameter data: a checkpoint of an environment of the same cord.
  /// - Throws: `CheckpointError`; the environment is then as it was before.
  public func restore(_ data: Data) throws(CheckpointError) {
    var reader = try GrowthRecord.Reader(data, identification: Self.identification)
    let rows = try reader.number()
    let stored = try reader.number()
    guard rows == rowCount, stored == 0 || stored == rowCount else {
      throw GrowthRecord.error(.inconsistent("it holds \(rows) voxels of cord; this one has \(rowCount)"))
    }
    try reader.require(stored * MemoryLayout<Float>.stride)
    let values = reader.array(of: Float.self, count: stored)
    guard values.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
      throw GrowthRecord.error(.inconsistent("a share of proteoglycan lies outside 0 to 1"))
    }
    undigested = values
  }
}
