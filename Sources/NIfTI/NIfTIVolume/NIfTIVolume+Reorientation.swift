extension NIfTIVolume {
  /// The same volume with its axes permuted and flipped so that they run towards the given directions.
  ///
  /// No value is interpolated and every voxel keeps its place in space: only storage order and affine change.
  /// An oblique volume gets the nearest axes, so its codes, not its angles, change. The header follows.
  ///
  /// - Parameter codes: where the three indices shall grow towards, as in "LPI" (left, posterior, inferior).
  /// - Returns: the reordered volume.
  /// - Throws: `NIfTIError.invalidAxisCodes` for a bad code, `NIfTIError.invalidVolume` for a singular affine.
  public func reoriented(to codes: String) throws(NIfTIError) -> NIfTIVolume {
    let wanted = try NIfTIAffine.axes(of: codes)
    guard let present = affine.worldAxes else {
      throw .invalidVolume(reasons: ["an affine without inverse has no axes, found \(affine.rowMajor)"])
    }
    // Which old axis each new axis reads, and whether backwards.
    let sources = wanted.map { axis in present.firstIndex { $0.axis == axis.axis } ?? 0 }
    let flips = zip(wanted, sources).map { $0.sign != present[$1].sign }
    if sources == [0, 1, 2], !flips.contains(true) { return self }

    let size = sources.map { dimensions[$0] }
    let oldStrides = [1, dimensions[0], dimensions[0] * dimensions[1]]
    let strides = zip(sources, flips).map { $1 ? -oldStrides[$0] : oldStrides[$0] }
    let first = zip(sources, flips).reduce(0) { $0 + ($1.1 ? (dimensions[$1.0] - 1) * oldStrides[$1.0] : 0) }

    var columns: [SIMD3<Double>] = []
    var translation = affine.translation
    for (source, flip) in zip(sources, flips) {
      let column = affine.column(source)
      columns.append(flip ? -column : column)
      if flip { translation += column * Double(dimensions[source] - 1) }
    }
    var result = self
    result.dimensions = size + dimensions.dropFirst(3)
    result.affine = NIfTIAffine(
      first: columns[0], second: columns[1], third: columns[2], translation: translation)
    result.header.setGeometry(dimensions: result.dimensions, affine: result.affine)
    result.voxels = gathered(size: size, strides: strides, first: first)
    return result
  }

  /// Copies all time points, reading with other strides.
  ///
  /// - Parameters:
  ///   - size: voxels along the new axes.
  ///   - strides: step in the old array for one voxel along each new axis.
  ///   - first: old index of the first new voxel.
  /// - Returns: the values in their new order.
  private func gathered(size: [Int], strides: [Int], first: Int) -> [Float] {
    let (nx, ny, nz) = (size[0], size[1], size[2])
    let (sx, sy, sz) = (strides[0], strides[1], strides[2])
    return [Float](unsafeUninitializedCapacity: voxels.count) { new, initializedCount in
      voxels.withUnsafeBufferPointer { old in
        var target = 0
        for t in 0..<timePointCount {
          for z in 0..<nz {
            for y in 0..<ny {
              var source = first + t * nx * ny * nz + z * sz + y * sy
              let end = target + nx
              while target < end {
                new[target] = old[source]
                source &+= sx
                target &+= 1
              }
            }
          }
        }
        initializedCount = target
      }
    }
  }
}
