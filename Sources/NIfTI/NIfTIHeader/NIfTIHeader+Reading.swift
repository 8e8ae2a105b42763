import Foundation

extension NIfTIHeader {
  /// Reads the header of a `.nii` or `.nii.gz` file and nothing more.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limits: what the announced volume may take; checked although it is not read.
  /// - Throws: `NIfTIError` when the file cannot be read, is no NIfTI file, or its header has faults.
  public init(contentsOf path: String, limits: NIfTILimits = .standard) throws(NIfTIError) {
    let source = try openSource(path: path)
    self = try Self.read(from: source, path: path)
    try checkSize(limits: limits, source: source)
  }

  /// Reads the header of a `.nii` or `.nii.gz` file and nothing more.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - limits: what the announced volume may take; checked although it is not read.
  /// - Throws: `NIfTIError` when the file cannot be read, is no NIfTI file, or its header has faults.
  public init(contentsOf url: URL, limits: NIfTILimits = .standard) throws(NIfTIError) {
    try self.init(contentsOf: filePath(of: url), limits: limits)
  }

  /// Reads a header that stands at the front of bytes in memory, packed or not.
  ///
  /// - Parameters:
  ///   - data: a whole `.nii` or `.nii.gz` file.
  ///   - limits: what the announced volume may take; checked although it is not read.
  /// - Throws: `NIfTIError` when the bytes are no NIfTI file or the header has faults.
  public init(data: Data, limits: NIfTILimits = .standard) throws(NIfTIError) {
    let source = try openSource(bytes: [UInt8](data))
    self = try Self.read(from: source, path: nil)
    try checkSize(limits: limits, source: source)
  }

  /// Reads and checks the header; the source stands behind it afterwards.
  ///
  /// - Parameters:
  ///   - source: the unpacked file.
  ///   - path: the file's name, if it has one: it may betray one half of a pair.
  /// - Returns: the header.
  /// - Throws: `NIfTIError` when there is no header or it has faults.
  static func read(from source: any ByteSource, path: String?) throws(NIfTIError) -> NIfTIHeader {
    do {
      return try readUnnamed(from: source)
    } catch .notNIfTI(let found) {
      let lowered = path?.lowercased() ?? ""
      let half = [".hdr", ".img", ".hdr.gz", ".img.gz"].first { lowered.hasSuffix($0) }
      guard let half else { throw .notNIfTI(found: found) }
      throw .pairedFiles(found: "a \(half) file")
    }
  }

  private static func readUnnamed(from source: any ByteSource) throws(NIfTIError) -> NIfTIHeader {
    // The first four bytes are the header's own size: 348 or 540 in either byte order.
    var bytes = [UInt8](repeating: 0, count: Version.two.byteCount)
    guard try source.fill(&bytes, upTo: 4) == 4 else { throw .notNIfTI(found: "fewer than 4 bytes") }
    let candidates: [(Version, ByteOrder)] = [(.one, .little), (.one, .big), (.two, .little), (.two, .big)]
    let match = candidates.first { version, order in
      HeaderBytes(bytes: bytes, order: order).integer(Int32.self, at: 0) == version.byteCount
    }
    guard let (version, order) = match else {
      let size = HeaderBytes(bytes: bytes, order: .little).integer(Int32.self, at: 0)
      throw .notNIfTI(found: "sizeof_hdr \(size), which is neither 348 nor 540")
    }
    var rest = [UInt8](repeating: 0, count: version.byteCount - 4)
    let count = try source.fill(&rest, upTo: rest.count)
    guard count == rest.count else {
      throw .truncated(requiredBytes: version.firstVoxelOffset, foundBytes: 4 + count)
    }
    let header = HeaderBytes(bytes: bytes[..<4] + rest, order: order)
    try checkMagic(header, version: version)
    let raw = version == .one ? RawHeader(one: header) : RawHeader(two: header)
    return try raw.checked()
  }

  /// The mark of the format: "n+1" or "n+2" and a zero byte for a single file, "ni1" or "ni2" for a pair.
  private static func checkMagic(_ header: HeaderBytes, version: Version) throws(NIfTIError) {
    let start = version == .one ? 344 : 4
    let magic = header.bytes[start..<start + 4]
    if magic.elementsEqual("ni\(version.rawValue)\0".utf8) {
      throw .pairedFiles(found: "the header of a pair (magic ni\(version.rawValue))")
    }
    guard magic.elementsEqual("n+\(version.rawValue)\0".utf8) else {
      throw .notNIfTI(found: "magic bytes \(Array(magic)): an Analyze 7.5 header, or damage")
    }
    // NIfTI-2 adds CR LF SUB LF, so that a transfer in text mode shows.
    if version == .two, Array(header.bytes[8..<12]) != [13, 10, 26, 10] {
      throw .notNIfTI(found: "a NIfTI-2 header damaged by a transfer in text mode")
    }
  }

  /// Refuses a volume over the limit, or one that the source cannot hold, before memory is set aside.
  func checkSize(limits: NIfTILimits, source: any ByteSource) throws(NIfTIError) {
    let (end, overflow) = voxelOffset.addingReportingOverflow(voxelByteCount)
    let required = max(overflow ? .max : end, valueCount * MemoryLayout<Float>.size)
    guard required <= limits.maximumUncompressedBytes else {
      throw .tooLarge(requiredBytes: required, limitBytes: limits.maximumUncompressedBytes)
    }
    guard end <= source.largestByteCount else {
      throw .truncated(requiredBytes: end, foundBytes: source.largestByteCount)
    }
  }
}
