import MyelonAnatomy
import MyelonLesion
import MyelonStimulation

extension Connections {
  /// Living grafted neurons of a transplant on one side of the cord.
  public struct GraftNeurons: Sendable, Hashable {
    /// Number of the transplant.
    public var transplant: Int
    /// Side of the cord.
    public var side: Side
    /// Name of its product.
    public var name: String
    /// Living neurons.
    public var neurons: Double

    /// Joins the facts.
    public init(transplant: Int, side: Side, name: String, neurons: Double) {
      self.transplant = transplant
      self.side = side
      self.name = name
      self.neurons = neurons
    }
  }

  /// The graph of the present synapses and of the propriospinal fibres that the injury has left.
  ///
  /// - Parameters:
  ///   - model: the cord.
  ///   - grafts: living grafted neurons; a transplant that is not listed has none and passes nothing on.
  ///   - conduction: conduction of the cord.
  ///   - block: what bare stretches block, as given to `conduction`; nil for what the model's parameters say.
  /// - Returns: the graph, empty without synapses.
  /// - Throws: `ConnectionsError` when numbers of synapses are not finite.
  public func graph(
    model: LesionModel, grafts: [GraftNeurons], conduction: Conduction, block: AxonBlock? = nil
  ) throws(ConnectionsError) -> ConnectionGraph {
    guard count > 0 else { return .empty }
    let bridge = PropriospinalConduction(model, layout: layout, block: block ?? model.axonBlock)
    var builder = ConnectionGraphBuilder(self, grafts: grafts)
    for bundle in synapticBundles() { builder.add(bundle) }
    builder.addSparedWays(conduction: conduction, bridge: bridge)
    return try ConnectionGraph(nodes: builder.nodes, edges: builder.edges)
  }

  /// Synapses of one origin on one target, summed.
  struct SynapticBundle {
    var origin: Origin
    var target: Target
    var isCorrect: Bool
    var axons = 0.0
    /// Σ axons · efficacy.
    var effective = 0.0
    /// Σ axons · length, mm.
    var length = 0.0
    /// Σ axons · myelinated share.
    var myelin = 0.0
  }

  /// Sums of the synapses, in the order in which their kinds first appear.
  func synapticBundles() -> [SynapticBundle] {
    var places: [UInt64: Int] = [:]
    var result: [SynapticBundle] = []
    for slot in 0..<synapses.count {
      let isCorrect = synapses.isCorrect[slot]
      let key =
        UInt64(synapses.target[slot]) << 32 | UInt64(synapses.origin[slot]) << 1 | (isCorrect ? 1 : 0)
      let place: Int
      if let known = places[key] {
        place = known
      } else {
        guard let origin = Origin(code: synapses.origin[slot]),
          let target = Target(code: synapses.target[slot])
        else { continue }
        place = result.count
        places[key] = place
        result.append(SynapticBundle(origin: origin, target: target, isCorrect: isCorrect))
      }
      let axons = Double(synapses.axons[slot])
      result[place].axons += axons
      result[place].effective += axons * synapses.efficacy(slot)
      result[place].length += axons * Double(synapses.length[slot])
      result[place].myelin += axons * Double(synapses.myelin[slot])
    }
    return result
  }
}
