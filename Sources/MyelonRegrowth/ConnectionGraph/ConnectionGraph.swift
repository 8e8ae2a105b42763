/// New ways from the brain to motor pools and from sensory fibres to the brain: nodes, and edges that pass activation.
///
/// Activation of a node is a share of the supply that it has in an intact cord, 0 to 1:
/// `a = gate(Σ_edges weight · a_source)`, where a source that drives the flow has the activation 1, `gate(x) = min(1, x)`
/// for a linear and `1 - e^(-x)` for a saturating node. Both gates are monotone and at most 1, so more axons never lower
/// and a cut never raises an activation, and a node that no path joins to a source has the activation 0. The graph has no
/// cycle. Misdirected edges pass nothing on; they are kept for hazards and for files.
public struct ConnectionGraph: Sendable, Hashable {
  /// The nodes.
  public let nodes: [Node]
  /// The edges.
  public let edges: [Edge]
  /// Nodes in an order in which every edge runs forwards.
  let order: [Int]
  /// Edges that end at each node, misdirected ones left out.
  let incoming: [[Int]]
  /// Edges that start at each node, misdirected ones left out.
  let outgoing: [[Int]]

  /// Joins nodes and edges.
  ///
  /// - Parameters:
  ///   - nodes: the nodes.
  ///   - edges: edges between them by index.
  /// - Throws: `ConnectionsError.badEdge`, `ConnectionsError.cycle`.
  public init(nodes: [Node], edges: [Edge]) throws(ConnectionsError) {
    var incoming = [[Int]](repeating: [], count: nodes.count)
    var outgoing = incoming
    for (index, edge) in edges.enumerated() {
      guard nodes.indices.contains(edge.source), nodes.indices.contains(edge.target), edge.weight.isFinite,
        edge.weight >= 0
      else { throw .badEdge(index: index, weight: edge.weight) }
      guard edge.kind != .misdirected else { continue }
      incoming[edge.target].append(index)
      outgoing[edge.source].append(index)
    }
    var waiting = incoming.map(\.count)
    var order = nodes.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for index in outgoing[order[next]] {
        waiting[edges[index].target] -= 1
        if waiting[edges[index].target] == 0 { order.append(edges[index].target) }
      }
      next += 1
    }
    guard order.count == nodes.count else {
      throw .cycle(nodes: nodes.indices.filter { waiting[$0] > 0 }.map { nodes[$0].name })
    }
    self.nodes = nodes
    self.edges = edges
    self.order = order
    self.incoming = incoming
    self.outgoing = outgoing
  }

  /// A graph of nothing.
  public static let empty = ConnectionGraph()

  private init() {
    nodes = []
    edges = []
    order = []
    incoming = []
    outgoing = []
  }

  /// Index of a node, nil when the graph has none of this kind.
  public func index(of kind: Node.Kind) -> Int? { nodes.firstIndex { $0.kind == kind } }
}
