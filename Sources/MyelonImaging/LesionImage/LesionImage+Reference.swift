import MyelonAnatomy
import MyelonFields

extension LesionImage {
  /// Ends of the lesion in the reference cord, mm; nil where levels are unknown.
  public var extent: ClosedRange<Double>? {
    levels.map { $0.z(atArc: measures.start)...$0.z(atArc: max(measures.start, measures.end)) }
  }

  /// Position of the epicentre in the reference cord, mm; nil where levels are unknown.
  public var epicentre: Double? { levels?.z(atArc: measures.epicentre) }

  /// Segment at the epicentre; nil where levels are unknown.
  public var epicentreSegment: SpinalSegment? {
    epicentre.map { anatomy.segments[anatomy.segmentIndex(atZ: $0)] }
  }

  /// Whole segments that the lesion touches, as a window of the reference cord, mm.
  ///
  /// - Throws: `ImagingError.noLevels`.
  public func window() throws(ImagingError) -> ClosedRange<Double> {
    guard let extent else { throw .noLevels }
    let first = anatomy.segments[anatomy.segmentIndex(atZ: max(0, extent.lowerBound))]
    let last = anatomy.segments[anatomy.segmentIndex(atZ: max(0, extent.upperBound))]
    return first.rostral...last.caudal
  }

  /// Voxels of the reference cord around the lesion.
  ///
  /// - Parameters:
  ///   - spacing: edge of a voxel, mm; nil takes a fifteenth of the lateral diameter, but at most 0.5 mm: 0.5 mm in
  ///     man, 0.2 to 0.3 mm in a rat.
  ///   - template: the PAM50 template, in place of the parametric cord; the window ends where its atlas does.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the model.
  /// - Throws: `ImagingError` where levels are unknown or the window cannot be voxelised.
  public func referenceModel(
    spacing: Double? = nil, template: PAM50Anatomy? = nil, executor: SlabExecutor = SlabExecutor(threads: 1)
  ) throws(ImagingError) -> CordModel {
    let window = try window()
    let middle = anatomy.segments[anatomy.segmentIndex(atZ: 0.5 * (window.lowerBound + window.upperBound))]
    let edge = spacing ?? min(0.5, middle.lateral / 15)
    do {
      guard let template else {
        return try CordModel(
          anatomy: anatomy, from: window.lowerBound, to: window.upperBound, spacing: edge, executor: executor)
      }
      return try template.cordModel(
        from: window.lowerBound, to: min(window.upperBound, template.coveredTo), spacing: edge,
        executor: executor)
    } catch {
      throw .anatomy(error)
    }
  }
}
