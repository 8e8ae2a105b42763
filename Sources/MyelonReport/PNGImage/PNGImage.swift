import Foundation
import NIfTI

/// An image of red, green, blue and opacity, eight bits each, that becomes a PNG file.
struct PNGImage {
  /// Pixels in a row.
  let width: Int
  /// Rows.
  let height: Int
  /// Four bytes a pixel, row by row from the top: red, green, blue, opacity (not premultiplied).
  var pixels: [UInt8]

  /// Makes a transparent image.
  init(width: Int, height: Int) {
    precondition(width > 0 && height > 0, "An image needs at least one pixel a side: \(width) x \(height)")
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: 0, count: width * height * 4)
  }

  /// The file: ISO/IEC 15948 (PNG), colour type 6, not interlaced.
  func encoded() throws(ReportError) -> Data {
    var file = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    var header = Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(height))
    header += [8, 6, 0, 0, 0]
    Self.append("IHDR", header, to: &file)
    Self.append("IDAT", try Self.zlibStream(filteredRows()), to: &file)
    Self.append("IEND", [], to: &file)
    return file
  }

  /// The file as a URL that holds it.
  func dataURL() throws(ReportError) -> String {
    "data:image/png;base64," + (try encoded()).base64EncodedString()
  }

  /// Each row with its filter byte; per row the filter with the smallest sum of absolute differences
  /// (the heuristic of section 12.8 of the standard) out of none, sub and up.
  private func filteredRows() -> [UInt8] {
    let stride = width * 4
    var result: [UInt8] = []
    result.reserveCapacity((stride + 1) * height)
    var above = [UInt8](repeating: 0, count: stride)
    for row in 0..<height {
      let line = Array(pixels[row * stride..<(row + 1) * stride])
      var best: (filter: UInt8, bytes: [UInt8], cost: Int)?
      for filter in UInt8(0)...2 {
        var bytes = line
        var cost = 0
        for index in 0..<stride {
          let before: UInt8 =
            filter == 1 ? (index >= 4 ? line[index - 4] : 0) : filter == 2 ? above[index] : 0
          let value = line[index] &- before
          bytes[index] = value
          cost += Int(Int8(bitPattern: value).magnitude)
        }
        if cost < best?.cost ?? Int.max { best = (filter, bytes, cost) }
      }
      if let best {
        result.append(best.filter)
        result += best.bytes
      }
      above = line
    }
    return result
  }

  private static func append(_ type: String, _ body: [UInt8], to file: inout Data) {
    let named = Array(type.utf8) + body
    file.append(contentsOf: bigEndian(UInt32(body.count)))
    file.append(contentsOf: named)
    file.append(contentsOf: bigEndian(Checksum.crc32(named)))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }

  /// A zlib stream (RFC 1950) around the deflate data of a gzip member (RFC 1952).
  ///
  /// The gzip writer sets no name, so its header is ten bytes; its trailer is eight.
  private static func zlibStream(_ bytes: [UInt8]) throws(ReportError) -> [UInt8] {
    let member: Data
    do throws(GzipError) {
      member = try GzipCodec.compress(Data(bytes), level: 6)
    } catch {
      throw .packing(part: "slice images", reason: error.description)
    }
    return [0x78, 0x9C] + member.dropFirst(10).dropLast(8) + bigEndian(Checksum.adler32(bytes))
  }
}
