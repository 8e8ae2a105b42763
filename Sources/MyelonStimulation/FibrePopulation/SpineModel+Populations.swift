import MyelonAnatomy
import MyelonQuantities

extension SpineModel {
  /// The fibres of one class in a root.
  ///
  /// - Parameters:
  ///   - fibreClass: an afferent class for the dorsal, a motor class for the ventral root.
  ///   - segment: name of the segment.
  ///   - side: side of the body.
  ///   - quantiles: number of diameters.
  ///   - course: what the anatomy leaves open; nil takes the standard course.
  /// - Returns: the population, one path a rootlet.
  /// - Throws: `SpinalRootError`; a class that does not run in roots is a programming fault.
  public func population(
    _ fibreClass: FibreClass, ofRoot segment: String, side: Side, quantiles: Int = 7,
    course: RootCourse? = nil
  ) throws(SpinalRootError) -> FibrePopulation {
    let root = try root(fibreClass.root, of: segment, side: side, course: course)
    return try population(
      fibreClass, segment: segment, side: side, paths: root.rootlets.map(\.path), landmarks: root.rootlets,
      quantiles: quantiles, count: fibreCount(fibreClass, segment: anatomy.segments[root.segmentIndex]))
  }

  /// Fibres of a class along given paths: of a tract, or regenerated.
  ///
  /// - Parameters:
  ///   - fibreClass: class, which decides diameters and fibre model.
  ///   - paths: courses, at least one, each of the same weight.
  ///   - side: side of the body.
  ///   - count: number of fibres that the population stands for.
  ///   - quantiles: number of diameters.
  /// - Returns: the population.
  /// - Throws: `SpinalRootError.tooFew`.
  public func population(
    _ fibreClass: FibreClass, along paths: [FibrePath], side: Side, count: Double, quantiles: Int = 7
  ) throws(SpinalRootError) -> FibrePopulation {
    try population(
      fibreClass, segment: nil, side: side, paths: paths, landmarks: [], quantiles: quantiles, count: count)
  }

  /// The large superficial fibres of the dorsal columns of one side.
  ///
  /// Paths at depths of 0.1 and 0.25 mm (rat: a fifth), where fibres are activated (Feirabend et al. 2002),
  /// at a fifth, a half and four fifths of the way from the midline to the dorsolateral sulcus. The count is
  /// that of the source's strip of 0.3 mm: a tenth of 13 600.
  ///
  /// - Parameters:
  ///   - side: side of the cord.
  ///   - start: rostral end, mm.
  ///   - end: caudal end, mm.
  ///   - quantiles: number of diameters.
  /// - Returns: the population.
  /// - Throws: `SpinalRootError`.
  public func dorsalColumnPopulation(
    side: Side, from start: Double, to end: Double, quantiles: Int = 7
  ) throws(SpinalRootError) -> FibrePopulation {
    guard start.isFinite, end.isFinite, start < end else { throw .emptyStretch(from: start, to: end) }
    let middle = 0.5 * (start + end)
    let sulcus =
      anatomy.dorsalAttachment(atZ: middle).lateral * 0.5 * anatomy.crossSection(atZ: middle).lateral
    let scale = species == .human ? 1.0 : 0.2
    var paths: [FibrePath] = []
    for share in [0.2, 0.5, 0.8] {
      for depth in [0.1, 0.25] {
        paths.append(
          try dorsalColumnPath(
            depth: depth * scale, lateral: Double(side.sign) * share * sulcus, from: start, to: end))
      }
    }
    return try population(.dorsalColumn, along: paths, side: side, count: 1360, quantiles: quantiles)
  }

