extension StimulationStudy {
  /// The same study for a first look: quick detail, at most three diameters a population and two sets of uncertain parameters.
  public func quick() -> StimulationStudy {
    var study = self
    study.detail = .quick
    study.resolution = nil
    study.fibres.quantiles = min(3, fibres.quantiles)
    study.uncertaintySets = min(2, uncertaintySets)
    return study
  }
}
