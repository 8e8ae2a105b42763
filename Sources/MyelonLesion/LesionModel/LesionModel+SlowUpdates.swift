import MyelonFields

extension LesionModel {
  /// What need not be done in every step, at times that depend on nothing but the clock.
  func updateSlowly() {
    if clock.seconds - clock.lastSweep >= max(Self.sweepInterval, clock.seconds / 50) {
      sweep.update(state, days: clock.days)
      clock.lastSweep = clock.seconds
    }
    // Scar and cavity change by less than a tenth of their age between updates.
    if clock.seconds - clock.lastPattern >= max(86_400, clock.seconds / 10) {
      updatePattern()
      clock.lastPattern = clock.seconds
    }
    if clock.steps % 16 == 0 { findDiluteSubstances() }
  }

  /// Least seconds between two looks at which axons are joined; degeneration takes days, and later a fiftieth of
  /// the lesion's age is soon enough.
  static let sweepInterval = 6 * 3600

  private func updatePattern() {
    // The state's fractions are valid capacities by construction; were they not, the old pattern stays.
    guard let faces = try? conductance.faces(cord: cord, state: state, scaffold: scaffoldTransport) else {
      return
    }
    solver.update(conductance: faces)
  }

  /// Puts to sleep substances whose highest level acts on nothing, and wakes the others.
  private func findDiluteSubstances() {
    for field in TissueField.allCases.prefix(TissueField.substanceCount) {
      let values = state.values(field)
      var highest: Float = 0
      for value in values { highest = max(highest, value) }
      let bit: UInt32 = 1 << UInt32(field.rawValue)
      if highest < substances[field.rawValue].negligible {
        clock.asleep |= bit
      } else {
        clock.asleep &= ~bit
      }
    }
  }
}
