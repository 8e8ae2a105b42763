/// Turns `Float` values into stored little-endian voxels, a bounded chunk at a time.
struct VoxelEncoder {
  private let dataType: NIfTIDataType

  init(_ dataType: NIfTIDataType) throws(NIfTIError) {
    guard NIfTIDataType.writable.contains(dataType) else { throw .unsupportedOutput(dataType: dataType) }
    self.dataType = dataType
  }

  /// Writes all values to the sink.
  func encode(_ values: [Float], to sink: any ByteSink) throws(NIfTIError) {
    try values.withUnsafeBufferPointer { (buffer) throws(NIfTIError) in
      switch dataType {
      case .uint8:
        try integers(buffer, to: sink) { UInt8($0) }
      case .int16:
        try integers(buffer, to: sink) { Int16($0).littleEndian }
      default:
        try singles(buffer, to: sink)
      }
    }
  }

  /// Writes whole numbers; a value outside the type's range, or between two of its numbers, is refused.
  private func integers<T: FixedWidthInteger>(
    _ values: UnsafeBufferPointer<Float>, to sink: any ByteSink, convert: (Float) -> T
  ) throws(NIfTIError) {
    let lowest = Float(T.min)
    let highest = Float(T.max)
    try inChunks(of: T.self, count: values.count, to: sink) { (range, stored) throws(NIfTIError) in
      for index in range {
        let value = values[index]
        // False for NaN as well.
        guard value >= lowest, value <= highest, value.rounded(.towardZero) == value else {
          throw .notRepresentable(value: "\(value)", index: index, dataType: dataType)
        }
        stored[index &- range.lowerBound] = convert(value)
      }
    }
  }

  private func singles(_ values: UnsafeBufferPointer<Float>, to sink: any ByteSink) throws(NIfTIError) {
    if NIfTIHeader.ByteOrder.native == .little {
      try sink.write(UnsafeRawBufferPointer(values))
      return
    }
    try inChunks(of: UInt32.self, count: values.count, to: sink) { (range, stored) throws(NIfTIError) in
      for index in range {
        stored[index &- range.lowerBound] = values[index].bitPattern.littleEndian
      }
    }
  }

  private func inChunks<T>(
    of type: T.Type, count: Int, to sink: any ByteSink,
    fill: (Range<Int>, UnsafeMutablePointer<T>) throws(NIfTIError) -> Void
  ) throws(NIfTIError) {
    let capacity = GzipCodec.chunkBytes / MemoryLayout<T>.stride
    let chunk = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    defer { chunk.deallocate() }
    var start = 0
    while start < count {
      let end = min(count, start + capacity)
      try fill(start..<end, chunk)
      try sink.write(UnsafeRawBufferPointer(start: chunk, count: (end - start) * MemoryLayout<T>.stride))
      start = end
    }
  }
}
