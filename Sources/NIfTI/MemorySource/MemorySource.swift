/// Reads from an array of bytes.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  var largestByteCount: Int { bytes.count }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    bytes.withUnsafeBytes { raw in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[position..<position + count]))
    }
    position += count
    return count
  }
}
