import Foundation

/// Opens a file for reading, unpacking it when its first bytes, not its name, say that it is gzip.
func openSource(path: String) throws(NIfTIError) -> any ByteSource {
  let first = try FileSource(path: path)
  var mark = [UInt8](repeating: 0, count: 2)
  guard try first.fill(&mark, upTo: 2) == 2, GzipCodec.isGzip(mark) else {
    return try FileSource(path: path)
  }
  return try InflateSource(base: FileSource(path: path))
}

/// Reads bytes in memory, unpacking them when they are gzip.
func openSource(bytes: [UInt8]) throws(NIfTIError) -> any ByteSource {
  let source = MemorySource(bytes)
  return GzipCodec.isGzip(bytes.prefix(2)) ? try InflateSource(base: source) : source
}

/// The path of a file URL.
func filePath(of url: URL) throws(NIfTIError) -> String {
  guard url.isFileURL else {
    throw .unreadable(path: url.absoluteString, reason: "it is no file URL, fetch the file first")
  }
  return url.path
}
