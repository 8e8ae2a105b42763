import MyelonAnatomy
import MyelonFields

extension LesionImage {
  /// Points a voxel edge across the cord, and along it, at which damage is looked up.
  ///
  /// Assumed because 3 x 3 x 2 points resolve a share to 1/18, and masks are coarser than the voxels.
  private static let pointsAcross = 3
  private static let pointsAlong = 2

  /// The damaged share of every voxel of a model of the reference cord.
  ///
  /// A point of the model has the position along the cord that the levels give, and in the section the place of
  /// equal relative depth on the same ray (`SectionOutline`), so a section that is lost in the image is lost in the
  /// model, and a bridge along the surface stays one, whatever the two outlines are. What the image does not show
  /// counts as undamaged.
  ///
  /// - Parameters:
  ///   - model: voxels of the reference cord, of the same species.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: a share of 0 to 1 for each voxel, in the order of `model.grid`; 0 outside the cord.
  /// - Throws: `ImagingError.noLevels` where levels are unknown, `otherSpecies`.
  public func damage(
    on model: CordModel, executor: SlabExecutor = SlabExecutor(threads: 1)
  ) throws(ImagingError) -> [Float] {
    guard let levels else { throw .noLevels }
    guard model.species == anatomy.species else {
      throw .otherSpecies(model: model.species.rawValue, image: anatomy.species.rawValue)
    }
    let grid = model.grid
    var damage = [Float](repeating: 0, count: grid.count)
    damage.withUnsafeMutableBufferPointer { damage in
      nonisolated(unsafe) let target = damage
      executor.run(slabs: grid.nz) { slice in
        fill(slice, of: model, levels: levels, into: target)
      }
    }
    return damage
  }

  private func fill(
    _ slice: Int, of model: CordModel, levels: LevelMap, into damage: UnsafeMutableBufferPointer<Float>
  ) {
    let grid = model.grid
    var outline: SectionOutline?
    var sampler: SectionSampler?
    for along in 0..<Self.pointsAlong {
      let part = (Double(along) + 0.5) / Double(Self.pointsAlong) - 0.5
      let arc = levels.arc(atZ: grid.origin.z + (Double(slice) + part) * grid.spacing.z)
      guard arc > measures.start - 1, arc < measures.end + 1 else { continue }
      if sampler == nil {
        sampler = SectionSampler(cord: cord, lesion: lesion, reach: reach, diameter: measures.cordDiameter)
        outline = Self.outline(ofSlice: slice, of: model)
      }
      sampler?.sample(centreline.axes(at: arc))
      guard let sampler, let outline, sampler.lesion.values.contains(where: { $0 >= MaskVolume.threshold }),
        let geometry = sampler.cord.geometry()
      else { continue }
      let image = SectionOutline(sampler.cord, geometry: geometry)
      add(slice, of: model, outline: outline, sampler: sampler, image: image, into: damage)
    }
  }

  /// Outline of a slice of a model, from the cord's share of its voxels.
  private static func outline(ofSlice slice: Int, of model: CordModel) -> SectionOutline? {
    let grid = model.grid
    let plane = grid.nx * grid.ny
    let field = SectionField(
      columns: grid.nx, rows: grid.ny, origin: SIMD2(grid.origin.x, grid.origin.y),
      step: SIMD2(grid.spacing.x, grid.spacing.y),
      values: Array(model.cordFraction[(slice * plane)..<((slice + 1) * plane)]))
    return field.geometry().map { SectionOutline(field, geometry: $0) }
  }

  private func add(
    _ slice: Int, of model: CordModel, outline: SectionOutline, sampler: SectionSampler,
    image: SectionOutline,
    into damage: UnsafeMutableBufferPointer<Float>
  ) {
    let grid = model.grid
    let across = Self.pointsAcross
    let weight = 1 / Float(across * across * Self.pointsAlong)
    for y in 0..<grid.ny {
      for x in 0..<grid.nx {
        let index = grid.index(x, y, slice)
        guard model.cordFraction[index] > 0 else { continue }
        let centre = grid.centre(x, y, slice)
        var hits: Float = 0
        for j in 0..<across {
          for i in 0..<across {
            let part = (SIMD2(Double(i), Double(j)) + 0.5) / Double(across) - 0.5
            let point = SIMD2(centre.x + part.x * grid.spacing.x, centre.y + part.y * grid.spacing.y)
            let place = image.place(of: point, in: outline, inside: sampler.cord)
            if sampler.lesion.value(at: place) >= MaskVolume.threshold { hits += 1 }
          }
        }
        damage[index] += weight * hits
      }
    }
  }
}
