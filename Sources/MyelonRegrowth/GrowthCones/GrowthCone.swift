/// One growth cone and its axon as they are now.
public struct GrowthCone: Sendable, Hashable {
  /// Number that no other agent of the run has.
  public var id: UInt32
  /// Kind of its neuron.
  public var type: NeuronType
  /// Code of where it comes from, as given when it was added.
  public var origin: UInt16
  /// Axons that it stands for; a branch belongs to the same axons as its parent.
  public var axons: Float
  /// What it is doing.
  public var state: GrowthState
  /// Slot of the agent from which it branched, nil for an axon's first growth cone.
  public var parent: Int?
  /// Its tip inside the window, mm in cord coordinates; where it left when it has.
  public var position: SIMD3<Float>
  /// Unit vector of its direction.
  public var direction: SIMD3<Float>
  /// Distance that it has grown beyond the window, mm; 0 inside.
  public var beyond: Float
  /// z of its tip, mm in cord coordinates, beyond the window too.
  public var reach: Float
  /// Length from where the axon began to sprout to its tip, mm, a branch's with its parent's up to the branch.
  public var length: Float
  /// Day after injury on which it sprouted or branched.
  public var bornDay: Float
  /// Voxel of the target it is connected to, nil when it is not or lies beyond the window.
  public var connectedVoxel: Int?
  /// Day after injury on which it connected, nil when it is not connected.
  public var connectedDay: Float?
  /// What it is connected to, nil when it is not.
  public var target: GrowthTarget?
  /// Efficacy of its synapse, 0 to 1, as set by the caller.
  public var efficacy: Float
  /// Share of it that is myelinated.
  public var myelin: Float
  /// Trophic support that it has come to need, in units of promotion.
  public var need: Float
  /// True where its tip lies in a scaffold or graft: an arrested one is trapped there.
  public var isInImplant: Bool

  /// Arrested inside a scaffold or graft that it cannot leave.
  public var isTrapped: Bool { state == .arrested && isInImplant }
}
