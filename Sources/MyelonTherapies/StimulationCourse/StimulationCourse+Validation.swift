import MyelonAnatomy

extension StimulationCourse {
  /// Frequencies that are accepted, Hz; assumed because spinal stimulation for movement was tried from 2 to 130 Hz, and
  /// what is faster is the carrier of a burst.
  public static let frequencies = 1.0...200
  /// Minutes of a day that are accepted.
  public static let minutes = 1.0...1440

  /// Checks the course against what is known of stimulation in a species.
  ///
  /// - Throws: `TherapyError` for a kind or site that there is not, or a number that cannot be.
  public func validate(in species: Species) throws(TherapyError) {
    let kinds = StimulationKind.kinds(in: species)
    guard kinds.contains(kind) else {
      throw .stimulationNotAllowed(course: name, kind: kind, species: species, allowed: kinds)
    }
    let sites = StimulationSite.names(in: species)
    guard sites.contains(site.name) else {
      throw .siteNotAllowed(course: name, site: site.name, allowed: sites)
    }
    try TherapyError.check(day, "day", "d", in: 0...36_500, of: name)
    try TherapyError.check(frequency, "frequency", "Hz", in: Self.frequencies, of: name)
    try TherapyError.check(amplitude, "amplitude", "mA", in: kind.amplitudes(in: species), of: name)
    try TherapyError.check(pulseWidth, "pulse width", "us", in: kind.pulseWidths, of: name)
    if let minutesPerDay {
      try TherapyError.check(minutesPerDay, "minutes a day", "min", in: Self.minutes, of: name)
    }
    try TherapyError.check(Double(daysPerWeek), "days a week", "d", in: 1...7, of: name)
    try TherapyError.check(weeks, "weeks", "wk", in: TrainingCourse.weeks, of: name)
  }
}
