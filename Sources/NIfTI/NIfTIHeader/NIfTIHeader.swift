/// What a NIfTI header says about its voxels, checked.
///
/// Lengths and times are in the file's own units (`spatialUnit`, `timeUnit`); `affine` and
/// `timeStepInSeconds` are converted. Fields of the standard that no part of this library uses (slice timing,
/// intent parameters, `aux_file`, extensions) are not kept.
public struct NIfTIHeader: Sendable, Hashable {
  /// Which of the two header layouts a file uses.
  public enum Version: Int, Sendable, Hashable, Codable {
    /// NIfTI-1: 348 bytes.
    case one = 1
    /// NIfTI-2: 540 bytes.
    case two = 2

    /// Bytes of the header itself.
    public var byteCount: Int { self == .one ? 348 : 540 }

    /// Where voxels may begin at the earliest: after the header and the four bytes that announce extensions.
    public var firstVoxelOffset: Int { byteCount + 4 }
  }

  /// The order of the bytes of a number.
  public enum ByteOrder: Sendable, Hashable, Codable {
    /// Least significant byte first.
    case little
    /// Most significant byte first.
    case big

    /// The order of the machine the program runs on.
    public static var native: ByteOrder { 1.littleEndian == 1 ? .little : .big }
  }

  /// Layout of the header.
  public var version: Version = .one
  /// Byte order of header and voxels.
  public var byteOrder: ByteOrder = .little
  /// How a voxel is stored.
  public var dataType: NIfTIDataType = .float32
  /// Voxels along x, y, z and, where there is more than one, the number of time points.
  ///
  /// Trailing axes of length 1 are folded away; axes missing before the third count as 1.
  public var dimensions: [Int]
  /// `pixdim[1...3]`: voxel edges, in `spatialUnit`.
  public var voxelSizes = SIMD3<Double>(repeating: 1)
  /// `pixdim[4]`: the step along the fourth axis, in `timeUnit`; 0 where it is not stated.
  public var timeStep = 0.0
  /// `toffset`: the time of the first time point, in `timeUnit`.
  public var timeOffset = 0.0
  /// Unit of lengths.
  public var spatialUnit: NIfTISpatialUnit = .millimetres
  /// Unit of the fourth axis.
  public var timeUnit: NIfTITimeUnit = .unknown
  /// `vox_offset`: where the voxels begin, bytes from the start of the (unpacked) file.
  public var voxelOffset = Version.one.firstVoxelOffset
  /// `scl_slope`: stored values are multiplied by it; 0 means that stored values are the values.
  public var slope = 0.0
  /// `scl_inter`: added after the multiplication.
  public var intercept = 0.0
  /// `sform_code`: what space the sform leads to; 0 means that there is no sform.
  public var sformCode = 0
  /// `qform_code`: what space the qform leads to; 0 means that there is no qform.
  public var qformCode = 0
  /// `srow_x`, `srow_y`, `srow_z`, in `spatialUnit`; meaningless where `sformCode` is 0.
  public var sform: NIfTIAffine = .identity
  /// `quatern_b`, `quatern_c`, `quatern_d`.
  public var quaternion = SIMD3<Double>.zero
  /// `pixdim[0]`: -1 where the qform flips the third axis, else 1.
  public var handedness = 1.0
  /// `qoffset_x`, `qoffset_y`, `qoffset_z`, in `spatialUnit`.
  public var quaternionOffset = SIMD3<Double>.zero
  /// `intent_code`: what the values mean, 0 for none.
  public var intentCode = 0
  /// `intent_name`, at most 15 bytes of UTF-8.
  public var intentName = ""
  /// `descrip`, at most 79 bytes of UTF-8.
  public var description = ""
  /// `cal_min`: the value shown darkest; equal to `displayMaximum` where not stated.
  public var displayMinimum = 0.0
  /// `cal_max`: the value shown brightest.
  public var displayMaximum = 0.0

  /// Makes the header of a volume to be written; the other fields keep their defaults.
  ///
  /// - Parameters:
  ///   - dimensions: voxels along x, y, z and, optionally, time points.
  ///   - affine: voxel indices to mm.
  public init(dimensions: [Int], affine: NIfTIAffine) {
    self.dimensions = dimensions
    setGeometry(dimensions: dimensions, affine: affine)
  }
}

extension NIfTIHeader {
  /// Number of time points; 1 for a volume of three axes.
  public var timePointCount: Int { dimensions.count > 3 ? dimensions[3] : 1 }

  /// Number of stored values, all time points together.
  public var valueCount: Int { dimensions.reduce(1, *) }

  /// Bytes of the stored voxels.
  public var voxelByteCount: Int { valueCount * dataType.byteCount }

  /// The time step in seconds, `nil` where the fourth axis is not known to be a time.
  public var timeStepInSeconds: Double? { timeUnit.seconds.map { $0 * timeStep } }

  /// Whether stored values must be scaled to become values.
  public var isScaled: Bool { slope != 0 && !(slope == 1 && intercept == 0) }
}
