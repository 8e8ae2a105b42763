import Foundation

/// Packs and unpacks gzip data in memory.
///
/// Reading takes any number of gzip members (RFC 1952, section 2.2) and ignores zero padding after the last,
/// as gzip(1) does. Writing makes one member with modification time 0 and no file name, so equal input gives
/// equal bytes for one build of zlib.
public enum GzipCodec {
  /// Bytes worked on at a time.
  ///
  /// Assumed because it amortises a system call and stays within a level-2 cache.
  static let chunkBytes = 256 << 10

  /// Most bytes one compressed byte can unpack to: 1032 is the limit zlib's "Technical Details" state.
  static let largestRatio = 1032

  /// Whether the bytes begin as a gzip stream does.
  ///
  /// - Parameter bytes: the first bytes of a file, at least two for a positive answer.
  /// - Returns: whether they are 1f 8b.
  public static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x1f, 0x8b])
  }

  /// Unpacks gzip data.
  ///
  /// - Parameters:
  ///   - data: one or more gzip members.
  ///   - maximumBytes: unpacking stops with an error once more than this comes out.
  /// - Returns: the unpacked bytes.
  /// - Throws: `GzipError` when the data are damaged, cut short or too large.
  public static func decompress(_ data: Data, maximumBytes: Int) throws(GzipError) -> Data {
    do throws(NIfTIError) {
      let source = try InflateSource(base: MemorySource([UInt8](data)))
      var result = Data()
      var chunk = [UInt8](repeating: 0, count: chunkBytes)
      while true {
        let count = try source.fill(&chunk, upTo: chunkBytes)
        if count == 0 { return result }
        if count > maximumBytes - result.count { throw NIfTIError.gzip(.tooLarge(limitBytes: maximumBytes)) }
        result.append(contentsOf: chunk[0..<count])
      }
    } catch {
      throw gzipError(error)
    }
  }

  /// Packs bytes into one gzip member.
  ///
  /// - Parameters:
  ///   - data: the bytes to pack.
  ///   - level: effort from 0 (store) to 9 (smallest); values outside are clamped. 6 is zlib's default.
  /// - Returns: the gzip data.
  /// - Throws: `GzipError.unavailable` when zlib finds no memory.
  public static func compress(_ data: Data, level: Int = 6) throws(GzipError) -> Data {
    do throws(NIfTIError) {
      let memory = MemorySink()
      let sink = try DeflateSink(base: memory, level: level)
      try sink.write([UInt8](data))
      try sink.finish()
      return Data(memory.bytes)
    } catch {
      throw gzipError(error)
    }
  }

  /// The gzip part of an error that came out of a stream over memory, where no other part can arise.
  private static func gzipError(_ error: NIfTIError) -> GzipError {
    if case .gzip(let inner) = error { return inner }
    return .corrupt(reason: error.description)
  }
}
