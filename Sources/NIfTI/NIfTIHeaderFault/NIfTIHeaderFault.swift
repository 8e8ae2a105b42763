/// One thing wrong with a NIfTI header; a reader reports all of a header's faults together.
///
/// Numbers are kept as text where they may be not-a-number, so that two equal faults compare equal.
public enum NIfTIHeaderFault: Sendable, Hashable {
  /// `dim[0]`, the number of axes, is outside 1...7.
  case axisCount(found: Int)
  /// `dim[axis]` is below 1.
  case dimension(axis: Int, found: Int)
  /// A fifth, sixth or seventh axis is longer than 1.
  case tooManyAxes(dimensions: [Int])
  /// The product of the dimensions and the voxel size does not fit an integer.
  case sizeOverflow(dimensions: [Int])
  /// `datatype` is no code of this library.
  case dataType(code: Int)
  /// `bitpix` disagrees with `datatype`.
  case bitsPerVoxel(found: Int, required: Int)
  /// `pixdim[axis]` of a used axis is zero, negative or not finite.
  case voxelSize(axis: Int, found: String)
  /// `vox_offset` is not a whole number at or after the end of the header.
  case voxelOffset(found: String, minimum: Int)
  /// `scl_slope`, or `scl_inter` where a slope is set, is not finite.
  case scaling(slope: String, intercept: String)
  /// `xyzt_units` holds codes the standard does not define.
  case units(code: Int)
  /// `sform_code` or `qform_code` is negative, or larger than NIfTI-1 can hold.
  case transformCode(sform: Int, qform: Int)
  /// The transform the header selects has an entry that is not finite.
  case affineNotFinite(source: String)
  /// The transform the header selects squeezes the volume to nothing, so it has no inverse.
  case affineSingular(source: String)
  /// `quatern_b`, `quatern_c`, `quatern_d` are longer than a rotation allows.
  case quaternion(squaredLength: String)
}

extension NIfTIHeaderFault: CustomStringConvertible {
  /// What is required, what was found, and what to do.
  public var description: String {
    switch self {
    case .axisCount(let found):
      "dim[0] must be 1 to 7, found \(found)"
    case .dimension(let axis, let found):
      "dim[\(axis)] must be at least 1, found \(found)"
    case .tooManyAxes(let dimensions):
      "only three axes and time are supported, found dimensions \(dimensions): split the file"
    case .sizeOverflow(let dimensions):
      "the byte count of dimensions \(dimensions) does not fit 64 bits"
    case .dataType(let code):
      "datatype \(code) is not supported: convert to one of "
        + NIfTIDataType.allCases.map(\.description).joined(separator: ", ")
    case .bitsPerVoxel(let found, let required):
      "bitpix must be \(required) for this datatype, found \(found)"
    case .voxelSize(let axis, let found):
      "pixdim[\(axis)] must be positive and finite\(axis == 4 ? " (or zero)" : ""), found \(found)"
    case .voxelOffset(let found, let minimum):
      "vox_offset must be a whole number of at least \(minimum) bytes, found \(found)"
    case .scaling(let slope, let intercept):
      "scl_slope and scl_inter must be finite, found \(slope) and \(intercept)"
    case .units(let code):
      "xyzt_units must hold a known length and time unit, found code \(code)"
    case .transformCode(let sform, let qform):
      "sform_code and qform_code must be 0 to 32767, found \(sform) and \(qform)"
    case .affineNotFinite(let source):
      "the \(source) must be finite: repair the header"
    case .affineSingular(let source):
      "the \(source) must have an inverse, found a singular matrix: repair the header"
    case .quaternion(let squaredLength):
      "quatern_b, c, d must have squares summing to at most 1, found \(squaredLength)"
    }
  }
}
