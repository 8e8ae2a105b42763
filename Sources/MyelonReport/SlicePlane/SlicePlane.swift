/// A slice through a volume: values of one field on a plane of voxels, row by row.
struct SlicePlane {
  /// Voxels in a row.
  let width: Int
  /// Rows.
  let height: Int
  /// The values.
  let values: [Float]

  /// The sagittal plane at a fractional column, over a range of slices.
  ///
  /// Rows run from rostral to caudal, columns from ventral to dorsal; values are interpolated between the two
  /// nearest columns of voxels.
  init(sagittal volume: VolumeFile, column: Double, slices: ClosedRange<Int>, visit: Int) {
    let (low, high, share) = Self.between(column, count: volume.nx)
    let plane = volume.nx * volume.ny
    var values: [Float] = []
    values.reserveCapacity(slices.count * volume.ny)
    for z in slices {
      for y in 0..<volume.ny {
        let row = (visit * volume.nz + z) * plane + y * volume.nx
        values.append(volume.voxels[row + low] * (1 - share) + volume.voxels[row + high] * share)
      }
    }
    width = volume.ny
    height = slices.count
    self.values = values
  }

  /// The axial plane at a fractional slice: rows run from ventral to dorsal, columns from right to left.
  init(axial volume: VolumeFile, slice: Double, visit: Int) {
    let (low, high, share) = Self.between(slice, count: volume.nz)
    let plane = volume.nx * volume.ny
    let first = (visit * volume.nz + low) * plane
    let second = (visit * volume.nz + high) * plane
    values = (0..<plane).map { volume.voxels[first + $0] * (1 - share) + volume.voxels[second + $0] * share }
    width = volume.nx
    height = volume.ny
  }

  private static func between(_ position: Double, count: Int) -> (low: Int, high: Int, share: Float) {
    let held = min(max(position, 0), Double(count - 1))
    let low = Int(held)
    return (low, min(low + 1, count - 1), Float(held - Double(low)))
  }
}
