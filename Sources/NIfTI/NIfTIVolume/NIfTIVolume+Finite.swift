extension NIfTIVolume {
  /// Flat index of the first voxel that is infinite or not a number; `nil` where all are finite.
  public var firstNonFinite: Int? {
    voxels.withUnsafeBufferPointer { values in
      var index = 0
      while index < values.count {
        // The exponent bits are all set in infinities and in everything that is not a number, only there.
        if values[index].bitPattern & 0x7f80_0000 == 0x7f80_0000 { return index }
        index &+= 1
      }
      return nil
    }
  }

  /// Refuses a volume with a voxel that is infinite or not a number.
  ///
  /// - Throws: `NIfTIError.notFinite` with the first such voxel.
  public func requireFinite() throws(NIfTIError) {
    guard let index = firstNonFinite else { return }
    throw .notFinite(value: "\(voxels[index])", index: index)
  }
}
