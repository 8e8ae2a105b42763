/// Takes bytes from front to back.
protocol ByteSink: AnyObject {
  /// Takes all bytes of the buffer.
  func write(_ buffer: UnsafeRawBufferPointer) throws(NIfTIError)

  /// Ends the output; nothing may be written after it.
  func finish() throws(NIfTIError)
}

extension ByteSink {
  /// Takes all bytes of the array.
  func write(_ bytes: [UInt8]) throws(NIfTIError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(NIfTIError) in
      try write(UnsafeRawBufferPointer(buffer))
    }
  }
}
