import NIfTI

/// An image whose voxels hold the number of a level, or 0.
public struct LevelLabels: Sendable {
  /// What the numbers number.
  public let kind: LevelKind
  /// Place of each label in space: mean of its voxels, mm.
  public let centres: [Int: SIMD3<Double>]

  private let size: SIMD3<Int>
  private let inverse: AffineMap
  private let labels: [UInt8]

  /// Reads labels from a `.nii` or `.nii.gz` file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - kind: what the numbers number.
  ///   - limits: how large and fine it may be.
  /// - Throws: `ImagingError` when the file cannot be read or holds no labels.
  public init(contentsOf path: String, kind: LevelKind, limits: ImagingLimits = .standard)
    throws(ImagingError)
  {
    try self.init(readVolume(path, role: .levels, limits: limits), kind: kind, limits: limits)
  }

  /// Takes labels from a volume.
  ///
  /// - Parameters:
  ///   - volume: the voxels: 0, or a label of at most 255.
  ///   - kind: what the numbers number.
  ///   - limits: how large and fine it may be.
  /// - Throws: `ImagingError` when it holds no labels, or values that are no whole numbers.
  public init(_ volume: NIfTIVolume, kind: LevelKind, limits: ImagingLimits = .standard) throws(ImagingError)
  {
    try checkVolume(volume, role: .levels, limits: limits)
    guard let inverse = volume.affine.inverse else { throw .singularAffine(role: .levels) }
    var labels = [UInt8](repeating: 0, count: volume.voxels.count)
    var sums: [Int: (place: SIMD3<Double>, count: Double)] = [:]
    for (index, value) in volume.voxels.enumerated() where value != 0 {
      // A hundredth is more than scaling by slope and intercept leaves.
      let whole = value.rounded()
      guard abs(value - whole) < 0.01 else { throw .labelsNotWhole(value: value) }
      guard (1...255).contains(whole) else {
        throw .unknownLabels(found: [Int(exactly: whole) ?? 0], kind: kind)
      }
      labels[index] = UInt8(whole)
      let x = index % volume.dimensions[0]
      let y = index / volume.dimensions[0] % volume.dimensions[1]
      let z = index / (volume.dimensions[0] * volume.dimensions[1])
      let old = sums[Int(whole)] ?? (.zero, 0)
      sums[Int(whole)] = (old.place + SIMD3(Double(x), Double(y), Double(z)), old.count + 1)
    }
    guard !sums.isEmpty else { throw .empty(role: .levels) }
    self.kind = kind
    self.inverse = AffineMap(inverse)
    self.labels = labels
    size = SIMD3(volume.dimensions[0], volume.dimensions[1], volume.dimensions[2])
    centres = sums.mapValues { volume.affine.apply($0.place / $0.count) }
  }

  /// Label of the voxel that holds a place, 0 outside the image.
  public func label(at place: SIMD3<Double>) -> Int {
    let index = inverse.apply(place).rounded(.toNearestOrAwayFromZero)
    guard
      index.x >= 0, index.y >= 0, index.z >= 0, index.x < Double(size.x), index.y < Double(size.y),
      index.z < Double(size.z)
    else { return 0 }
    return Int(labels[(Int(index.z) * size.y + Int(index.y)) * size.x + Int(index.x)])
  }
}
