extension CordAnatomy {
  /// Middle of a tract on the left side at position `z`, half-diameters; nil where the cord has no such tract
  /// at all.
  ///
  /// - Parameters:
  ///   - tract: the tract.
  ///   - z: position, mm from the rostral end of C1.
  /// - Returns: lateral `u` and dorsal `v` position.
  public func centre(of tract: Tract, atZ z: Double) -> (u: Double, v: Double)? {
    let key = RegionKey.index(tract)
    return shapes.contains { $0[key].isPresent } ? centre(key, atZ: z) : nil
  }

  /// Middle of a part of the grey matter on the left side at position `z`, half-diameters.
  public func centre(of grey: GreyRegion, atZ z: Double) -> (u: Double, v: Double) {
    centre(RegionKey.index(grey), atZ: z)
  }

  private func centre(_ key: Int, atZ z: Double) -> (u: Double, v: Double) {
    func curve(_ value: KeyPath<RegionShape, Double>) -> Double {
      MonotoneCurve(positions: middles, values: shapes.map { $0[key][keyPath: value] }).value(at: z)
    }
    return (curve(\.centroidLateral), curve(\.centroidDorsal))
  }
}
