extension TrainingCourse {
  /// Minutes of a training day that are accepted; assumed because no subject trains for more than half of a day.
  public static let minutes = 1.0...720
  /// Weeks of a course that are accepted; assumed because the longest run is ten years.
  public static let weeks = 0.1...522
  /// Efforts that are accepted; assumed because a twentieth of the usual one trains nothing.
  public static let intensities = 0.05...1

  /// Checks the numbers of the course.
  ///
  /// - Throws: `TherapyError.invalidValue` for the first that cannot be.
  public func validate() throws(TherapyError) {
    try TherapyError.check(day, "day", "d", in: 0...36_500, of: name)
    try TherapyError.check(minutesPerDay, "minutes a day", "min", in: Self.minutes, of: name)
    try TherapyError.check(Double(daysPerWeek), "days a week", "d", in: 1...7, of: name)
    try TherapyError.check(weeks, "weeks", "wk", in: Self.weeks, of: name)
    try TherapyError.check(intensity, "intensity", "", in: Self.intensities, of: name)
  }
}