  /// The main corticospinal tract of one side: lateral in people, in the dorsal columns in the rat.
  ///
  /// The count is the census of the pyramid, all of it still in the tract at the rostral end.
  ///
  /// - Parameters:
  ///   - side: side of the cord.
  ///   - start: rostral end, mm.
  ///   - end: caudal end, mm.
  ///   - quantiles: number of diameters.
  /// - Returns: the population.
  /// - Throws: `SpinalRootError`.
  public func corticospinalPopulation(
    side: Side, from start: Double, to end: Double, quantiles: Int = 7
  ) throws(SpinalRootError) -> FibrePopulation {
    let tract: Tract = species == .human ? .lateralCorticospinal : .dorsalCorticospinal
    let path = try tractPath(tract, side: side, from: start, to: end)
    return try population(
      .corticospinal, along: [path], side: side, count: species == .human ? 700_000 : 200_000,
      quantiles: quantiles)
  }

  /// Diameters of a class.
  public func diameters(of fibreClass: FibreClass) -> DiameterDistribution {
    let id = fibreClass.diameterIdentifier
    return DiameterDistribution(
      mean: parameters[id], deviation: parameters[id + "_sd"],
      range: FibrePopulation.diameterRange(of: fibreClass, species: species))
  }

  private func population(
    _ fibreClass: FibreClass, segment: String?, side: Side, paths: [FibrePath], landmarks: [RootPath],
    quantiles: Int,
    count: Double
  ) throws(SpinalRootError) -> FibrePopulation {
    guard quantiles >= 1 else { throw .tooFew(what: "quantiles", found: quantiles) }
    guard !paths.isEmpty else { throw .tooFew(what: "paths", found: 0) }
    let distribution = diameters(of: fibreClass)
    return FibrePopulation(
      fibreClass: fibreClass, segment: segment, side: side, paths: paths, landmarks: landmarks,
      distribution: distribution, diameters: distribution.quantiles(quantiles),
      model: FibrePopulation.model(of: fibreClass, species: species), count: count)
  }

  /// Number of fibres of a class in the root of a segment.
  private func fibreCount(_ fibreClass: FibreClass, segment: SpinalSegment) -> Double {
    let alpha = MotoneuronCensus.count(segment, species).alpha
    let isEnlarged = alpha >= (species == .human ? 4000 : 700)
    let size = isEnlarged ? 1 : parameters["count_outside_enlargements"]
    switch fibreClass {
    case .alphaMotor: return alpha
    case .gammaMotor: return alpha * parameters["gamma_share"]
    case .groupI: return size * parameters["count_group_I"]
    case .groupII: return size * parameters["count_group_II"]
    case .smallAfferent: return size * parameters["count_A_delta"]
    case .unmyelinatedAfferent: return size * parameters["count_C"]
    case .dorsalColumn, .corticospinal, .regenerated: return 0
    }
  }
}

extension FibreClass {
  /// The root that a class runs in; classes of tracts do not run in roots.
  public var root: SpinalRoot.Kind {
    switch self {
    case .groupI, .groupII, .smallAfferent, .unmyelinatedAfferent: .dorsal
    case .alphaMotor, .gammaMotor: .ventral
    case .dorsalColumn, .corticospinal, .regenerated:
      preconditionFailure("\(title) do not run in a root: make their population along paths")
    }
  }

  /// Whether the class runs in roots.
  public var runsInRoots: Bool {
    switch self {
    case .groupI, .groupII, .smallAfferent, .unmyelinatedAfferent, .alphaMotor, .gammaMotor: true
    case .dorsalColumn, .corticospinal, .regenerated: false
    }
  }

  var diameterIdentifier: String {
    switch self {
    case .groupI: "diameter_group_I"
    case .groupII: "diameter_group_II"
    case .smallAfferent: "diameter_A_delta"
    case .unmyelinatedAfferent: "diameter_C"
    case .alphaMotor: "diameter_alpha_motor"
    case .gammaMotor: "diameter_gamma_motor"
    case .dorsalColumn: "diameter_dorsal_column"
    case .corticospinal: "diameter_corticospinal"
    case .regenerated: "diameter_regenerated"
    }
  }
}
