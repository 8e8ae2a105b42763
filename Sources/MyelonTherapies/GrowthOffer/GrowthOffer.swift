import MyelonFields
import MyelonLesion

/// What a treatment offers to growing axons at one time, besides what its cells and materials do through the fields.
///
/// Voxel arrays are in grid order; empty where the treatment offers nothing of the kind.
public struct GrowthOffer: Sendable, Hashable {
  /// Alignment along the cord, 0 to 1: share of scaffold left times the alignment that an axon meets in it.
  public var alignment: [Float] = []
  /// Adhesion, 0 to 1: share of scaffold left times the adhesion that an axon meets in it.
  public var adhesion: [Float] = []
  /// Share of each voxel that connective tissue fills in the core of wide channels.
  public var fibrousFill: [Float] = []
  /// Channels in a section of the channelled scaffold, and the slice at its middle; nil without channels.
  public var channels: Channels?
  /// Promotion by grafted cells that are no neurons, 0 to 1.
  public var support: [Float] = []
  /// What cells and vesicles release that lets spared axons about them sprout, 0 to 1.
  public var sprouting: [Float] = []
  /// Mature myelin-forming grafted cells, relative to the 10,000 a mm3 for which `remyelination` is stated.
  public var myelin: [Float] = []
  /// Living grafted neurons of each transplant in each voxel, cells.
  public var neurons: [[Float]] = []
  /// Share of the neurons of each transplant that send out an axon.
  public var extending: [Double] = []
  /// Axons of each transplant if all placed cells lived and chose their fates, at least 0.
  public var axonCapacity: [Double] = []
  /// Growth of corticospinal axons into the grafted neurons relative to other axons, mean over living neurons.
  public var spinalIdentity = 1.0

  /// The channels of a scaffold.
  public struct Channels: Sendable, Hashable {
    /// Channels side by side, by area, not a whole number.
    public var count: Double
    /// Share of the section that is channel.
    public var openShare: Double
    /// Slice of the voxel model at the middle of the scaffold.
    public var slice: Int

    /// Describes the channels of a scaffold.
    public init(count: Double, openShare: Double, slice: Int) {
      self.count = count
      self.openShare = openShare
      self.slice = slice
    }
  }

  /// Nothing.
  public init() {}
}
