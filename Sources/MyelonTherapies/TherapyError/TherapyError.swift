import MyelonAnatomy

/// A treatment that cannot be carried out as planned.
public enum TherapyError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No drug has this name.
  case unknownDrug(name: String, nearest: String?, known: [String])
  /// No route has this name.
  case unknownRoute(name: String, nearest: String?, known: [String])
  /// The drug is not given by this route in this species.
  case routeNotAllowed(course: String, drug: Drug, route: DrugRoute, species: Species, allowed: [DrugRoute])
  /// The dose lies outside what is given of this drug.
  case doseNotAllowed(course: String, drug: Drug, dose: Double, unit: String, allowed: ClosedRange<Double>)
  /// A number of an intervention lies outside what it may be; `unit` is empty for a pure number.
  case invalidValue(
    intervention: String, quantity: String, value: Double, unit: String, allowed: ClosedRange<Double>)
  /// A release names a scaffold that the arm does not hold, or that is not in place when the release begins.
  case missingScaffold(release: String, scaffold: String)
  /// A place lies outside the simulated window of the cord.
  case outsideWindow(intervention: String, position: Double, window: ClosedRange<Double>)
  /// A place lies inside the window but not in the cord.
  case outsideCord(intervention: String, site: InjectionSite, distance: Double)
  /// The lesion holds no dead or fluid-filled space for a scaffold.
  case noSpace(scaffold: String, day: Double)
  /// No numbers are known of this kind of stimulation in this species.
  case stimulationNotAllowed(
    course: String, kind: StimulationKind, species: Species, allowed: [StimulationKind])
  /// No circuits of a task lie under electrodes at this site.
  case siteNotAllowed(course: String, site: String, allowed: [String])
  /// Nobody computed what the electrodes of a course recruit.
  case recruitmentMissing(course: String)
  /// A stored state of a therapy cannot be read.
  case damagedCheckpoint(component: String, problem: String)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .unknownDrug(let name, let nearest, let known):
      return Self.unknown("drug", name, nearest, known)
    case .unknownRoute(let name, let nearest, let known):
      return Self.unknown("route", name, nearest, known)
    case .routeNotAllowed(let course, let drug, let route, let species, let allowed):
      return "Course '\(course)': \(drug.rawValue) is given to a \(species.rawValue) by "
        + "\(Self.list(allowed.map(\.rawValue))); found \(route.rawValue)."
    case .doseNotAllowed(let course, let drug, let dose, let unit, let allowed):
      return "Course '\(course)': a dose of \(drug.rawValue) must lie between \(allowed.lowerBound) and "
        + "\(allowed.upperBound) \(unit); found \(dose) \(unit)."
    case .invalidValue(let intervention, let quantity, let value, let unit, let allowed):
      let unit = unit.isEmpty ? "" : " \(unit)"
      return "'\(intervention)': \(quantity) must lie between \(allowed.lowerBound) and "
        + "\(allowed.upperBound)\(unit); found \(value)\(unit)."
    case .missingScaffold(let release, let scaffold):
      return
        "Release '\(release)' needs the scaffold '\(scaffold)' in the same arm, in place when release begins; "
        + "none was found. Add the scaffold or correct the name or the day."
    case .outsideWindow(let intervention, let position, let window):
      return "'\(intervention)' lies at z = \(position) mm and must lie inside the simulated window "
        + "\(window.lowerBound)-\(window.upperBound) mm; widen the window or move it."
    case .outsideCord(let intervention, let site, let distance):
      return
        "'\(intervention)': the site (axial \(site.axial), lateral \(site.lateral), dorsal \(site.dorsal) mm) "
        + "must lie in the cord; it lies \(distance) mm away from it. Move the site."
    case .noSpace(let scaffold, let day):
      return
        "Scaffold '\(scaffold)' needs dead or fluid-filled space in the lesion on day \(day); none was found. "
        + "Implant it later or plan a block."
    case .stimulationNotAllowed(let course, let kind, let species, let allowed):
      return "Stimulation '\(course)': a \(species.rawValue) is stimulated by the kind "
        + "\(Self.list(allowed.map(\.rawValue))); found \(kind.rawValue)."
    case .siteNotAllowed(let course, let site, let allowed):
      return "Stimulation '\(course)': the site must be an enlargement or one of its segments "
        + "(\(Self.list(allowed))); found '\(site)'. Segments of the cord are meant, not vertebrae."
    case .recruitmentMissing(let course):
      return
        "Stimulation '\(course)': the fibres that its electrodes recruit must be computed before the run; found none. "
        + "Give the context a recruitment for every stimulation setting of the plan."
    case .damagedCheckpoint(let component, let problem):
      return "The stored state of '\(component)' must be whole and of this cord; found \(problem). "
        + "Resume from an earlier checkpoint."
    }
  }

  private static func unknown(_ kind: String, _ name: String, _ nearest: String?, _ known: [String]) -> String
  {
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? "."
    return "No \(kind) is called '\(name)'\(hint) Known: \(list(known))."
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// Throws when a number is not finite or lies outside its range.
  static func check(
    _ value: Double, _ quantity: String, _ unit: String, in allowed: ClosedRange<Double>,
    of intervention: String
  ) throws(TherapyError) {
    guard value.isFinite, allowed.contains(value) else {
      throw .invalidValue(
        intervention: intervention, quantity: quantity, value: value, unit: unit, allowed: allowed)
    }
  }
}
