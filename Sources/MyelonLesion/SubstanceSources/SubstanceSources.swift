import MyelonFields

/// What therapies release in each voxel, per substance, in the unit of the field per hour.
///
/// Memory for a substance is taken when it is first released. A class, because the cord and its therapies write
/// and read the same arrays in turn.
public final class SubstanceSources {
  private let count: Int
  private var storage: [UnsafeMutableBufferPointer<Float>?]
  private var active: UInt32 = 0

  /// Makes empty sources for a grid of `count` voxels.
  init(count: Int) {
    self.count = count
    storage = Array(repeating: nil, count: TissueField.substanceCount)
  }

  deinit {
    for buffer in storage { buffer?.deallocate() }
  }

  /// Removes all sources; their memory is kept.
  public func removeAll() {
    active = 0
  }

  /// True when a substance has a source in the present step.
  public func isActive(_ field: TissueField) -> Bool {
    active & (1 << UInt32(field.rawValue)) != 0
  }

  /// The release rates of a substance in grid order, for adding to.
  ///
  /// - Parameter field: a substance (`isSubstance`); any other field is a programming fault.
  /// - Returns: rates that are zero where nothing has been added since `removeAll`.
  public func rates(_ field: TissueField) -> UnsafeMutableBufferPointer<Float> {
    precondition(field.isSubstance, "\(field.name) does not spread, so it has no source")
    let buffer =
      storage[field.rawValue]
      ?? {
        let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
        buffer.initialize(repeating: 0)
        storage[field.rawValue] = buffer
        return buffer
      }()
    if !isActive(field) {
      buffer.update(repeating: 0)
      active |= 1 << UInt32(field.rawValue)
    }
    return buffer
  }
}
