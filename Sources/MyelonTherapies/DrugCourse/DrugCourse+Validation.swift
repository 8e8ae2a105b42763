extension DrugCourse {
  /// Checks the course against what is known of the drug.
  ///
  /// - Throws: `TherapyError` for a route or dose that is not given, or a number that cannot be.
  public func validate(_ record: DrugRecord) throws(TherapyError) {
    guard record.routes.contains(route) else {
      throw .routeNotAllowed(
        course: name, drug: drug, route: route, species: record.species, allowed: record.routes)
    }
    let allowed = 0...DrugState.largestRelativeDose * record.referenceDose
    guard dose.isFinite, allowed.contains(dose) else {
      throw .doseNotAllowed(
        course: name, drug: drug, dose: dose, unit: record.unit.rawValue, allowed: allowed)
    }
    try TherapyError.check(day, "day", "d", in: 0...36_500, of: name)
    try TherapyError.check(duration, "duration", "d", in: 0...36_500, of: name)
    guard interval != 0 else {
      return try TherapyError.check(duration, "duration of the infusion", "d", in: 1e-3...36_500, of: name)
    }
    try TherapyError.check(interval, "interval between doses", "h", in: 0.05...87_600, of: name)
  }
}
