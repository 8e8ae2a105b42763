/// What of a course of stimulation decides which fibres an amplitude reaches: the electrodes and the pulse.
public struct StimulationSetting: Sendable, Hashable, Codable {
  /// Where the electrodes lie.
  public let kind: StimulationKind
  /// Segments under them.
  public let site: StimulationSite
  /// Width of a pulse, us.
  public let pulseWidth: Double

  /// Reads a course.
  public init(_ course: StimulationCourse) {
    kind = course.kind
    site = course.site
    pulseWidth = course.pulseWidth
  }
}
