/// Measures of a myelinated fibre of uniform structure.
public struct FibreMorphology: Sendable, Hashable, Codable {
  /// Outer diameter of the myelin D, um.
  public var fibreDiameter: Double
  /// From the beginning of one node to that of the next, um.
  public var internodeLength: Double
  /// Length of the fluted paranode beside the attachment of myelin L_f, um.
  public var flutedLength: Double
  /// Diameter of the axon between nodes d_a, um.
  public var axonDiameter: Double
  /// Diameter of node and myelin attachment d_n, um.
  public var nodeDiameter: Double
  /// Number of myelin lamellae n_l, each of two membranes; need not be whole.
  public var lamellae: Double

  /// Makes a morphology from its measures, um.
  public init(
    fibreDiameter: Double, internodeLength: Double, flutedLength: Double, axonDiameter: Double,
    nodeDiameter: Double, lamellae: Double
  ) {
    self.fibreDiameter = fibreDiameter
    self.internodeLength = internodeLength
    self.flutedLength = flutedLength
    self.axonDiameter = axonDiameter
    self.nodeDiameter = nodeDiameter
    self.lamellae = lamellae
  }

  /// Measures of a healthy fibre of one of the myelinated models.
  ///
  /// - Parameters:
  ///   - model: a myelinated model.
  ///   - diameter: fibre diameter, um.
  /// - Returns: its morphology.
  /// - Throws: ``FibreError`` when the model does not reach to that diameter or has no myelin.
  public static func healthy(_ model: FibreModel, diameter: Double) throws(FibreError) -> FibreMorphology {
    guard diameter.isFinite, model.diameters.contains(diameter) else {
      throw .diameterOutOfRange(model: model, found: diameter, allowed: model.diameters)
    }
    switch model {
    case .mrgDiscrete: return try tabulated(diameter)
    case .mrgInterpolated: return interpolated(diameter)
    case .smallMyelinated: return small(diameter)
    case .unmyelinated, .unmyelinatedSquid:
      throw .impossibleMorphology(
        quantity: "number of lamellae of the model \(model.rawValue)", found: 0, unit: "",
        required: "above 0; it has no myelin")
    }
  }
}

extension FibreMorphology {
  /// The tables of McIntyre and others 2002 (5.7 to 16 um), 2004 (2 um) and of the 1 um extension (doi:10.1088/1741-2552/aa6a5f).
  private static let table: [FibreMorphology] = [
    row(1.0, 100, 5, 0.8, 0.7, 15), row(2.0, 200, 10, 1.6, 1.4, 30), row(5.7, 500, 35, 3.4, 1.9, 80),
    row(7.3, 750, 38, 4.6, 2.4, 100), row(8.7, 1000, 40, 5.8, 2.8, 110), row(10.0, 1150, 46, 6.9, 3.3, 120),
    row(11.5, 1250, 50, 8.1, 3.7, 130), row(12.8, 1350, 54, 9.2, 4.2, 135),
    row(14.0, 1400, 56, 10.4, 4.7, 140),
    row(15.0, 1450, 58, 11.5, 5.0, 145), row(16.0, 1500, 60, 12.7, 5.5, 150),
  ]

  /// Fibre diameters of the discrete model, um.
  public static var tabulatedDiameters: [Double] { table.map(\.fibreDiameter) }

  private static func row(
    _ diameter: Double, _ internode: Double, _ fluted: Double, _ axon: Double, _ node: Double,
    _ lamellae: Double
  ) -> FibreMorphology {
    FibreMorphology(
      fibreDiameter: diameter, internodeLength: internode, flutedLength: fluted, axonDiameter: axon,
      nodeDiameter: node, lamellae: lamellae)
  }

  private static func tabulated(_ diameter: Double) throws(FibreError) -> FibreMorphology {
    if let match = table.first(where: { abs($0.fibreDiameter - diameter) < 1e-9 }) { return match }
    let nearest = tabulatedDiameters.min { abs($0 - diameter) < abs($1 - diameter) } ?? diameter
    throw .diameterNotTabulated(found: diameter, nearest: nearest)
  }

  /// Polynomials of Musselman and others 2021 through the tables.
  private static func interpolated(_ diameter: Double) -> FibreMorphology {
    let square = diameter * diameter
    let internode =
      diameter >= 5.643
      ? -8.215 * square + 272.4 * diameter - 780.2
      : 81.08 * diameter + 37.84
    return FibreMorphology(
      fibreDiameter: diameter, internodeLength: internode,
      flutedLength: -0.1652 * square + 6.354 * diameter - 0.2862,
      axonDiameter: 0.02361 * square + 0.3673 * diameter + 0.7122,
      nodeDiameter: 0.01093 * square + 0.1008 * diameter + 1.099,
      lamellae: -0.4749 * square + 16.85 * diameter - 0.7648)
  }

  /// Regressions of Peña and others 2024; the number of lamellae is whole.
  private static func small(_ diameter: Double) -> FibreMorphology {
    let square = diameter * diameter
    let axon = 0.553 * diameter - 0.024
    return FibreMorphology(
      fibreDiameter: diameter, internodeLength: -3.22 * square + 148 * diameter - 128,
      flutedLength: -0.171 * square + 6.48 * diameter - 0.935, axonDiameter: axon,
      nodeDiameter: 0.321 * axon + 0.37, lamellae: (17.4 * axon - 1.74).rounded(.down))
  }
}
