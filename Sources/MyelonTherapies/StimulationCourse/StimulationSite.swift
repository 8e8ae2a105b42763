import MyelonAnatomy

/// Segments under the electrodes of a stimulator.
public enum StimulationSite: Sendable, Hashable, Codable {
  /// The cervical enlargement.
  case cervical
  /// The lumbosacral enlargement.
  case lumbosacral
  /// One segment of the cord (not a vertebra), such as `L2`.
  case segment(String)

  /// Makes a site from its name in scenario files: an enlargement or a segment.
  public init(name: String) {
    switch name {
    case "cervical": self = .cervical
    case "lumbosacral": self = .lumbosacral
    default: self = .segment(name)
    }
  }

  /// Name in scenario files.
  public var name: String {
    switch self {
    case .cervical: "cervical"
    case .lumbosacral: "lumbosacral"
    case .segment(let segment): segment
    }
  }

  /// The task whose circuits lie under the electrodes.
  public var task: MotorTask {
    switch self {
    case .cervical: .reaching
    case .lumbosacral: .stepping
    case .segment(let segment): MotorTask.served(by: segment)
    }
  }

  /// Names of the sites at which a species may be stimulated: both enlargements, and their segments.
  ///
  /// Segments of the trunk are left out, because the circuits of no task lie there: the lumbosacral enlargement of a
  /// person lies under the vertebrae T10 to L1, and a file that names these means segments L1 to S5.
  public static func names(in species: Species) -> [String] {
    let counts = species == .rat ? [("L", 6), ("S", 4)] : [("L", 5), ("S", 5)]
    let lumbosacral = counts.flatMap { letter, count in (1...count).map { "\(letter)\($0)" } }
    return ["cervical", "lumbosacral"] + (1...8).map { "C\($0)" } + ["T1"] + lumbosacral
  }
}
