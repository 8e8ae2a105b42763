extension LesionImage {
  /// Place of a point of the image in the frame of the cord.
  ///
  /// - Parameter place: world coordinates, mm.
  /// - Returns: its position; `u` and `v` beyond -1 to 1 lie outside the ellipse of the section's moments.
  public func position(of place: SIMD3<Double>) -> CordPosition {
    let found = centreline.nearest(to: place)
    let frame = frame(at: found.s)
    let offset = centreline.axes(at: found.s).offset(of: place)
    let relative = (SIMD2(offset.x, offset.y) - frame.middle) / frame.half
    return CordPosition(u: relative.x, v: relative.y, arc: found.s, z: levels?.z(atArc: found.s))
  }

  /// Place in the image of a position in the frame of the cord, mm; only `u`, `v` and `arc` are read.
  public func place(of position: CordPosition) -> SIMD3<Double> {
    let frame = frame(at: position.arc)
    let offset = frame.middle + SIMD2(position.u, position.v) * frame.half
    return centreline.axes(at: position.arc).point(left: offset.x, dorsal: offset.y)
  }

  /// Centroid and half-diameters of the section at an arc length, between those of two sections.
  private func frame(at arc: Double) -> (middle: SIMD2<Double>, half: SIMD2<Double>) {
    guard let first = filled.first, let last = filled.last, filled.count > 1 else { return (.zero, .one) }
    let place =
      (min(max(arc, first.arc), last.arc) - first.arc) / (last.arc - first.arc) * Double(filled.count - 1)
    let index = min(Int(place), filled.count - 2)
    let part = place - Double(index)
    func mix(_ value: KeyPath<CordSection, Double>) -> Double {
      filled[index][keyPath: value] * (1 - part) + filled[index + 1][keyPath: value] * part
    }
    return (
      SIMD2(mix(\.middleLeft), mix(\.middleDorsal)), 0.5 * SIMD2(mix(\.lateral), mix(\.anteroposterior))
    )
  }
}
