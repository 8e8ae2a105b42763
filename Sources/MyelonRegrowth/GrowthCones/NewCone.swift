/// A growth cone to be added.
public struct NewCone: Sendable, Hashable {
  /// Kind of its neuron.
  public var type: NeuronType
  /// Code of where it comes from, given by the caller and handed back with the agent and its branches.
  public var origin: UInt16
  /// Where it begins, mm in cord coordinates; moved into the nearest voxel of cord when it lies outside.
  public var position: SIMD3<Float>
  /// Direction, of any length but zero; zero counts as caudal.
  public var direction: SIMD3<Float>
  /// Axons that it stands for.
  public var axons: Float
  /// Day after injury on which it sprouts.
  public var day: Double

  /// Describes a growth cone.
  public init(
    type: NeuronType, origin: UInt16, position: SIMD3<Float>, direction: SIMD3<Float>, axons: Float = 1,
    day: Double = 0
  ) {
    self.type = type
    self.origin = origin
    self.position = position
    self.direction = direction
    self.axons = axons
    self.day = day
  }
}
