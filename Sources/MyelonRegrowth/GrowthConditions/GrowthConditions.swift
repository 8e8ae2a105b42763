import MyelonAnatomy

/// What therapies offer to growing axons during a step, apart from what the cord's own fields already say.
///
/// Neurotrophins, chondroitinase, anti-Nogo-A, scaffold volume and graft volume are fields of the cord; this holds the
/// rest. Voxel arrays are in grid order; an empty array stands for zero everywhere.
public struct GrowthConditions: Sendable {
  /// Alignment along the cord of what axons grow on, 0 (none) to 1 (straight), weighted with the scaffold left.
  public var alignment: [Float] = []
  /// Channels side by side in a channelled scaffold; 0 without channels.
  public var channelCount = 0.0
  /// Share of the scaffold's section that is channel: an axon that meets a wall goes no further; 1 without channels.
  public var channelOpenShare: Float = 1
  /// Share of each voxel that connective tissue fills in the core of wide channels.
  public var fibrousFill: [Float] = []
  /// Slice at the middle of that scaffold.
  public var channelSlice = 0
  /// Adhesion that scaffolds offer, 0 (inert) to 1 (laminin), weighted with the scaffold left.
  public var adhesion: [Float] = []
  /// Promotion of growth by grafted cells that are no neurons (Schwann, glia, mesenchymal), 0 to 1.
  public var graftSupport: [Float] = []
  /// What grafted cells and vesicles release that lets spared axons about them sprout, 0 to 1.
  public var sproutingSupport: [Float] = []
  /// Whether anything may permit spared axons to sprout; false saves the reading of the fields.
  public var mayPermitSprouting = true
  /// Living grafted neurons a mm3 of cord: a substrate and a target, for corticospinal axons too.
  public var graftNeurons: [Float] = []
  /// Growth of corticospinal axons into grafted neurons, relative to other host axons, 0 to 1.
  public var spinalIdentity: Float = 1
  /// Names of the transplants placed so far.
  public var graftNames: [String] = []
  /// Living neurons of each transplant, by voxel.
  public var graftCells: [[Float]] = []
  /// Axons that the living neurons of each transplant can have, by voxel.
  public var graftAxons: [[Float]] = []
  /// Axons that each transplant would have if all placed cells lived; sets how many one growth cone stands for.
  public var graftAxonCapacity: [Double] = []
  /// Grafted myelin-forming cells, relative to what remyelinates at full rate.
  public var graftMyelin: [Float] = []
  /// Factor of drugs on the growth of neurites, 1 without.
  public var neuriteFactor: Float = 1
  /// Factor of the subject's age on the growth of host axons, 1 in a young adult.
  public var ageFactor: Float = 1
  /// Practice of each task during the step, by `MotorTask.rawValue`: 0 none, 1 saturating daily dose.
  public var practice: [Float] = [Float](repeating: 0, count: MotorTask.allCases.count)
  /// Excitability of the circuits of each task by electrical stimulation while it is on, fold; 1 without.
  public var excitability: [Float] = [Float](repeating: 1, count: MotorTask.allCases.count)

  /// No therapy.
  public init() {}
}
