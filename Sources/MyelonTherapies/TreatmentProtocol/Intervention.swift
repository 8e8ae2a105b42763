/// One thing that is done to the subject.
public enum Intervention: Sendable, Hashable, Codable {
  /// Grafted cells, or vesicles made by cells, from a product of the library.
  case cells(CellTransplant)
  /// A material put into the lesion.
  case scaffold(ScaffoldImplant)
  /// A factor released or infused locally.
  case release(FactorRelease)
  /// A drug given systemically or intrathecally.
  case drug(DrugCourse)
  /// The safety switch of engineered cells is turned on.
  case safetySwitch(SafetySwitch)
  /// Training of a motor task.
  case training(TrainingCourse)
  /// Electrical stimulation of the cord.
  case stimulation(StimulationCourse)

  /// Day after injury on which the intervention begins.
  public var day: Double {
    switch self {
    case .cells(let cells): cells.day
    case .scaffold(let scaffold): scaffold.day
    case .release(let release): release.day
    case .drug(let drug): drug.day
    case .safetySwitch(let safetySwitch): safetySwitch.day
    case .training(let course): course.day
    case .stimulation(let course): course.day
    }
  }

  /// Whether anything is given: false for a dose, an amount, a time or a current of 0.
  ///
  /// What gives nothing is left out of the course, so that an arm with nothing in it lives the same steps, to the bit, as one
  /// without it. A safety switch acts on cells, so it counts as something. Numbers that cannot be, such as
  /// negative ones, count too: they are refused where the course is made, not passed over.
  public var givesSomething: Bool {
    switch self {
    case .cells(let cells): cells.dose != 0
    case .release(let release): release.amount != 0
    case .drug(let course): course.dose != 0
    case .training(let course): course.minutesPerDay != 0 && course.weeks != 0
    case .stimulation(let course): course.amplitude != 0 && course.weeks != 0
    case .scaffold, .safetySwitch: true
    }
  }

  /// The same intervention begun later.
  ///
  /// - Parameter days: delay; negative begins earlier.
  /// - Returns: the intervention with its day moved, its duration kept.
  public func delayed(by days: Double) -> Intervention {
    switch self {
    case .cells(var cells):
      cells.day += days
      return .cells(cells)
    case .scaffold(var scaffold):
      scaffold.day += days
      return .scaffold(scaffold)
    case .release(var release):
      release.day += days
      return .release(release)
    case .drug(var drug):
      drug.day += days
      return .drug(drug)
    case .safetySwitch(var safetySwitch):
      safetySwitch.day += days
      return .safetySwitch(safetySwitch)
    case .training(var course):
      course.day += days
      return .training(course)
    case .stimulation(var course):
      course.day += days
      return .stimulation(course)
    }
  }

  /// Name by which reports and the leave-one-out table call it; unique within an arm.
  public var name: String {
    switch self {
    case .cells(let cells): cells.name
    case .scaffold(let scaffold): scaffold.name
    case .release(let release): release.name
    case .drug(let drug): drug.name
    case .safetySwitch(let safetySwitch): safetySwitch.name
    case .training(let course): course.name
    case .stimulation(let course): course.name
    }
  }
}
