import MyelonAnatomy
import MyelonTherapies

// The ranges are those that the courses themselves accept; the reasons stand with them.
extension ScenarioLimit {
  /// Minutes of training on a training day.
  public static let trainingMinutes = ScenarioLimit(
    TrainingCourse.minutes, "\(QuantityText.range(TrainingCourse.minutes)) minutes",
    "no subject trains for more than half of a day; of enriched housing the active minutes count")
  /// Days in a week.
  public static let daysPerWeek = ScenarioLimit(1...7, "1 to 7 days", "a week has seven")
  /// Weeks of training or stimulation.
  public static let courseWeeks = ScenarioLimit(
    TrainingCourse.weeks, "\(QuantityText.range(TrainingCourse.weeks)) weeks", "the longest run is ten years")
  /// Effort of training over the usual one.
  public static let trainingIntensity = ScenarioLimit(
    TrainingCourse.intensities, "5 to 100 %", "100 % is the usual effort of studies")
  /// Minutes of stimulation on a day.
  public static let stimulationMinutes = ScenarioLimit(
    StimulationCourse.minutes, "\(QuantityText.range(StimulationCourse.minutes)) minutes",
    "a day has 1440; a stimulator that is never off is continuous")
  /// Pulses a second, Hz.
  public static let stimulationFrequency = ScenarioLimit(
    StimulationCourse.frequencies, "\(QuantityText.range(StimulationCourse.frequencies)) Hz",
    "15 to 60 Hz move limbs; the carrier of bursts through the skin is not meant")

  /// Amplitude of a kind of stimulation, mA.
  static func stimulationAmplitude(_ kind: StimulationKind, in species: Species) -> ScenarioLimit {
    let range = kind.amplitudes(in: species)
    let usual: String =
      switch (kind, species) {
      case (.epidural, .rat): "rats are given 0.2 to 3 mA"
      case (.epidural, .human): "people are given up to about 15 mA"
      case (.transcutaneous, _): "people are given 80 to 180 mA through the skin"
      }
    return ScenarioLimit(range, "\(QuantityText.range(range)) mA", usual)
  }

  /// Pulse width of a kind of stimulation, us.
  static func pulseWidth(_ kind: StimulationKind) -> ScenarioLimit {
    let usual = kind == .epidural ? "200 to 450 us are usual" : "1 ms is usual through the skin"
    return ScenarioLimit(kind.pulseWidths, "\(QuantityText.range(kind.pulseWidths)) us", usual)
  }
}
