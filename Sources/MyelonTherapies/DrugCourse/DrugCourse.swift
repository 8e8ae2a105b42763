/// A drug given over some time.
public struct DrugCourse: Sendable, Hashable, Codable {
  /// Name within the arm.
  public var name: String
  /// Which drug.
  public var drug: Drug
  /// How it is given; must be one of the drug's routes.
  public var route: DrugRoute
  /// Day after injury of the first dose.
  public var day: Double
  /// Amount of a dose, in the drug's dose unit (mg/kg, or mg or ug where the drug says so).
  public var dose: Double
  /// Hours between doses; 0 for a continuous infusion of `dose` a day.
  public var interval: Double
  /// Days over which doses are given; one dose when shorter than the interval.
  public var duration: Double

  /// Plans a course.
  public init(
    name: String, drug: Drug, route: DrugRoute, day: Double, dose: Double, interval: Double,
    duration: Double
  ) {
    self.name = name
    self.drug = drug
    self.route = route
    self.day = day
    self.dose = dose
    self.interval = interval
    self.duration = duration
  }
}
