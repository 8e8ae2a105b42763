import Foundation

/// A volume's voxels as they are stored: in their own type, not scaled.
///
/// For label maps and counts that `Float` would round (whole numbers above 2^24), and for Float64 data.
/// Order as in `NIfTIVolume`: x fastest.
public struct NIfTIRawVolume: Sendable, Hashable {
  /// The header: type, dimensions, scaling, affine.
  public let header: NIfTIHeader
  /// The stored bytes, `header.dataType.byteCount` a voxel, in the file's byte order (`header.byteOrder`).
  public let bytes: [UInt8]

  /// Reads a `.nii` or `.nii.gz` file.
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
    let count = header.voxelByteCount
    var failure: NIfTIError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      let room = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      do throws(NIfTIError) {
        initializedCount = try source.fill(room)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    guard bytes.count == count else {
      throw .truncated(
        requiredBytes: header.voxelOffset + count, foundBytes: header.voxelOffset + bytes.count)
    }
    try finishVoxels(of: header, in: source, limits: limits)
    self.header = header
    self.bytes = bytes
  }

  /// The stored whole numbers, not scaled.
  ///
  /// `nil` where the type is a real one, or where an unsigned 64-bit number exceeds `Int64`.
  ///
  /// - Returns: one number a voxel.
  public func storedIntegers() -> [Int64]? {
    switch header.dataType {
    case .uint8: integers(UInt8.self)
    case .int8: integers(Int8.self)
    case .uint16: integers(UInt16.self)
    case .int16: integers(Int16.self)
    case .uint32: integers(UInt32.self)
    case .int32: integers(Int32.self)
    case .uint64: integers(UInt64.self)
    case .int64: integers(Int64.self)
    case .float32, .float64: nil
    }
  }

  /// The values in double precision, scaled by slope and intercept.
  ///
  /// - Returns: one value a voxel.
  public func doubles() -> [Double] {
    let stored =
      switch header.dataType {
      case .uint8: words(UInt8.self).map(\.double)
      case .int8: words(Int8.self).map(\.double)
      case .uint16: words(UInt16.self).map(\.double)
      case .int16: words(Int16.self).map(\.double)
      case .uint32: words(UInt32.self).map(\.double)
      case .int32: words(Int32.self).map(\.double)
      case .uint64: words(UInt64.self).map(\.double)
      case .int64: words(Int64.self).map(\.double)
      case .float32: words(UInt32.self).map { Double(Float(bitPattern: $0)) }
      case .float64: words(UInt64.self).map { Double(bitPattern: $0) }
      }
    return header.isScaled ? stored.map { $0 * header.slope + header.intercept } : stored
  }

  private func integers<T: StoredInteger>(_ type: T.Type) -> [Int64]? {
    let words = words(type)
    guard words.allSatisfy({ Int64(exactly: $0) != nil }) else { return nil }
    return words.map { Int64(truncatingIfNeeded: $0) }
  }

  /// The stored words in the machine's byte order.
  private func words<T: FixedWidthInteger>(_ type: T.Type) -> [T] {
    let swaps = header.byteOrder != .native
    return bytes.withUnsafeBytes { raw in
      (0..<header.valueCount).map { index in
        let word = raw.loadUnaligned(fromByteOffset: index * MemoryLayout<T>.size, as: T.self)
        return swaps ? word.byteSwapped : word
      }
    }
  }
}
