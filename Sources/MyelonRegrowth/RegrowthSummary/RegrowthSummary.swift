/// What has grown by one time, in numbers of axons, for tables, plots and reports.
public struct RegrowthSummary: Sendable, Hashable, Codable {
  /// What has become of the axons of one kind of neuron.
  public struct Population: Sendable, Hashable, Codable {
    /// Name of the neuron type, `NeuronType.name`.
    public var neuron: String
    /// Axons that a growth cone of this kind stands for, mean.
    public var axonsPerAgent: Double
    /// Axons that are cut (grafted neurons: neurons that can send an axon).
    public var cut: Double
    /// Axons that have sent out a growth cone so far.
    public var sprouted: Double
    /// Axons that are growing now.
    public var growing: Double
    /// Axons that stand still in tissue.
    public var arrested: Double
    /// Axons that stand still in a graft or a scaffold.
    public var trapped: Double
    /// Axons that are being taken back.
    public var retracting: Double
    /// Axons that have formed a synapse on a host target.
    public var connectedToHost: Double
    /// Axons that have formed a synapse on a grafted neuron.
    public var connectedToGraft: Double
    /// Axons that have left the window of the cord.
    public var left: Double
    /// Axons that had grown and are gone.
    public var withdrawn: Double
    /// Axons by distance: those that reach at least `distances[i]` mm beyond the lesion's end, in the direction in
    /// which the type runs (grafted: caudally).
    public var beyond: [Double]
    /// Grafted neurons only: the same rostrally; empty for others.
    public var beyondRostrally: [Double]
    /// Mean growth of axons that are there, mm.
    public var meanLength: Double
    /// Longest growth of axons that are there, mm.
    public var longest: Double
    /// How far the farthest axon lies beyond the lesion, mm; 0 when none does.
    public var farthest: Double
    /// Day on which the first axon formed a synapse beyond the lesion, nil when none did.
    public var firstArrival: Double?
    /// Share of the new axons that are myelinated.
    public var myelinated: Double

    /// An empty population.
    public init(neuron: String, distances: Int) {
      self.neuron = neuron
      axonsPerAgent = 0
      cut = 0
      sprouted = 0
      growing = 0
      arrested = 0
      trapped = 0
      retracting = 0
      connectedToHost = 0
      connectedToGraft = 0
      left = 0
      withdrawn = 0
      beyond = [Double](repeating: 0, count: distances)
      beyondRostrally = []
      meanLength = 0
      longest = 0
      farthest = 0
      firstArrival = nil
      myelinated = 0
    }
  }

  /// Day after injury.
  public var day: Double
  /// Distances of `Population.beyond`, mm beyond the lesion's end.
  public var distances: [Double]
  /// One entry a neuron type that has axons here, in the order of `NeuronType`.
  public var populations: [Population]
  /// Axons in each channel of a channelled scaffold at its middle, nil without channels.
  public var axonsPerChannel: Double?
  /// Growth cones in use.
  public var agents: Int
  /// Risk of pain from light touch by misdirected sprouts of afferents, 0 to 1.
  public var allodyniaRisk: Double
  /// Risk of spasticity by misdirected connections on motor circuits, 0 to 1.
  public var spasticityRisk: Double
  /// The strongest new paths from the brain to a target, strongest first, at most ten.
  public var paths: [Path]

  /// A path of the connection graph.
  public struct Path: Sendable, Hashable, Codable {
    /// Names of its nodes from source to target.
    public var nodes: [String]
    /// Share of the target's intact supply that it carries.
    public var transmission: Double
    /// Conduction and synaptic delay, ms.
    public var delay: Double

    /// Joins nodes.
    public init(nodes: [String], transmission: Double, delay: Double) {
      self.nodes = nodes
      self.transmission = transmission
      self.delay = delay
    }
  }

  /// A summary without anything grown.
  public init(day: Double, distances: [Double]) {
    self.day = day
    self.distances = distances
    populations = []
    axonsPerChannel = nil
    agents = 0
    allodyniaRisk = 0
    spasticityRisk = 0
    paths = []
  }
}
