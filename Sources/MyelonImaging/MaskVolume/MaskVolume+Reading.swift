import NIfTI

extension MaskVolume {
  /// Reads a mask from a `.nii` or `.nii.gz` file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - role: what it shows, for messages.
  ///   - limits: how large and fine it may be.
  /// - Throws: `ImagingError` when the file cannot be read or holds no usable mask.
  public init(contentsOf path: String, role: ImageRole, limits: ImagingLimits = .standard)
    throws(ImagingError)
  {
    try self.init(readVolume(path, role: role, limits: limits), role: role, limits: limits)
  }

  /// Takes a mask from a volume.
  ///
  /// - Parameters:
  ///   - volume: the voxels, of any orientation and size.
  ///   - role: what it shows, for messages.
  ///   - limits: how large and fine it may be.
  /// - Throws: `ImagingError` when it holds no usable mask.
  public init(_ volume: NIfTIVolume, role: ImageRole, limits: ImagingLimits = .standard) throws(ImagingError)
  {
    try checkVolume(volume, role: role, limits: limits)
    let dimensions = SIMD3(volume.dimensions[0], volume.dimensions[1], volume.dimensions[2])
    var low = dimensions
    var high = SIMD3(repeating: -1)
    var count = 0
    volume.voxels.withUnsafeBufferPointer { voxels in
      for z in 0..<dimensions.z {
        for y in 0..<dimensions.y {
          let row = (z &* dimensions.y &+ y) &* dimensions.x
          for x in 0..<dimensions.x where voxels[row &+ x] >= Self.threshold {
            count &+= 1
            low = pointwiseMin(low, SIMD3(x, y, z))
            high = pointwiseMax(high, SIMD3(x, y, z))
          }
        }
      }
    }
    guard count > 0 else { throw .empty(role: role) }
    // One voxel around the mask keeps the values that its surface lies between.
    let first = low &- 1
    let size = high &- low &+ 3
    let boxVoxels = size.x * size.y * size.z
    guard boxVoxels <= limits.maximumBoxVoxels else {
      throw .boxTooLarge(role: role, voxels: boxVoxels, limit: limits.maximumBoxVoxels)
    }
    let shifted = NIfTIAffine(
      first: volume.affine.column(0), second: volume.affine.column(1), third: volume.affine.column(2),
      translation: volume.affine.apply(SIMD3<Double>(first)))
    guard let inverse = shifted.inverse else { throw .singularAffine(role: role) }
    let values = Self.box(of: volume, first: first, size: size)
    self.role = role
    self.size = size
    self.affine = AffineMap(shifted)
    self.inverse = AffineMap(inverse)
    self.values = values
    voxelCount = count
    voxelSizes = volume.affine.voxelSizes
    voxelVolume = volume.affine.voxelVolume
    valueSum = values.reduce(0) { $0 + Double($1) }
  }

  /// Copies a box, holding values to 0 to 1; what lies beyond the volume is 0.
  private static func box(of volume: NIfTIVolume, first: SIMD3<Int>, size: SIMD3<Int>) -> [Float] {
    var values = [Float](repeating: 0, count: size.x * size.y * size.z)
    let (nx, ny, nz) = (volume.dimensions[0], volume.dimensions[1], volume.dimensions[2])
    volume.voxels.withUnsafeBufferPointer { voxels in
      for z in max(first.z, 0)..<min(first.z + size.z, nz) {
        for y in max(first.y, 0)..<min(first.y + size.y, ny) {
          let target = ((z - first.z) * size.y + y - first.y) * size.x - first.x
          for x in max(first.x, 0)..<min(first.x + size.x, nx) {
            values[target + x] = min(max(voxels[(z * ny + y) * nx + x], 0), 1)
          }
        }
      }
    }
    return values
  }
}

/// Reads a volume, naming its role in errors.
func readVolume(_ path: String, role: ImageRole, limits: ImagingLimits) throws(ImagingError) -> NIfTIVolume {
  do {
    return try NIfTIVolume(
      contentsOf: path, limits: NIfTILimits(maximumUncompressedBytes: limits.maximumBytes))
  } catch {
    throw .file(role: role, error: error)
  }
}

/// Refuses a volume that is no single, oriented, finite image of voxels of a sensible size.
func checkVolume(_ volume: NIfTIVolume, role: ImageRole, limits: ImagingLimits) throws(ImagingError) {
  guard volume.timePointCount == 1 else {
    throw .severalVolumes(role: role, found: volume.timePointCount)
  }
  guard volume.header.sformCode > 0 || volume.header.qformCode > 0 else { throw .noOrientation(role: role) }
  guard volume.affine.inverse != nil else { throw .singularAffine(role: role) }
  let edges = volume.affine.voxelSizes
  guard limits.voxelEdges.contains(edges.min()), limits.voxelEdges.contains(edges.max()) else {
    throw .unusableVoxelSize(role: role, found: [edges.x, edges.y, edges.z], allowed: limits.voxelEdges)
  }
  do {
    try volume.requireFinite()
  } catch {
    throw .file(role: role, error: error)
  }
}
