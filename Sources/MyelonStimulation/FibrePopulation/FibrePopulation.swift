import MyelonAnatomy

/// Fibres of one class that run together: a few paths and diameters that stand for all of them.
public struct FibrePopulation: Sendable, Hashable {
  /// One combination of path and diameter.
  public struct Sample: Sendable, Hashable {
    /// Index of the path in `paths`.
    public let path: Int
    /// Fibre diameter, um.
    public let diameter: Double
    /// Part of the population that it stands for; the samples add up to 1.
    public let weight: Double
  }

  /// Kind of fibre.
  public let fibreClass: FibreClass
  /// Segment of the root, or nil for fibres of a tract.
  public let segment: String?
  /// Side of the body.
  public let side: Side
  /// Courses, each of the same weight.
  public let paths: [FibrePath]
  /// Landmarks of the courses of roots, in the order of `paths`; empty for fibres of a tract.
  public let landmarks: [RootPath]
  /// Distribution of diameters.
  public let distribution: DiameterDistribution
  /// Diameters of classes of equal weight, um, rising.
  public let diameters: [Double]
  /// The model of a fibre to use.
  public let model: FibreModel
  /// Number of fibres that the population stands for.
  public let count: Double

  /// Every path with every diameter.
  public var samples: [Sample] {
    let weight = 1 / Double(paths.count * diameters.count)
    return paths.indices.flatMap { path in
      diameters.map { Sample(path: path, diameter: $0, weight: weight) }
    }
  }

  /// The model of fibre that a class takes.
  ///
  /// Thick fibres take the interpolated double cable (2 to 16 um), thin myelinated ones the small-fibre
  /// model, C fibres and regenerated axons the unmyelinated model, until they have myelin.
  public static func model(of fibreClass: FibreClass, species: Species) -> FibreModel {
    switch fibreClass {
    case .groupI, .groupII, .alphaMotor, .dorsalColumn: .mrgInterpolated
    case .smallAfferent, .gammaMotor: .smallMyelinated
    case .corticospinal: species == .human ? .mrgInterpolated : .smallMyelinated
    case .unmyelinatedAfferent, .regenerated: .unmyelinated
    }
  }

  /// Diameters to which a class is cut, um: its textbook range, inside what its fibre model covers.
  public static func diameterRange(of fibreClass: FibreClass, species: Species) -> ClosedRange<Double> {
    let isRat = species == .rat
    switch fibreClass {
    case .groupI: return isRat ? 8...13 : 10...16
    case .groupII: return isRat ? 4...9 : 6...12
    case .smallAfferent: return 1.2...5
    case .unmyelinatedAfferent: return 0.2...1.5
    case .alphaMotor: return isRat ? 6...12 : 8...16
    case .gammaMotor: return 2...5
    case .dorsalColumn: return isRat ? 2...8 : 5...14
    case .corticospinal: return isRat ? 1.05...5 : 2...16
    case .regenerated: return 0.15...1.7
    }
  }
}
