extension NIfTIHeader {
  /// The 348 bytes of a little-endian NIfTI-1 header and the four that say that no extension follows.
  ///
  /// The geometry must have been set in mm; values are written unscaled (`scl_slope` 1, `scl_inter` 0).
  ///
  /// - Parameter dataType: how the voxels are stored.
  /// - Returns: 352 bytes.
  func nifti1Bytes(dataType: NIfTIDataType) -> [UInt8] {
    var out = HeaderWriter(count: Version.one.firstVoxelOffset)
    out.put(Int32(Version.one.byteCount), at: 0)
    // "regular" is an Analyze 7.5 leftover that readers of that format expect.
    out.put(UInt8(ascii: "r"), at: 38)
    let dim = [dimensions.count] + dimensions
    for index in 0..<8 { out.put(Int16(index < dim.count ? dim[index] : 1), at: 40 + 2 * index) }
    out.put(Int16(truncatingIfNeeded: intentCode), at: 68)
    out.put(Int16(dataType.rawValue), at: 70)
    out.put(Int16(dataType.bitCount), at: 72)
    let isSeries = dimensions.count > 3
    let step = isSeries ? timeStep : 1
    let pixdim = [handedness, voxelSizes.x, voxelSizes.y, voxelSizes.z, step, 1, 1, 1]
    for index in 0..<8 { out.put(pixdim[index], at: 76 + 4 * index) }
    out.put(Double(Version.one.firstVoxelOffset), at: 108)
    out.put(1.0, at: 112)
    out.put(UInt8(NIfTISpatialUnit.millimetres.rawValue | timeUnit.rawValue), at: 123)
    out.put(displayMaximum, at: 124)
    out.put(displayMinimum, at: 128)
    out.put(timeOffset, at: 136)
    out.put(description, at: 148, capacity: 80)
    out.put(Int16(truncatingIfNeeded: qformCode), at: 252)
    out.put(Int16(truncatingIfNeeded: sformCode), at: 254)
    for index in 0..<3 {
      out.put(quaternion[index], at: 256 + 4 * index)
      out.put(quaternionOffset[index], at: 268 + 4 * index)
    }
    for (index, value) in sform.rowMajor.enumerated() { out.put(value, at: 280 + 4 * index) }
    out.put(intentName, at: 328, capacity: 16)
    out.put("n+1", at: 344, capacity: 4)
    return out.bytes
  }
}
