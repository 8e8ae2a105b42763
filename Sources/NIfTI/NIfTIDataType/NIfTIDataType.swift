/// How one voxel value is stored in a NIfTI file.
///
/// The raw value is the `datatype` code of the NIfTI-1 and NIfTI-2 headers (`nifti1.h`, NIfTI Data Format
/// Working Group 2005). Complex, colour and 128-bit types are not supported.
public enum NIfTIDataType: Int, Sendable, Hashable, Codable, CaseIterable, CustomStringConvertible {
  /// Unsigned 8-bit integer.
  case uint8 = 2
  /// Signed 16-bit integer.
  case int16 = 4
  /// Signed 32-bit integer.
  case int32 = 8
  /// IEEE 754 single precision.
  case float32 = 16
  /// IEEE 754 double precision.
  case float64 = 64
  /// Signed 8-bit integer.
  case int8 = 256
  /// Unsigned 16-bit integer.
  case uint16 = 512
  /// Unsigned 32-bit integer.
  case uint32 = 768
  /// Signed 64-bit integer.
  case int64 = 1024
  /// Unsigned 64-bit integer.
  case uint64 = 1280

  /// Bytes one voxel takes in the file.
  public var byteCount: Int {
    switch self {
    case .uint8, .int8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32: 4
    case .float64, .int64, .uint64: 8
    }
  }

  /// Bits one voxel takes in the file: the header's `bitpix`.
  public var bitCount: Int { byteCount * 8 }

  /// The types `NIfTIVolume.write(to:dataType:)` can store.
  public static let writable: [NIfTIDataType] = [.uint8, .int16, .float32]

  /// The type's name, as in "int16".
  public var description: String {
    switch self {
    case .uint8: "uint8"
    case .int16: "int16"
    case .int32: "int32"
    case .float32: "float32"
    case .float64: "float64"
    case .int8: "int8"
    case .uint16: "uint16"
    case .uint32: "uint32"
    case .int64: "int64"
    case .uint64: "uint64"
    }
  }
}
