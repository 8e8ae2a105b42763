/// Bytes that are read from front to back, a bounded piece at a time.
protocol ByteSource: AnyObject {
  /// Most bytes that can still come out when the source was opened; used to refuse a header that promises
  /// more before memory is set aside.
  var largestByteCount: Int { get }

  /// Reads some bytes into the buffer.
  ///
  /// - Parameter buffer: where the bytes go, not empty.
  /// - Returns: how many bytes were read; 0 only at the end.
  /// - Throws: when the bytes cannot be had or are damaged.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(NIfTIError) -> Int
}

extension ByteSource {
  /// Reads until the buffer is full or the source ends.
  ///
  /// - Returns: how many bytes were read.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(NIfTIError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Reads until `count` bytes of the array are filled or the source ends.
  ///
  /// - Returns: how many bytes were read.
  func fill(_ bytes: inout [UInt8], upTo count: Int) throws(NIfTIError) -> Int {
    let wanted = min(count, bytes.count)
    return try bytes.withUnsafeMutableBufferPointer { (buffer) throws(NIfTIError) -> Int in
      try fill(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<wanted]))
    }
  }

  /// Reads and forgets bytes.
  ///
  /// - Parameters:
  ///   - count: how many bytes to pass over.
  ///   - chunk: scratch space, not empty.
  /// - Returns: how many there were before the source ended.
  /// - Throws: when the bytes cannot be had or are damaged.
  func skip(_ count: Int, using chunk: inout [UInt8]) throws(NIfTIError) -> Int {
    var skipped = 0
    while skipped < count {
      let step = try fill(&chunk, upTo: count - skipped)
      if step == 0 { break }
      skipped += step
    }
    return skipped
  }
}
