import CZlib

/// Reads the unpacked bytes of a gzip stream with any number of members.
///
/// Memory is bounded by one input chunk and zlib's window, whatever the stream claims.
final class InflateSource: ByteSource {
  private enum State {
    case insideMember
    case betweenMembers
    case padding
    case ended
  }

  private let base: any ByteSource
  private var input: [UInt8]
  private var inputStart = 0
  private var inputEnd = 0
  private var produced = 0
  private var state = State.insideMember
  /// On the heap because zlib keeps a pointer to the structure it was set up with.
  private let stream: UnsafeMutablePointer<z_stream>

  var largestByteCount: Int {
    let (product, overflow) = base.largestByteCount.multipliedReportingOverflow(by: GzipCodec.largestRatio)
    return overflow ? .max : product
  }

  init(base: any ByteSource) throws(NIfTIError) {
    self.base = base
    input = [UInt8](repeating: 0, count: min(GzipCodec.chunkBytes, max(base.largestByteCount, 1)))
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 window bits, the largest; + 16 asks for the gzip format (zlib.h).
    let code = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .gzip(.unavailable(code: Int(code))) }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(NIfTIError) -> Int {
    while state != .ended {
      if inputStart == inputEnd { try refill() }
      if inputStart == inputEnd {
        guard state != .insideMember else { throw .gzip(.truncated(producedBytes: produced)) }
        state = .ended
        break
      }
      switch state {
      case .insideMember:
        let count = try inflateSome(into: buffer)
        if count > 0 { return count }
      case .betweenMembers:
        try beginNextMember()
      case .padding:
        try skipPadding()
      case .ended:
        break
      }
    }
    return 0
  }

  private func refill() throws(NIfTIError) {
    inputStart = 0
    inputEnd = 0
    inputEnd = try base.fill(&input, upTo: input.count)
  }

  /// Unpacks what the current input and the buffer allow; may be nothing.
  private func inflateSome(into buffer: UnsafeMutableRawBufferPointer) throws(NIfTIError) -> Int {
    let room = min(buffer.count, Int(UInt32.max))
    let code = input.withUnsafeMutableBufferPointer { bytes -> Int32 in
      stream.pointee.next_in = bytes.baseAddress.map { $0 + inputStart }
      stream.pointee.avail_in = UInt32(inputEnd - inputStart)
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      return inflate(stream, Z_NO_FLUSH)
    }
    inputStart = inputEnd - Int(stream.pointee.avail_in)
    let count = room - Int(stream.pointee.avail_out)
    produced += count
    switch code {
    case Z_OK:
      return count
    case Z_STREAM_END:
      state = .betweenMembers
      return count
    case Z_BUF_ERROR where inputStart == inputEnd:
      return count  // more input is needed; the caller refills
    case Z_MEM_ERROR:
      throw .gzip(.unavailable(code: Int(code)))
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "zlib code \(code)"
      throw .gzip(.corrupt(reason: reason))
    }
  }

  /// Decides what follows a member: another one, padding, or something that must not be there.
  private func beginNextMember() throws(NIfTIError) {
    switch input[inputStart] {
    case 0x1f:
      inflateReset(stream)
      state = .insideMember
    case 0:
      state = .padding
    default:
      throw .gzip(.trailingBytes)
    }
  }

  private func skipPadding() throws(NIfTIError) {
    guard input[inputStart..<inputEnd].allSatisfy({ $0 == 0 }) else { throw .gzip(.trailingBytes) }
    inputStart = inputEnd
  }
}
