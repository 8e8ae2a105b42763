/// Why a set of arrays cannot be used as a `FaceConductance`.
public enum FaceConductanceError: Error, Equatable, CustomStringConvertible {
  /// Names the array at fault.
  public enum Array: String, Sendable {
    /// Faces towards +x.
    case x
    /// Faces towards +y.
    case y
    /// Faces towards +z.
    case z
    /// Cord fraction per voxel.
    case capacity
  }

  /// An array does not have one number a voxel.
  case wrongLength(Array, required: Int, found: Int)
  /// A number is negative, infinite or not a number.
  case badNumber(Array, index: Int, found: Float)
  /// The last face of a line is open although there is no neighbour.
  case openOuterFace(Array, index: Int, found: Float)
  /// A face is open although one of its two voxels has no capacity.
  case openFaceOutsideCord(Array, index: Int, found: Float)

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .wrongLength(let array, let required, let found):
      "Array '\(array.rawValue)' needs one number a voxel, \(required); found \(found): build it on the same grid"
    case .badNumber(let array, let index, let found):
      "Array '\(array.rawValue)' needs finite numbers of at least 0; found \(found) at voxel \(index): correct it"
    case .openOuterFace(let array, let index, let found):
      "The last face of a line must be 0; found \(found) in '\(array.rawValue)' at voxel \(index): close it"
    case .openFaceOutsideCord(let array, let index, let found):
      "A face needs cord on both sides to be open; found \(found) in '\(array.rawValue)' at voxel \(index): "
        + "close it or give both voxels a capacity"
    }
  }
}
