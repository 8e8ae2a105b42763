import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

extension Scaffold {
  /// The placement as little-endian bytes: number of voxels, their indices (Int32), their shares (Float bits).
  public var checkpoint: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + 8 * voxels.count)
    func append(_ word: UInt32) {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(voxels.count))
    for voxel in voxels { append(UInt32(bitPattern: voxel)) }
    for share in share { append(share.bitPattern) }
    return bytes
  }

  /// Puts a scaffold back where it was, without touching the cord.
  ///
  /// - Parameters:
  ///   - implant: the plan, from the scenario.
  ///   - checkpoint: the bytes that `checkpoint` gave.
  ///   - model: the cord.
  ///   - table: holds `TherapyParameters`; nil for the species' own.
  /// - Throws: `TherapyError.damagedCheckpoint` when the bytes are not such a placement on this cord.
  public init(
    _ implant: ScaffoldImplant, checkpoint: [UInt8], in model: LesionModel, table: ParameterTable? = nil
  ) throws(TherapyError) {
    func damaged(_ problem: String) -> TherapyError {
      .damagedCheckpoint(component: implant.name, problem: problem)
    }
    guard checkpoint.count >= 4 else { throw damaged("\(checkpoint.count) bytes") }
    func word(_ position: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(checkpoint[4 * position + $1]) << (8 * UInt32($1)) }
    }
    let count = Int(word(0))
    guard checkpoint.count == 4 + 8 * count else {
      throw damaged("\(checkpoint.count) bytes for \(count) voxels")
    }
    let voxels = (0..<count).map { Int32(bitPattern: word(1 + $0)) }
    let share = (0..<count).map { Float(bitPattern: word(1 + count + $0)) }
    var last: Int32 = -1
    for (voxel, share) in zip(voxels, share) {
      guard voxel > last, Int(voxel) < model.cord.grid.count, model.cord.cordFraction[Int(voxel)] > 0 else {
        throw damaged("voxel \(voxel) after voxel \(last)")
      }
      guard share > 0, share <= 1 else { throw damaged("a share of \(share) in voxel \(voxel)") }
      last = voxel
    }
    self.init(
      implant, voxels: voxels, share: share, in: model,
      table: table ?? TherapyParameters.table(for: model.cord.species))
  }
}
