import Foundation

extension TrackFile {
  /// Reads a track file.
  ///
  /// - Parameter path: name of the file.
  /// - Throws: `TractogramError`: the file is not there or not regular, its header is no MRtrix track file's, or its
  ///   data are cut off or contradict the header.
  public init(contentsOf path: String) throws(TractogramError) {
    try self.init(decoding: try RegularFile.bytes(of: path))
  }

  /// Reads the bytes of a track file.
  ///
  /// Data in 32 or 64 bits of either byte order are read; 64 bits are rounded to `Float`. Lines without points are
  /// kept, because other programs write them.
  ///
  /// - Parameter bytes: the whole file.
  /// - Throws: `TractogramError.header`, `.cutOff`, `.brokenPoint` or `.lineCount`.
  public init(decoding bytes: [UInt8]) throws(TractogramError) {
    let header = try TrackHeader(bytes)
    var lines = Streamlines()
    let width = header.encoding.byteCount
    let room = (bytes.count - header.offset) / (3 * width)
    lines.points.reserveCapacity(room)
    var length = 0
    var isEnded = false
    for triplet in 0..<room {
      let byte = header.offset + 3 * width * triplet
      let point = header.encoding.point(bytes, at: byte)
      if point.x.isFinite && point.y.isFinite && point.z.isFinite {
        lines.points.append(point)
        length += 1
      } else if point.x.isNaN && point.y.isNaN && point.z.isNaN {
        lines.lengths.append(length)
        length = 0
      } else if point.x == .infinity && point.y == .infinity && point.z == .infinity {
        isEnded = true
        break
      } else {
        throw .brokenPoint(byte: byte)
      }
    }
    guard isEnded, length == 0 else { throw .cutOff(lines: lines.count, bytes: bytes.count) }
    if let required = header.count, required != lines.count {
      throw .lineCount(required: required, found: lines.count)
    }
    self.init(lines, fields: header.fields)
  }
}
