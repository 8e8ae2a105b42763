import MyelonAnatomy

extension ConnectionGraph {
  /// A group of neurons.
  public struct Node: Sendable, Hashable {
    /// What the neurons are.
    public enum Kind: Sendable, Hashable {
      /// Neurons of the brain whose axons run in a tract of a side of the cord.
      case brain(Tract, Side)
      /// Propriospinal neurons above the lesion whose own axons were cut.
      case propriospinal(Side)
      /// Sensory neurons whose axons run in a tract of a side of the cord.
      case sensory(Tract, Side)
      /// Grafted neurons of a transplant on one side.
      case graft(Int, Side)
      /// Interneurons and propriospinal neurons of a segment, above or below the lesion.
      case interneurons(segment: Int, side: Side, isBelow: Bool)
      /// Neurons of a dorsal horn above the lesion, on the way to the brain.
      case dorsalHorn(segment: Int, side: Side)
      /// Motoneurons of a segment below the lesion.
      case pool(segment: Int, side: Side)
      /// Where a tract of a side of the cord ends in the brain.
      case brainstem(Tract, Side)
    }

    /// What the neurons are.
    public let kind: Kind
    /// Name for tables and files, such as `motor pool L3 left`.
    public let name: String
    /// True for a node that saturates as `1 - e^(-x)`; false for one that follows its input up to 1.
    public let isSaturating: Bool

    /// Makes a node.
    public init(kind: Kind, name: String, isSaturating: Bool = false) {
      self.kind = kind
      self.name = name
      self.isSaturating = isSaturating
    }

    /// Whether the node drives a flow in a direction.
    func drives(_ direction: Direction) -> Bool {
      switch (kind, direction) {
      case (.brain, .descending), (.sensory, .ascending): true
      default: false
      }
    }

    /// Whether paths of a direction end here.
    func ends(_ direction: Direction) -> Bool {
      switch (kind, direction) {
      case (.pool, .descending), (.brainstem, .ascending): true
      default: false
      }
    }
  }

  /// Which sources drive a flow.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// From the brain to the motor pools.
    case descending
    /// From sensory fibres to the brain.
    case ascending
  }
}
