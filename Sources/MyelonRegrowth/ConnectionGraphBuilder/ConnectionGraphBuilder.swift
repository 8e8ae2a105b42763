import MyelonAnatomy
import MyelonLesion

/// Turns sums of synapses into nodes and edges.
///
/// Weights are shares of intact supply: axons × efficacy over the axons that serve the target in an intact cord. Every
/// edge leads from the brain towards pools, or from sensory fibres towards the brain, so there is no cycle.
struct ConnectionGraphBuilder {
  private(set) var nodes: [ConnectionGraph.Node] = []
  private(set) var edges: [ConnectionGraph.Edge] = []
  private var places: [ConnectionGraph.Node.Kind: Int] = [:]
  let parameters: ConnectionParameters
  let velocity: ConnectionVelocity
  let layout: SegmentLayout
  let norms: SupplyNorms
  private let grafts: [Connections.Origin: Connections.GraftNeurons]

  typealias Kind = ConnectionGraph.Node.Kind
  typealias Edge = ConnectionGraph.Edge

  init(_ connections: Connections, grafts: [Connections.GraftNeurons]) {
    parameters = connections.parameters
    velocity = connections.velocity
    layout = connections.layout
    norms = connections.norms
    self.grafts = Dictionary(
      grafts.map { (.graft(transplant: $0.transplant, $0.side), $0) },
      uniquingKeysWith: { first, second in
        var sum = first
        sum.neurons += second.neurons
        return sum
      })
  }

  /// Nodes so far of a sort.
  var kinds: [Kind] { nodes.map(\.kind) }

  func neurons(_ transplant: Int, _ side: Side) -> Double {
    let neurons = grafts[.graft(transplant: transplant, side)]?.neurons ?? 0
    return neurons.isFinite && neurons > 0 ? neurons : 0
  }

  mutating func node(_ kind: Kind) -> Int {
    if let known = places[kind] { return known }
    var isSaturating = false
    if case .graft = kind { isSaturating = true }
    places[kind] = nodes.count
    nodes.append(ConnectionGraph.Node(kind: kind, name: name(kind), isSaturating: isSaturating))
    return nodes.count - 1
  }

  /// Adds an edge of spared fibres.
  mutating func addSpared(
    _ source: Kind, _ target: Kind, _ kind: Edge.Kind, axons: Double = 0, weight: Double, delay: Double
  ) {
    guard weight > 0 else { return }
    edges.append(
      Edge(
        source: node(source), target: node(target), kind: kind, axons: axons, weight: weight, delay: delay))
  }

  /// Adds a share of a bundle of new synapses as an edge.
  mutating func addNew(
    _ bundle: Connections.SynapticBundle, _ source: Kind, _ target: Kind, _ kind: Edge.Kind,
    route: ConnectionGraph.Route?, share: Double = 1, supply: Double
  ) {
    guard supply > 0, share > 0, bundle.axons > 0 else { return }
    edges.append(
      Edge(
        source: node(source), target: node(target), kind: kind, route: route, axons: share * bundle.axons,
        efficacy: bundle.effective / bundle.axons, weight: share * bundle.effective / supply,
        delay: delay(bundle, from: source)))
  }

  private func delay(_ bundle: Connections.SynapticBundle, from source: Kind) -> Double {
    let new = velocity.new(
      length: bundle.length / bundle.axons, myelinated: min(1, bundle.myelin / bundle.axons))
    let old =
      switch source {
      case .brain(let tract, _): velocity.old(length: layout.lesionCentre, diameter: norms.diameter(tract))
      // Sensory fibres come from everywhere below the lesion: half of that length is their mean.
      case .sensory(let tract, _):
        velocity.old(
          length: (layout.cordLength - layout.lesionCentre) / 2, diameter: norms.diameter(tract))
      default: 0.0
      }
    return old + new + velocity.synapse
  }

  private func name(_ kind: Kind) -> String {
    func word(_ side: Side) -> String { side == .left ? "left" : "right" }
    func short(_ tract: Tract) -> String {
      tract.name.replacing(" tract", with: "").replacing(
        "spinal lemniscus (spinothalamic and spinoreticulars)", with: "spinothalamic")
    }
    switch kind {
    case .brain(let tract, let side): return "brain (\(word(side)) \(short(tract)))"
    case .propriospinal(let side): return "propriospinal neurons above the lesion \(word(side))"
    case .sensory(let tract, let side): return "sensory fibres (\(word(side)) \(short(tract)))"
    case .graft(let transplant, let side):
      let product = grafts[.graft(transplant: transplant, side)]?.name ?? "\(transplant + 1)"
      return "graft \(product) \(word(side))"
    case .interneurons(let segment, let side, let isBelow):
      let part = segment != layout.lesionSegment ? "" : isBelow ? " below the lesion" : " above the lesion"
      return "interneurons \(layout.names[segment]) \(word(side))\(part)"
    case .dorsalHorn(let segment, let side): return "dorsal horn \(layout.names[segment]) \(word(side))"
    case .pool(let segment, let side): return "motor pool \(layout.names[segment]) \(word(side))"
    case .brainstem(let tract, let side): return "brainstem (\(word(side)) \(short(tract)))"
    }
  }
}
