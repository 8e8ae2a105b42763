import CZlib

/// Packs bytes into one gzip member, a bounded chunk at a time, and hands them on.
///
/// zlib's own gzip header is used: modification time 0, no name, so the bytes depend on the input and on the
/// build of zlib only.
final class DeflateSink: ByteSink {
  private let base: any ByteSink
  private var output: [UInt8]
  private let stream: UnsafeMutablePointer<z_stream>

  init(base: any ByteSink, level: Int) throws(NIfTIError) {
    self.base = base
    output = [UInt8](repeating: 0, count: GzipCodec.chunkBytes)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 window bits + 16 for the gzip format; memory level 8 is zlib's default (zlib.h).
    let code = deflateInit2_(
      stream, Int32(min(max(level, 0), 9)), Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .gzip(.unavailable(code: Int(code))) }
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  func write(_ buffer: UnsafeRawBufferPointer) throws(NIfTIError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let piece = rest.prefix(GzipCodec.chunkBytes)
      try push(UnsafeRawBufferPointer(rebasing: piece), flush: Z_NO_FLUSH)
      rest = rest.dropFirst(piece.count)
    }
  }

  func finish() throws(NIfTIError) {
    try push(UnsafeRawBufferPointer(start: nil, count: 0), flush: Z_FINISH)
    try base.finish()
  }

  /// Runs zlib until it has taken the whole piece, and on `Z_FINISH` until it has ended the member.
  private func push(_ piece: UnsafeRawBufferPointer, flush: Int32) throws(NIfTIError) {
    let start = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.next_in = start.map { UnsafeMutablePointer(mutating: $0) }
    stream.pointee.avail_in = UInt32(piece.count)
    while true {
      var code = Z_OK
      var produced = 0
      output.withUnsafeMutableBufferPointer { out in
        stream.pointee.next_out = out.baseAddress
        stream.pointee.avail_out = UInt32(out.count)
        code = deflate(stream, flush)
        produced = out.count - Int(stream.pointee.avail_out)
      }
      guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
        throw .gzip(.unavailable(code: Int(code)))
      }
      try output.withUnsafeBufferPointer { (out) throws(NIfTIError) in
        try base.write(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(out)[..<produced]))
      }
      if flush == Z_FINISH ? code == Z_STREAM_END : stream.pointee.avail_out > 0 { return }
    }
  }
}
