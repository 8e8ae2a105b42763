import MyelonAnatomy

extension ConnectionGraph {
  /// A connection from one group of neurons to another.
  public struct Edge: Sendable, Hashable {
    /// What the connection is made of.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Axons that the injury has spared.
      case spared
      /// Regrown axons on a target beyond the lesion.
      case regenerated
      /// Collaterals of cut axons on neurons above the lesion.
      case collateral
      /// Axons of the host on grafted neurons.
      case graftInput
      /// Axons of grafted neurons on the host.
      case graftOutput
      /// Spared fibres of propriospinal neurons.
      case propriospinal
      /// Synapses within a segment.
      case local
      /// New synapses on wrong neurons.
      case misdirected
    }

    /// Index of the node where it starts.
    public let source: Int
    /// Index of the node where it ends.
    public let target: Int
    /// What it is made of.
    public let kind: Kind
    /// Route that flow through this edge belongs to from here on; nil keeps the route it came on.
    public let route: Route?
    /// Axons, 0 where they are not counted.
    public let axons: Double
    /// Mean efficacy of their synapses, 0 to 1.
    public let efficacy: Double
    /// Input to the target when the source is fully active.
    public let weight: Double
    /// Conduction and synaptic delay, ms.
    public let delay: Double

    /// Makes an edge.
    ///
    /// - Parameters:
    ///   - source: index of the node where it starts.
    ///   - target: index of the node where it ends.
    ///   - kind: what it is made of.
    ///   - route: route of its flow, nil to keep the route that the flow came on.
    ///   - axons: axons, 0 where they are not counted.
    ///   - efficacy: mean efficacy of their synapses.
    ///   - weight: input to the target when the source is fully active, at least 0.
    ///   - delay: ms.
    public init(
      source: Int, target: Int, kind: Kind, route: Route? = nil, axons: Double = 0, efficacy: Double = 1,
      weight: Double, delay: Double = 0
    ) {
      self.source = source
      self.target = target
      self.kind = kind
      self.route = route
      self.axons = axons
      self.efficacy = efficacy
      self.weight = weight
      self.delay = delay
    }
  }

  /// How activation has come past the lesion.
  public enum Route: Sendable, Hashable {
    /// Not past it yet, or along spared axons only.
    case spared
    /// Through grafted neurons.
    case relayed
    /// Through the host's propriospinal neurons.
    case detoured
    /// Along regrown axons of a tract.
    case regenerated(Tract)

    static let count = 3 + Tract.count

    var index: Int {
      switch self {
      case .spared: 0
      case .relayed: 1
      case .detoured: 2
      case .regenerated(let tract): 3 + Int(tract.rawValue)
      }
    }
  }
}
