/// Electrical stimulation of the cord over some weeks.
///
/// What it does follows from the fibres that its pulses recruit (`StimulationEffect`), and these from the field of its
/// electrodes and the fibre model (`CircuitRecruitment`).
public struct StimulationCourse: Sendable, Hashable, Codable {
  /// Name within the arm.
  public var name: String
  /// Day after injury on which stimulation begins.
  public var day: Double
  /// Where the electrodes lie.
  public var kind: StimulationKind
  /// Segments under the electrodes.
  public var site: StimulationSite
  /// Pulses a second, Hz; of transcutaneous bursts the bursts, not the carrier.
  public var frequency: Double
  /// Amplitude of a pulse, mA.
  public var amplitude: Double
  /// Width of a pulse, us.
  public var pulseWidth: Double
  /// Minutes of stimulation on a day; nil when it is always on.
  public var minutesPerDay: Double?
  /// Days of stimulation in a week, 1 to 7.
  public var daysPerWeek: Int
  /// Weeks of stimulation.
  public var weeks: Double
  /// True when the stimulator is on while the subject is examined.
  public var isOnDuringExamination: Bool

  /// Plans a course.
  public init(
    name: String, day: Double, kind: StimulationKind, site: StimulationSite, frequency: Double,
    amplitude: Double, pulseWidth: Double, minutesPerDay: Double?, daysPerWeek: Int = 7, weeks: Double,
    isOnDuringExamination: Bool = false
  ) {
    self.name = name
    self.day = day
    self.kind = kind
    self.site = site
    self.frequency = frequency
    self.amplitude = amplitude
    self.pulseWidth = pulseWidth
    self.minutesPerDay = minutesPerDay
    self.daysPerWeek = daysPerWeek
    self.weeks = weeks
    self.isOnDuringExamination = isOnDuringExamination
  }

  /// Day after injury on which the course is over.
  public var lastDay: Double { day + 7 * weeks }

  /// Share of the time that the stimulator is on, 0 to 1.
  public var shareOfWeek: Double { (minutesPerDay ?? 1440) / 1440 * Double(daysPerWeek) / 7 }

  /// Share of a training session of so many minutes that stimulation accompanies, 0 to 1.
  ///
  /// Sessions of a day coincide as far as they can: nobody plans stimulation for training and gives it beside it.
  public func cover(ofMinutes minutes: Double) -> Double {
    guard let own = minutesPerDay, minutes > 0 else { return 1 }
    return min(1, own / minutes)
  }
}
