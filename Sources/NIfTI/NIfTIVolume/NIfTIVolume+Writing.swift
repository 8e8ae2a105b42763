import Foundation

extension NIfTIVolume {
  /// Writes a single NIfTI-1 file, packed if the name ends in `.gz`.
  ///
  /// Values are stored unscaled; whole-number types refuse values they cannot hold exactly. The sform is always
  /// set from `affine`, the qform where the axes are not sheared; both in Float32, so the affine comes back
  /// rounded to seven digits. (The qform of a rotation near, but not at, a half turn is coarser: the format
  /// leaves one part of the quaternion to `sqrt(1 - b2 - c2 - d2)`, good to 3e-4 there.) Description and intent name are cut to 79 and 15 bytes. The file appears under
  /// its name only when it is whole: bytes go to a temporary file beside it, which is flushed and renamed, and
  /// removed when anything fails. Equal volumes give equal bytes for one build of zlib.
  ///
  /// - Parameters:
  ///   - path: a name ending in `.nii` or `.nii.gz`; a file under that name is replaced.
  ///   - dataType: `float32`, `uint8` or `int16`.
  ///   - compressionLevel: effort of packing, 0 to 9; 6 is zlib's default.
  /// - Throws: `NIfTIError` when the volume does not fit the format or the file cannot be written.
  public func write(
    to path: String, dataType: NIfTIDataType = .float32, compressionLevel: Int = 6
  ) throws(NIfTIError) {
    let lowered = path.lowercased()
    let isPacked = lowered.hasSuffix(".nii.gz")
    guard isPacked || lowered.hasSuffix(".nii") else { throw .unknownExtension(path: path) }
    try checkForWriting()
    let encoder = try VoxelEncoder(dataType)
    let file = try FileSink(path: path)
    try write(to: file, encoder: encoder, dataType: dataType, level: isPacked ? compressionLevel : nil)
  }

  /// Writes a single NIfTI-1 file, packed if the name ends in `.gz`; see the overload that takes a path.
  ///
  /// - Parameters:
  ///   - url: a file URL ending in `.nii` or `.nii.gz`.
  ///   - dataType: `float32`, `uint8` or `int16`.
  ///   - compressionLevel: effort of packing, 0 to 9.
  /// - Throws: `NIfTIError` when the volume does not fit the format or the file cannot be written.
  public func write(
    to url: URL, dataType: NIfTIDataType = .float32, compressionLevel: Int = 6
  ) throws(NIfTIError) {
    guard url.isFileURL else { throw .unwritable(path: url.absoluteString, reason: "it is no file URL") }
    try write(to: url.path, dataType: dataType, compressionLevel: compressionLevel)
  }

  /// The bytes that `write(to:dataType:)` would put into a file.
  ///
  /// - Parameters:
  ///   - dataType: `float32`, `uint8` or `int16`.
  ///   - compressionLevel: effort of packing, 0 to 9; `nil` leaves the bytes unpacked.
  /// - Returns: a whole `.nii` or `.nii.gz` file.
  /// - Throws: `NIfTIError` when the volume does not fit the format.
  public func encoded(
    dataType: NIfTIDataType = .float32, compressionLevel: Int? = nil
  ) throws(NIfTIError) -> Data {
    try checkForWriting()
    let memory = MemorySink()
    try write(to: memory, encoder: VoxelEncoder(dataType), dataType: dataType, level: compressionLevel)
    return Data(memory.bytes)
  }

  /// Sends header and voxels through an optional gzip stage to a sink.
  func write(
    to base: any ByteSink, encoder: VoxelEncoder, dataType: NIfTIDataType, level: Int?
  ) throws(NIfTIError) {
    var sink = base
    if let level { sink = try DeflateSink(base: base, level: level) }
    var header = header
    header.setGeometry(dimensions: dimensions, affine: affine)
    try sink.write(header.nifti1Bytes(dataType: dataType))
    try encoder.encode(voxels, to: sink)
    try sink.finish()
  }

  /// Most voxels along one axis: NIfTI-1 stores them as Int16.
  static let largestDimension = 32_767

  /// Refuses what a NIfTI-1 header cannot say, listing every reason.
  func checkForWriting() throws(NIfTIError) {
    var reasons: [String] = []
    let isShaped = (3...4).contains(dimensions.count) && dimensions.allSatisfy { $0 > 0 }
    if !isShaped { reasons.append("three or four positive dimensions are required, found \(dimensions)") }
    if let long = dimensions.first(where: { $0 > Self.largestDimension }) {
      reasons.append("NIfTI-1 holds at most \(Self.largestDimension) voxels along an axis, found \(long)")
    } else if isShaped, dimensions.reduce(1, *) != voxels.count {
      reasons.append(
        "dimensions \(dimensions) need \(dimensions.reduce(1, *)) voxels, found \(voxels.count)")
    }
    if affine.isSingular || !affine.rowMajor.allSatisfy({ Float($0).isFinite }) {
      reasons.append("the affine must be finite in Float32 and have an inverse, found \(affine.rowMajor)")
    }
    if !Float(header.timeStep).isFinite || header.timeStep < 0 {
      reasons.append("the time step must be finite and not negative, found \(header.timeStep)")
    }
    let other = [header.timeOffset, header.displayMinimum, header.displayMaximum]
    if !other.allSatisfy({ Float($0).isFinite }) {
      reasons.append("time offset and display range must be finite in Float32, found \(other)")
    }
    let codes = [header.sformCode, header.qformCode, header.intentCode]
    if codes.contains(where: { Int16(exactly: $0) == nil }) {
      reasons.append("sform, qform and intent codes must fit Int16, found \(codes)")
    }
    guard reasons.isEmpty else { throw .invalidVolume(reasons: reasons) }
  }
}
