/// Turns stored voxels into `Float` values: byte order, type, then `value = stored * slope + intercept`.
///
/// Scaling is done in Double and rounded once. Integers of more than 24 bits and Float64 values lose digits
/// in `Float`; `NIfTIRawVolume` keeps them.
struct VoxelDecoder {
  private let dataType: NIfTIDataType
  private let swaps: Bool
  private let isScaled: Bool
  private let slope: Double
  private let intercept: Double

  init(_ header: NIfTIHeader) {
    dataType = header.dataType
    swaps = header.byteOrder != .native
    isScaled = header.isScaled
    slope = header.slope
    intercept = header.intercept
  }

  /// Fills the buffer from the source, a bounded chunk at a time.
  ///
  /// - Parameters:
  ///   - values: where the values go; initialised up to the count returned.
  ///   - source: stands at the first voxel.
  /// - Returns: how many whole voxels there were before the source ended.
  /// - Throws: what the source throws.
  func decode(
    into values: UnsafeMutableBufferPointer<Float>, from source: any ByteSource
  ) throws(NIfTIError) -> Int {
    guard let start = values.baseAddress else { return 0 }
    // A multiple of 8, so that no voxel straddles two chunks.
    let width = dataType.byteCount
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(GzipCodec.chunkBytes, values.count * width), alignment: 16)
    defer { chunk.deallocate() }
    var done = 0
    while done < values.count {
      let wanted = min(values.count - done, chunk.count / width)
      let bytes = try source.fill(UnsafeMutableRawBufferPointer(rebasing: chunk[..<(wanted * width)]))
      let count = bytes / width
      convert(UnsafeRawBufferPointer(chunk), to: start + done, count: count)
      done += count
      if count < wanted { break }
    }
    return done
  }

  private func convert(_ raw: UnsafeRawBufferPointer, to values: UnsafeMutablePointer<Float>, count: Int) {
    guard let stored = raw.baseAddress else { return }
    switch dataType {
    case .uint8: integers(stored.assumingMemoryBound(to: UInt8.self), to: values, count: count)
    case .int8: integers(stored.assumingMemoryBound(to: Int8.self), to: values, count: count)
    case .uint16: integers(stored.assumingMemoryBound(to: UInt16.self), to: values, count: count)
    case .int16: integers(stored.assumingMemoryBound(to: Int16.self), to: values, count: count)
    case .uint32: integers(stored.assumingMemoryBound(to: UInt32.self), to: values, count: count)
    case .int32: integers(stored.assumingMemoryBound(to: Int32.self), to: values, count: count)
    case .uint64: integers(stored.assumingMemoryBound(to: UInt64.self), to: values, count: count)
    case .int64: integers(stored.assumingMemoryBound(to: Int64.self), to: values, count: count)
    case .float32: singles(stored.assumingMemoryBound(to: UInt32.self), to: values, count: count)
    case .float64: doubles(stored.assumingMemoryBound(to: UInt64.self), to: values, count: count)
    }
  }

  private func integers<T: StoredInteger>(
    _ stored: UnsafePointer<T>, to values: UnsafeMutablePointer<Float>, count: Int
  ) {
    var index = 0
    if isScaled {
      while index < count {
        let value = swaps ? stored[index].byteSwapped : stored[index]
        values[index] = Float(value.double * slope + intercept)
        index &+= 1
      }
    } else {
      while index < count {
        values[index] = (swaps ? stored[index].byteSwapped : stored[index]).single
        index &+= 1
      }
    }
  }

  private func singles(
    _ stored: UnsafePointer<UInt32>, to values: UnsafeMutablePointer<Float>, count: Int
  ) {
    if !swaps && !isScaled {
      UnsafeMutableRawPointer(values).copyMemory(from: stored, byteCount: count * MemoryLayout<Float>.size)
      return
    }
    var index = 0
    while index < count {
      let value = Float(bitPattern: swaps ? stored[index].byteSwapped : stored[index])
      values[index] = isScaled ? Float(Double(value) * slope + intercept) : value
      index &+= 1
    }
  }

  private func doubles(
    _ stored: UnsafePointer<UInt64>, to values: UnsafeMutablePointer<Float>, count: Int
  ) {
    var index = 0
    while index < count {
      let value = Double(bitPattern: swaps ? stored[index].byteSwapped : stored[index])
      values[index] = Float(isScaled ? value * slope + intercept : value)
      index &+= 1
    }
  }
}
