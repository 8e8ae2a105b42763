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

/// How a drug is given.
public enum DrugRoute: String, Sendable, Hashable, Codable, CaseIterable {
  /// Into a vein.
  case intravenous
  /// Into the peritoneum (animals).
  case intraperitoneal
  /// Under the skin.
  case subcutaneous
  /// By mouth.
  case oral
  /// Into the cerebrospinal fluid.
  case intrathecal
}

/// The drugs that the model knows.
public enum Drug: String, Sendable, Hashable, Codable, CaseIterable {
  /// Methylprednisolone sodium succinate.
  case methylprednisolone
  /// Minocycline.
  case minocycline
  /// Riluzole.
  case riluzole
  /// Tacrolimus (FK506).
  case tacrolimus
  /// Ciclosporin.
  case ciclosporin
  /// Antibody against the CD11d subunit of a leukocyte integrin.
  case antiCD11d = "anti-CD11d"
  /// Interleukin 10.
  case interleukin10 = "IL-10"
  /// Antibody against Nogo-A.
  case antiNogo = "anti-Nogo-A"
  /// Chondroitinase ABC.
  case chondroitinase
}
