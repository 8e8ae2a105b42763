import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRegrowth
import MyelonTherapies

extension GrowthConditions {
  /// Conditions that a treatment makes for growing axons at the cord's present time.
  ///
  /// - Parameters:
  ///   - course: the treatment, or nil.
  ///   - model: the cord.
  ///   - ageFactor: factor of the subject's age on the growth of host axons.
  ///   - days: length of the step that ends now, d: practice is its mean over the step.
  ///   - inExamination: true for what holds during an examination: only stimulators that then stay on count.
  init(
    _ course: TherapyCourse?, on model: LesionModel, ageFactor: Double, days: Double = 0,
    inExamination: Bool = false
  ) {
    self.init()
    self.ageFactor = Float(ageFactor)
    mayPermitSprouting = course != nil
    guard let course else { return }
    let day = model.clock.days
    if days > 0 { practice = course.practice(fromDay: day - days, toDay: day) }
    excitability =
      inExamination
      ? course.excitability(onDay: day) : course.meanExcitability(fromDay: day - days, toDay: day)
    neuriteFactor = course.neuriteFactor(onDay: day)
    let offer = course.growthOffer(model)
    alignment = offer.alignment
    adhesion = offer.adhesion
    channelCount = offer.channels?.count ?? 0
    channelSlice = offer.channels?.slice ?? 0
    channelOpenShare = Float(offer.channels?.openShare ?? 1)
    fibrousFill = offer.fibrousFill
    graftSupport = offer.support
    graftMyelin = offer.myelin
    sproutingSupport = offer.sprouting
    spinalIdentity = Float(offer.spinalIdentity)
    graftAxonCapacity = offer.axonCapacity
    graftNames = course.graft.names
    graftCells = offer.neurons
    graftAxons = zip(offer.neurons, offer.extending).map { cells, share in cells.map { $0 * Float(share) } }
    graftNeurons = Self.density(offer.neurons, cord: model.cord)
  }

  /// Cells of all transplants a mm3 of cord.
  private static func density(_ cells: [[Float]], cord: CordModel) -> [Float] {
    guard cells.contains(where: { $0.contains { $0 > 0 } }) else { return [] }
    return cord.cordFraction.indices.map { voxel in
      let volume = Float(cord.grid.voxelVolume) * cord.cordFraction[voxel]
      return volume > 0 ? cells.reduce(0) { $0 + $1[voxel] } / volume : 0
    }
  }
}
