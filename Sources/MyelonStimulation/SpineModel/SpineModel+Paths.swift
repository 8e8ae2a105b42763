import MyelonAnatomy

extension SpineModel {
  /// A fibre that keeps its place in the cross-section: in a tract, or regenerated across a lesion.
  ///
  /// - Parameters:
  ///   - lateral: half lateral diameters from the midline, left positive.
  ///   - dorsal: half anteroposterior diameters from mid-depth.
  ///   - start: where it begins, mm; may lie caudal to its end.
  ///   - end: where it ends, mm.
  /// - Returns: the path; straight up to the cord's change of size.
  /// - Throws: `SpinalRootError`.
  public func fibrePath(
    lateral: Double, dorsal: Double, from start: Double, to end: Double
  ) throws(SpinalRootError) -> FibrePath {
    guard lateral.isFinite, dorsal.isFinite, lateral * lateral + dorsal * dorsal < 2 else {
      throw .outsideCord(lateral: lateral, dorsal: dorsal)
    }
    return try path(from: start, to: end) { section throws(SpinalRootError) in
      guard section.outline.contains(lateral: lateral, dorsal: dorsal) else {
        throw .outsideCord(lateral: lateral, dorsal: dorsal)
      }
      return (0.5 * section.lateral * lateral, 0.5 * section.anteroposterior * dorsal)
    }
  }

  /// A fibre of the dorsal columns at a depth below the dorsal surface.
  ///
  /// - Parameters:
  ///   - depth: below the dorsal surface of the cord, mm.
  ///   - lateral: from the midline, left positive, mm.
  ///   - start: where it begins, mm.
  ///   - end: where it ends, mm.
  /// - Returns: the path.
  /// - Throws: `SpinalRootError`.
  public func dorsalColumnPath(
    depth: Double, lateral: Double, from start: Double, to end: Double
  ) throws(SpinalRootError) -> FibrePath {
    try path(from: start, to: end) { section throws(SpinalRootError) in
      let u = 2 * lateral / section.lateral
      let surface = anatomy.dorsalSurface(lateral: u, of: section)
      let y = 0.5 * section.anteroposterior * surface - depth
      let v = 2 * y / section.anteroposterior
      guard depth >= 0, depth.isFinite, section.outline.contains(lateral: u, dorsal: v) else {
        throw .outsideCord(lateral: u, dorsal: v)
      }
      return (lateral, y)
    }
  }

  /// A fibre in the middle of a tract, such as the lateral corticospinal tract.
  ///
  /// - Parameters:
  ///   - tract: the tract.
  ///   - side: side of the cord.
  ///   - start: where it begins, mm.
  ///   - end: where it ends, mm.
  /// - Returns: the path.
  /// - Throws: `SpinalRootError`.
  public func tractPath(
    _ tract: Tract, side: Side, from start: Double, to end: Double
  ) throws(SpinalRootError) -> FibrePath {
    let sign = Double(side.sign)
    return try path(from: start, to: end) { section throws(SpinalRootError) in
      guard let centre = anatomy.centre(of: tract, atZ: section.z) else { throw .noTract(name: tract.name) }
      return (sign * 0.5 * section.lateral * centre.u, 0.5 * section.anteroposterior * centre.v)
    }
  }

  private func path(
    from start: Double, to end: Double,
    _ place: (CrossSection) throws(SpinalRootError) -> (x: Double, y: Double)
  ) throws(SpinalRootError) -> FibrePath {
    guard start.isFinite, end.isFinite, start != end else { throw .emptyStretch(from: start, to: end) }
    for position in [start, end] where position < -20 || position > anatomy.length + 20 {
      throw .beyondCord(position: position, length: anatomy.length)
    }
    let spacing = species == .human ? 2.0 : 0.4
    let steps = max(2, Int((abs(end - start) / spacing).rounded(.up)))
    var points: [SIMD3<Double>] = []
    for step in 0...steps {
      let z = start + (end - start) * Double(step) / Double(steps)
      let (x, y) = try place(anatomy.crossSection(atZ: z))
      points.append(SIMD3(x, y, z))
    }
    return FibrePath(points).smoothed(deviation: spacing, step: 0.25 * spacing)
  }
}
