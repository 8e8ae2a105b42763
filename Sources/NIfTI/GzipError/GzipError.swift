/// Why gzip data could not be packed or unpacked.
public enum GzipError: Error, Sendable, Hashable {
  /// The stream contradicts the gzip format or its checksum; `reason` is zlib's.
  case corrupt(reason: String)
  /// The stream ends before its end mark; `producedBytes` were unpacked until then.
  case truncated(producedBytes: Int)
  /// Bytes that are neither a further member nor zero padding follow the stream.
  case trailingBytes
  /// More than the permitted number of bytes comes out.
  case tooLarge(limitBytes: Int)
  /// zlib could not be set up, for instance for want of memory; `code` is zlib's.
  case unavailable(code: Int)
}

extension GzipError: CustomStringConvertible {
  /// What is required, what was found, and what to do.
  public var description: String {
    switch self {
    case .corrupt(let reason):
      "A whole gzip stream is required, found a damaged one (\(reason)): fetch the file again."
    case .truncated(let produced):
      "A whole gzip stream is required, found one cut short after \(produced) bytes: fetch the file again."
    case .trailingBytes:
      "A gzip stream may be followed by another or by zeros only, found other bytes: the file is damaged."
    case .tooLarge(let limit):
      "The gzip stream unpacks to more than \(limit) bytes: raise the limit if you trust the file."
    case .unavailable(let code):
      "zlib could not start (code \(code)): free some memory and run again."
    }
  }
}
