/// Training of a motor task over some weeks.
///
/// A value; `Rehabilitation` says how much of which task it practises. What a subject learns from practice is decided
/// by the connections that there are, not here: without fibres that cross the lesion, practice changes nothing.
public struct TrainingCourse: Sendable, Hashable, Codable {
  /// Name within the arm.
  public var name: String
  /// Day after injury of the first session.
  public var day: Double
  /// What is trained and how.
  public var kind: TrainingKind
  /// Minutes of training on a training day.
  public var minutesPerDay: Double
  /// Training days in a week, 1 to 7.
  public var daysPerWeek: Int
  /// Weeks of training.
  public var weeks: Double
  /// Effort as a share of the usual one of studies, above 0 to 1; it scales the minutes.
  public var intensity: Double

  /// Plans a course.
  public init(
    name: String, day: Double, kind: TrainingKind, minutesPerDay: Double, daysPerWeek: Int, weeks: Double,
    intensity: Double = 1
  ) {
    self.name = name
    self.day = day
    self.kind = kind
    self.minutesPerDay = minutesPerDay
    self.daysPerWeek = daysPerWeek
    self.weeks = weeks
    self.intensity = intensity
  }

  /// Day after injury on which the course is over.
  public var lastDay: Double { day + 7 * weeks }
}
