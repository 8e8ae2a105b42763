/// The fields of a header as they stand in the file, judged by nobody.
///
/// Offsets are those of `nifti1.h` (NIfTI-1) and `nifti2.h` (NIfTI-2).
struct RawHeader {
  var version: NIfTIHeader.Version
  var order: NIfTIHeader.ByteOrder
  var dim: [Int]
  var pixdim: [Double]
  var datatype: Int
  var bitpix: Int
  var voxelOffset: Double
  var slope: Double
  var intercept: Double
  var units: Int
  var calMin: Double
  var calMax: Double
  var toffset: Double
  var qformCode: Int
  var sformCode: Int
  var quaternion: SIMD3<Double>
  var quaternionOffset: SIMD3<Double>
  var sform: NIfTIAffine
  var intentCode: Int
  var intentName: String
  var descrip: String

  /// Reads the 348 bytes of a NIfTI-1 header.
  init(one h: HeaderBytes) {
    version = .one
    order = h.order
    dim = (0..<8).map { h.integer(Int16.self, at: 40 + 2 * $0) }
    pixdim = (0..<8).map { h.single(at: 76 + 4 * $0) }
    datatype = h.integer(Int16.self, at: 70)
    bitpix = h.integer(Int16.self, at: 72)
    voxelOffset = h.single(at: 108)
    slope = h.single(at: 112)
    intercept = h.single(at: 116)
    units = Int(h.bytes[123])
    calMax = h.single(at: 124)
    calMin = h.single(at: 128)
    toffset = h.single(at: 136)
    qformCode = h.integer(Int16.self, at: 252)
    sformCode = h.integer(Int16.self, at: 254)
    quaternion = SIMD3(h.single(at: 256), h.single(at: 260), h.single(at: 264))
    quaternionOffset = SIMD3(h.single(at: 268), h.single(at: 272), h.single(at: 276))
    let rows = (0..<3).map { row in
      SIMD4((0..<4).map { h.single(at: 280 + 16 * row + 4 * $0) })
    }
    sform = NIfTIAffine(x: rows[0], y: rows[1], z: rows[2])
    intentCode = h.integer(Int16.self, at: 68)
    intentName = h.text(at: 328, count: 16)
    descrip = h.text(at: 148, count: 80)
  }

  /// Reads the 540 bytes of a NIfTI-2 header.
  init(two h: HeaderBytes) {
    version = .two
    order = h.order
    dim = (0..<8).map { h.integer(Int64.self, at: 16 + 8 * $0) }
    pixdim = (0..<8).map { h.double(at: 104 + 8 * $0) }
    datatype = h.integer(Int16.self, at: 12)
    bitpix = h.integer(Int16.self, at: 14)
    voxelOffset = Double(h.integer(Int64.self, at: 168))
    slope = h.double(at: 176)
    intercept = h.double(at: 184)
    units = h.integer(Int32.self, at: 500)
    calMax = h.double(at: 192)
    calMin = h.double(at: 200)
    toffset = h.double(at: 216)
    qformCode = h.integer(Int32.self, at: 344)
    sformCode = h.integer(Int32.self, at: 348)
    quaternion = SIMD3(h.double(at: 352), h.double(at: 360), h.double(at: 368))
    quaternionOffset = SIMD3(h.double(at: 376), h.double(at: 384), h.double(at: 392))
    let rows = (0..<3).map { row in
      SIMD4((0..<4).map { h.double(at: 400 + 32 * row + 8 * $0) })
    }
    sform = NIfTIAffine(x: rows[0], y: rows[1], z: rows[2])
    intentCode = h.integer(Int32.self, at: 504)
    intentName = h.text(at: 508, count: 16)
    descrip = h.text(at: 240, count: 80)
  }
}
