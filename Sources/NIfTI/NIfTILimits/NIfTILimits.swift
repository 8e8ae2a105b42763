/// How much a reader may take on before it refuses a file.
public struct NIfTILimits: Sendable, Hashable {
  /// Largest volume accepted, bytes.
  ///
  /// Applies to the decompressed file and, because a `[Float]` needs four bytes a voxel whatever the file
  /// stores, to the voxel array in memory as well. Checked from the header, before anything is allocated.
  public var maximumUncompressedBytes: Int

  /// Whether bytes after the last voxel are skipped instead of being an error.
  public var allowsTrailingBytes: Bool

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - maximumUncompressedBytes: largest volume accepted, bytes. The default, 4 GiB, is assumed because it
  ///     holds a whole-cord grid of 0.1 mm voxels several times over and still fits a desktop's memory.
  ///   - allowsTrailingBytes: whether bytes after the last voxel are skipped.
  public init(maximumUncompressedBytes: Int = 4 << 30, allowsTrailingBytes: Bool = false) {
    self.maximumUncompressedBytes = max(0, maximumUncompressedBytes)
    self.allowsTrailingBytes = allowsTrailingBytes
  }

  /// 4 GiB, trailing bytes refused.
  public static let standard = NIfTILimits()
}
