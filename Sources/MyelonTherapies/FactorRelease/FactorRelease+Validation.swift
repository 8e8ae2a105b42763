extension FactorRelease {
  /// Checks every number of the plan.
  ///
  /// - Throws: `TherapyError.invalidValue` for the first number that cannot be.
  public func validate() throws(TherapyError) {
    try TherapyError.check(day, "day", "d", in: 0...36_500, of: name)
    try TherapyError.check(amount, "amount", factor.amountUnit, in: 0...1e12, of: name)
    if let depotHalfLife {
      try TherapyError.check(depotHalfLife, "half-life in the depot", "d", in: 1e-3...1e5, of: name)
    }
    try kinetics.validate(of: name)
    guard case .sites(let sites) = origin else { return }
    try TherapyError.check(Double(sites.count), "number of sites", "", in: 1...1000, of: name)
    for site in sites {
      try TherapyError.check(site.share, "share of a site", "", in: 1e-9...1e9, of: name)
      for (value, quantity) in [(site.axial, "axial"), (site.lateral, "lateral"), (site.dorsal, "dorsal")] {
        try TherapyError.check(value, "\(quantity) position of a site", "mm", in: -500...500, of: name)
      }
    }
  }
}
