import Foundation
import NIfTI

/// Writes whole NIfTI files field by field, in either layout and byte order, valid or not.
///
/// A twin of the library's writer that shares no code with it; offsets are those of nifti1.h and nifti2.h.
struct HeaderFixture {
  var version = NIfTIHeader.Version.one
  var order = NIfTIHeader.ByteOrder.little
  var sizeofHeader: Int?
  var magic: [UInt8]?
  var dim: [Int] = [3, 2, 3, 4, 1, 1, 1, 1]
  var pixdim: [Double] = [1, 1, 1, 1, 1, 1, 1, 1]
  var datatype = 16
  var bitpix: Int?
  var voxelOffset: Double?
  var slope = 0.0
  var intercept = 0.0
  var units = 2
  var qformCode = 0
  var sformCode = 0
  var quaternion: [Double] = [0, 0, 0]
  var quaternionOffset: [Double] = [0, 0, 0]
  var sform: [Double] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]
  var description = ""
  var intentName = ""

  private var offset: Double { voxelOffset ?? Double(version.byteCount + 4) }

  private var standardMagic: [UInt8] {
    version == .one ? Array("n+1\0".utf8) : Array("n+2\0\r\n".utf8) + [26, 10]
  }

  private var standardBits: Int {
    let bits = [2: 8, 4: 16, 8: 32, 16: 32, 64: 64, 256: 8, 512: 16, 768: 32, 1024: 64, 1280: 64]
    return bits[datatype] ?? 32
  }

  /// The header alone: 348 or 540 bytes.
  var header: [UInt8] {
    var out = [UInt8](repeating: 0, count: version.byteCount)
    func put<T: FixedWidthInteger>(_ value: T, _ position: Int) {
      withUnsafeBytes(of: order == .little ? value.littleEndian : value.bigEndian) {
        out.replaceSubrange(position..<position + $0.count, with: $0)
      }
    }
    func text(_ bytes: [UInt8], _ position: Int) {
      out.replaceSubrange(position..<position + bytes.count, with: bytes)
    }
    put(Int32(sizeofHeader ?? version.byteCount), 0)
    if version == .one {
      func real(_ value: Double, _ position: Int) { put(Float(value).bitPattern, position) }
      for i in 0..<8 { put(Int16(truncatingIfNeeded: dim[i]), 40 + 2 * i) }
      put(Int16(truncatingIfNeeded: datatype), 70)
      put(Int16(truncatingIfNeeded: bitpix ?? standardBits), 72)
      for i in 0..<8 { real(pixdim[i], 76 + 4 * i) }
      real(offset, 108)
      real(slope, 112)
      real(intercept, 116)
      out[123] = UInt8(truncatingIfNeeded: units)
      text(Array(description.utf8), 148)
      put(Int16(truncatingIfNeeded: qformCode), 252)
      put(Int16(truncatingIfNeeded: sformCode), 254)
      for i in 0..<3 { real(quaternion[i], 256 + 4 * i) }
      for i in 0..<3 { real(quaternionOffset[i], 268 + 4 * i) }
      for i in 0..<12 { real(sform[i], 280 + 4 * i) }
      text(Array(intentName.utf8), 328)
      text(magic ?? standardMagic, 344)
    } else {
      func real(_ value: Double, _ position: Int) { put(value.bitPattern, position) }
      text(magic ?? standardMagic, 4)
      put(Int16(truncatingIfNeeded: datatype), 12)
      put(Int16(truncatingIfNeeded: bitpix ?? standardBits), 14)
      for i in 0..<8 { put(Int64(dim[i]), 16 + 8 * i) }
      for i in 0..<8 { real(pixdim[i], 104 + 8 * i) }
      put(Int64(offset), 168)
      real(slope, 176)
      real(intercept, 184)
      text(Array(description.utf8), 240)
      put(Int32(truncatingIfNeeded: qformCode), 344)
      put(Int32(truncatingIfNeeded: sformCode), 348)
      for i in 0..<3 { real(quaternion[i], 352 + 8 * i) }
      for i in 0..<3 { real(quaternionOffset[i], 376 + 8 * i) }
      for i in 0..<12 { real(sform[i], 400 + 8 * i) }
      put(Int32(truncatingIfNeeded: units), 500)
      text(Array(intentName.utf8), 508)
    }
    return out
  }

  /// A whole file: header, extension mark, padding up to `vox_offset`, then the given voxel bytes.
  func file(voxels: [UInt8]) -> Data {
    var bytes = header
    let start = max(Int(exactly: offset) ?? bytes.count + 4, bytes.count + 4)
    bytes += [UInt8](repeating: 0, count: start - bytes.count)
    return Data(bytes + voxels)
  }

  /// A whole file with as many zero voxels as the dimensions say.
  var file: Data {
    let count = dim[1...max(1, min(7, dim[0]))].reduce(1) { $0 * max(1, $1) }
    return file(voxels: [UInt8](repeating: 0, count: count * standardBits / 8))
  }
}

/// The bytes of numbers in a byte order.
func storedBytes<T: FixedWidthInteger>(_ values: [T], _ order: NIfTIHeader.ByteOrder) -> [UInt8] {
  values.flatMap { value in
    withUnsafeBytes(of: order == .little ? value.littleEndian : value.bigEndian) { Array($0) }
  }
}

/// The error a call ends with, `nil` where it ends well.
func nifTIError<T>(_ body: () throws(NIfTIError) -> T) -> NIfTIError? {
  do throws(NIfTIError) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

/// An empty directory that is removed after use.
func withTemporaryDirectory<T>(_ body: (URL) throws -> T) throws -> T {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("nifti-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url)
}
