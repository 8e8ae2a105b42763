/// A mask as a function of space: trilinear between voxel centres, inside where it is at least 0.5.
///
/// In a file of zeros and ones the surface lies half-way between a voxel inside and a neighbour outside; in a file
/// of probabilities it lies where the probability is 0.5. Values are held to 0 to 1, so a mask that numbers its
/// lesions, or holds 255, counts as a mask. Only the box around the voxels of at least 0.5 is kept, with one voxel
/// around it; beyond the image the mask is 0.
public struct MaskVolume: Sendable {
  /// What the mask shows.
  public let role: ImageRole
  /// Number of voxels of at least 0.5.
  public let voxelCount: Int
  /// Volume of one voxel, mm3.
  public let voxelVolume: Double
  /// Edges of a voxel, mm, along the file's axes.
  public let voxelSizes: SIMD3<Double>
  /// Sum of the values in the box: voxels, with a partly filled one counted in part.
  public let valueSum: Double

  /// Voxels of the box.
  let size: SIMD3<Int>
  /// Index in the box to mm.
  let affine: AffineMap
  /// Millimetres to index in the box.
  let inverse: AffineMap
  /// The values, first axis fastest.
  var values: [Float]

  /// Value from which a voxel belongs to the mask.
  static let threshold: Float = 0.5

  /// Volume of the voxels of at least 0.5, mm3.
  public var volume: Double { Double(voxelCount) * voxelVolume }

  /// Volume with each voxel counted by its value, mm3; equals `volume` in a mask of zeros and ones.
  public var partialVolume: Double { valueSum * voxelVolume }

  /// Whether a voxel index of the box is inside.
  func contains(_ index: SIMD3<Int>) -> Bool {
    values[flat(index)] >= Self.threshold
  }

  /// Place of a voxel in `values`.
  @inline(__always) func flat(_ index: SIMD3<Int>) -> Int {
    (index.z &* size.y &+ index.y) &* size.x &+ index.x
  }

  /// Value at a place in space, mm: trilinear, 0 outside the box.
  public func value(at point: SIMD3<Double>) -> Float {
    values.withUnsafeBufferPointer { Self.interpolate($0, size: size, at: inverse.apply(point)) }
  }

  /// Values at equal steps along a line.
  ///
  /// - Parameters:
  ///   - start: first place, mm.
  ///   - step: from one place to the next, mm.
  ///   - target: filled from its beginning to its end.
  func sample(from start: SIMD3<Double>, step: SIMD3<Double>, into target: UnsafeMutableBufferPointer<Float>)
  {
    let first = inverse.apply(start)
    let along = inverse.apply(start + step) - first
    values.withUnsafeBufferPointer { values in
      for index in 0..<target.count {
        target[index] = Self.interpolate(values, size: size, at: first + Double(index) * along)
      }
    }
  }

  @inline(__always)
  private static func interpolate(
    _ values: UnsafeBufferPointer<Float>, size: SIMD3<Int>, at index: SIMD3<Double>
  ) -> Float {
    let lower = index.rounded(.down)
    guard
      lower.x >= 0, lower.y >= 0, lower.z >= 0, lower.x < Double(size.x &- 1), lower.y < Double(size.y &- 1),
      lower.z < Double(size.z &- 1)
    else { return 0 }
    let part = SIMD3<Float>(index - lower)
    let base = (Int(lower.z) &* size.y &+ Int(lower.y)) &* size.x &+ Int(lower.x)
    let row = size.x
    let plane = size.x &* size.y
    let low = SIMD4(values[base], values[base &+ row], values[base &+ plane], values[base &+ plane &+ row])
    let high = SIMD4(
      values[base &+ 1], values[base &+ row &+ 1], values[base &+ plane &+ 1],
      values[base &+ plane &+ row &+ 1])
    let alongX = low + (high - low) * part.x
    let alongY = alongX.evenHalf + (alongX.oddHalf - alongX.evenHalf) * part.y
    return alongY.x + (alongY.y - alongY.x) * part.z
  }
}
