/// Why a NIfTI file could not be read or written.
public enum NIfTIError: Error, Sendable, Hashable {
  // MARK: Reading

  /// The file could not be opened or read; `reason` is the system's.
  case unreadable(path: String, reason: String)
  /// The bytes are no NIfTI header; `found` says what stands where the header's marks should be.
  case notNIfTI(found: String)
  /// The header belongs to a `.hdr` / `.img` pair.
  case pairedFiles(found: String)
  /// The header contradicts the standard or this library's reach; every fault found is listed.
  case invalidHeader(faults: [NIfTIHeaderFault])
  /// The volume is larger than the reader's limit, bytes.
  case tooLarge(requiredBytes: Int, limitBytes: Int)
  /// The file ends early, or is too small to hold what its header announces. Bytes, decompressed.
  case truncated(requiredBytes: Int, foundBytes: Int)
  /// Bytes follow the last voxel.
  case trailingBytes(expectedBytes: Int)
  /// The gzip stream is damaged.
  case gzip(GzipError)

  // MARK: Writing

  /// The volume cannot be stored as asked; every reason is listed.
  case invalidVolume(reasons: [String])
  /// The data type can be read but not written.
  case unsupportedOutput(dataType: NIfTIDataType)
  /// A voxel's value has no exact counterpart in the data type asked for.
  case notRepresentable(value: String, index: Int, dataType: NIfTIDataType)
  /// The file name does not end in `.nii` or `.nii.gz`.
  case unknownExtension(path: String)
  /// The file could not be created, written or renamed; `reason` is the system's.
  case unwritable(path: String, reason: String)
  /// The disk, or the user's share of it, is full.
  case diskFull(path: String, writtenBytes: Int)

  // MARK: Using

  /// The text is no set of three axis codes such as "LPI".
  case invalidAxisCodes(found: String)
  /// A voxel is infinite or not a number.
  case notFinite(value: String, index: Int)
}

extension NIfTIError: CustomStringConvertible {
  /// What is required, what was found, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "Cannot read \(path): \(reason)."
    case .notNIfTI(let found):
      "A NIfTI-1 or NIfTI-2 header is required, found \(found): convert the file to NIfTI."
    case .pairedFiles(let found):
      "A single NIfTI file (.nii or .nii.gz) is required, found \(found): pairs of .hdr and .img are not "
        + "supported, merge them first."
    case .invalidHeader(let faults):
      "The NIfTI header has \(faults.count) fault\(faults.count == 1 ? "" : "s"): "
        + faults.map(\.description).joined(separator: "; ") + "."
    case .tooLarge(let required, let limit):
      "The volume needs \(required) bytes, the limit is \(limit) bytes: crop it or raise the limit."
    case .truncated(let required, let found):
      "The header announces \(required) bytes, found at most \(found): the file is cut short, fetch it again."
    case .trailingBytes(let expected):
      "The file must end after \(expected) bytes (decompressed), found more: it is damaged, or the header is."
    case .gzip(let error):
      error.description
    case .invalidVolume(let reasons):
      "The volume cannot be written: " + reasons.joined(separator: "; ") + "."
    case .unsupportedOutput(let dataType):
      "Volumes are written as "
        + NIfTIDataType.writable.map(\.description).joined(separator: ", ") + ", found \(dataType)."
    case .notRepresentable(let value, let index, let dataType):
      "Voxel \(index) holds \(value), which \(dataType) cannot hold exactly: round and clamp first, or write "
        + "float32."
    case .unknownExtension(let path):
      "The file name must end in .nii or .nii.gz, found \(path)."
    case .unwritable(let path, let reason):
      "Cannot write \(path): \(reason). What stood under that name is unchanged."
    case .diskFull(let path, let written):
      "The disk was full after \(written) bytes of \(path): free some space and run again. What stood "
        + "under that name is unchanged."
    case .invalidAxisCodes(let found):
      "Axis codes are three letters, one each of L/R, P/A and I/S, as in LPI; found \"\(found)\"."
    case .notFinite(let value, let index):
      "All voxels must be finite, voxel \(index) is \(value): mask or replace such voxels first."
    }
  }
}
