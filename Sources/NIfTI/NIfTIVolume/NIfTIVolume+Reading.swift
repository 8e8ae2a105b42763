import Foundation

extension NIfTIVolume {
  /// Reads a `.nii` or `.nii.gz` file.
  ///
  /// Whether the file is packed is told from its first bytes. Memory stays near four bytes a voxel: the header
  /// is checked against the limits and the file's size before the array is made, and unpacking stops where the
  /// last voxel should.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limits: what the volume may take.
  /// - Throws: `NIfTIError` when the file cannot be read, is damaged, unsupported or too large.
  public init(contentsOf path: String, limits: NIfTILimits = .standard) throws(NIfTIError) {
    try self.init(source: openSource(path: path), path: path, limits: limits)
  }

  /// Reads a `.nii` or `.nii.gz` file.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - limits: what the volume may take.
  /// - Throws: `NIfTIError` when the file cannot be read, is damaged, unsupported or too large.
  public init(contentsOf url: URL, limits: NIfTILimits = .standard) throws(NIfTIError) {
    try self.init(contentsOf: filePath(of: url), limits: limits)
  }

  /// Reads a whole `.nii` or `.nii.gz` file that is in memory.
  ///
  /// - Parameters:
  ///   - data: the file's bytes.
  ///   - limits: what the volume may take.
  /// - Throws: `NIfTIError` when the bytes are damaged, unsupported or too large.
  public init(data: Data, limits: NIfTILimits = .standard) throws(NIfTIError) {
    try self.init(source: openSource(bytes: [UInt8](data)), path: nil, limits: limits)
  }

  private init(source: any ByteSource, path: String?, limits: NIfTILimits) throws(NIfTIError) {
    let header = try openVoxels(in: source, path: path, limits: limits)
    self.header = header
    dimensions = header.dimensions
    affine = header.affine
    voxels = try Self.readVoxels(header, from: source)
    try finishVoxels(of: header, in: source, limits: limits)
  }

  private static func readVoxels(
    _ header: NIfTIHeader, from source: any ByteSource
  ) throws(NIfTIError) -> [Float] {
    let decoder = VoxelDecoder(header)
    var failure: NIfTIError?
    let voxels = [Float](unsafeUninitializedCapacity: header.valueCount) { buffer, initializedCount in
      // Room beyond the count asked for may be given; it is not ours to fill.
      let values = UnsafeMutableBufferPointer(rebasing: buffer[..<header.valueCount])
      do throws(NIfTIError) {
        initializedCount = try decoder.decode(into: values, from: source)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    guard voxels.count == header.valueCount else {
      throw .truncated(
        requiredBytes: header.voxelOffset + header.voxelByteCount,
        foundBytes: header.voxelOffset + voxels.count * header.dataType.byteCount)
    }
    return voxels
  }
}

/// Reads the header, checks it against limits and file, and passes over what stands before the first voxel.
func openVoxels(
  in source: any ByteSource, path: String?, limits: NIfTILimits
) throws(NIfTIError) -> NIfTIHeader {
  let header = try NIfTIHeader.read(from: source, path: path)
  try header.checkSize(limits: limits, source: source)
  var chunk = [UInt8](repeating: 0, count: 4096)
  let gap = header.voxelOffset - header.version.byteCount
  let skipped = try source.skip(gap, using: &chunk)
  guard skipped == gap else {
    throw .truncated(
      requiredBytes: header.voxelOffset + header.voxelByteCount,
      foundBytes: header.version.byteCount + skipped)
  }
  return header
}

/// Makes sure that the source ends behind the last voxel, or passes over what is there if that is allowed.
///
/// Reading to the end also makes zlib compare the stream's checksum.
func finishVoxels(
  of header: NIfTIHeader, in source: any ByteSource, limits: NIfTILimits
) throws(NIfTIError) {
  let end = header.voxelOffset + header.voxelByteCount
  var chunk = [UInt8](repeating: 0, count: 4096)
  guard limits.allowsTrailingBytes else {
    guard try source.fill(&chunk, upTo: 1) == 0 else { throw .trailingBytes(expectedBytes: end) }
    return
  }
  let room = limits.maximumUncompressedBytes - end
  if try source.skip(room, using: &chunk) < room { return }
  guard try source.fill(&chunk, upTo: 1) == 0 else {
    throw .tooLarge(
      requiredBytes: limits.maximumUncompressedBytes + 1, limitBytes: limits.maximumUncompressedBytes)
  }
}
