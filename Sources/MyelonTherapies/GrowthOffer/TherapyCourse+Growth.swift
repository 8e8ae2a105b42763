import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension TherapyCourse {
  /// What the treatment offers to growing axons at the cord's present time.
  ///
  /// - Parameter model: the cord.
  /// - Returns: the offer; the cord's own fields hold what released factors and drugs do.
  public func growthOffer(_ model: LesionModel) -> GrowthOffer {
    var offer = GrowthOffer()
    for scaffold in scaffolds {
      scaffold.addGrowth(to: &offer, day: model.clock.days, voxelCount: model.cord.grid.count)
      offer.channels = offer.channels ?? scaffold.channels(in: model.cord)
    }
    graft.addGrowth(to: &offer)
    graft.addSprouting(to: &offer, model)
    return offer
  }
}
