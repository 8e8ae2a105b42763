/// What an axon of one kind meets in one voxel, for reports and tests.
public struct LocalGrowth: Sendable, Hashable {
  /// Inhibitors over promoters.
  public var ratio: Float
  /// Share of full speed that this ratio allows, a(R).
  public var advance: Float
  /// Speed of a young growth cone, mm/d.
  public var speed: Float
  /// Arrest, 1/mm.
  public var arrest: Float
  /// Restart of an arrested growth cone, 1/d.
  public var restart: Float
  /// Trophic support: promotion by factors and grafted cells.
  public var support: Float
  /// Formation of a synapse on host neurons, 1/d.
  public var hostContact: Float
  /// Formation of a synapse on grafted neurons, 1/d.
  public var graftContact: Float
  /// Sum of the guiding vectors without alignment.
  public var guidance: SIMD3<Float>
  /// Alignment of the substrate along the cord, 0 to 1.
  public var alignment: Float
}

extension GrowthEnvironment {
  /// What an axon meets in a voxel, or nil where no axon grows.
  ///
  /// - Parameters:
  ///   - type: kind of its neuron.
  ///   - voxel: index in the cord's grid.
  /// - Returns: the numbers of the last update.
  public func local(_ type: NeuronType, voxel: Int) -> LocalGrowth? {
    guard rowOf.indices.contains(voxel), rowOf[voxel] >= 0 else { return nil }
    let row = UnsafePointer(row(Int(rowOf[voxel])))
    let cone = cones[Int(type.rawValue)]
    let met = ConeSurroundings(row: row, cone: cone, shared: numbers.shared)
    let local = row[GrowthRow.local]
    let grey = SIMD3(local[GrowthRow.greyX], local[GrowthRow.greyY], 0) * numbers.shared.greyAttraction
    let sensed = SIMD3(
      ConeSurroundings.sum(cone.guidance * row[GrowthRow.guidanceX]),
      ConeSurroundings.sum(cone.guidance * row[GrowthRow.guidanceY]),
      ConeSurroundings.sum(cone.guidance * row[GrowthRow.guidanceZ]))
    return LocalGrowth(
      ratio: met.ratio, advance: met.advance, speed: met.speed,
      arrest: numbers.shared.arrestHazard * (1 - met.advance),
      restart: met.speed > numbers.shared.stallSpeed ? numbers.shared.restartRate * met.advance : 0,
      support: met.support, hostContact: cone.hostContact * local[GrowthRow.hostTarget],
      graftContact: cone.graftContact * local[GrowthRow.graftTarget], guidance: sensed + grey,
      alignment: local[GrowthRow.alignment])
  }
}
