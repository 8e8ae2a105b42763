import NIfTI

/// The box around the cord that is kept, and how it is copied from a volume.
///
/// Volumes have x to the left, y to the front and z to the head; the cut has y to the back and z caudally.
struct PAM50Cut {
  let size: SIMD3<Int>
  let spacing: SIMD3<Double>
  let firstX: Double
  let levels: [Int]
  private let first: SIMD3<Int>
  private let last: SIMD3<Int>
  private let dimensions: [Int]

  init(levels volume: NIfTIVolume, file: String) throws(AnatomyError) {
    guard volume.dimensions.count == 3 else {
      throw .wrongDimensions(file: file, found: volume.dimensions, required: [141, 141, 991])
    }
    let dimensions = volume.dimensions
    var low = SIMD3(Int.max, Int.max, Int.max)
    var high = SIMD3(-1, -1, -1)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 256), count: dimensions[2])
    for z in 0..<dimensions[2] {
      for y in 0..<dimensions[1] {
        for x in 0..<dimensions[0] {
          let value = volume.voxels[volume.index(x, y, z)]
          guard value.isFinite, value >= 1, value < 255.5 else { continue }
          let position = SIMD3(x, y, z)
          low.replace(with: position, where: position .< low)
          high.replace(with: position, where: position .> high)
          counts[z][Int(value.rounded())] += 1
        }
      }
    }
    let names = HumanCord.segments.map(\.name)
    let absent = names.indices.filter { level in !counts.contains { $0[level + 1] > 0 } }
    guard absent.isEmpty else { throw .absentLevels(names: absent.map { names[$0] }, file: file) }
    first = low
    last = high
    self.dimensions = dimensions
    size = high &- low &+ 1
    spacing = volume.affine.voxelSizes
    // World x runs to the right, cord x to the left.
    firstX = -volume.affine.apply(SIMD3(Double(low.x), Double(low.y), Double(low.z))).x
    levels = stride(from: high.z, through: low.z, by: -1).map { slice in
      let best = counts[slice].indices.max { counts[slice][$0] < counts[slice][$1] } ?? 0
      return counts[slice][best] > 0 ? best - 1 : -1
    }
  }

  /// Probabilities of a volume inside the cut as bytes; values outside 0 to 1 and non-numbers are held.
  func bytes(_ volume: NIfTIVolume) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size.x * size.y * size.z)
    var index = 0
    for z in 0..<size.z {
      for y in 0..<size.y {
        let row = volume.index(first.x, last.y - y, last.z - z)
        for x in 0..<size.x {
          let value = volume.voxels[row + x]
          bytes[index] = value > 0 ? UInt8(min(255, (value * 255).rounded())) : 0
          index += 1
        }
      }
    }
    return bytes
  }
}
