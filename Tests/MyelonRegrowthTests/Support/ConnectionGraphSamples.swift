import MyelonAnatomy
import MyelonRegrowth
import MyelonTestSupport

/// Small graphs for tests.
enum ConnectionGraphSamples {
  typealias Node = ConnectionGraph.Node
  typealias Edge = ConnectionGraph.Edge

  static func brain(_ tract: Tract = .rubrospinal, _ side: Side = .left) -> Node {
    Node(kind: .brain(tract, side), name: "brain (\(side) \(tract))")
  }

  static func interneurons(_ segment: Int) -> Node {
    Node(
      kind: .interneurons(segment: segment, side: .left, isBelow: true), name: "interneurons \(segment) left")
  }

  static func pool(_ segment: Int) -> Node {
    Node(kind: .pool(segment: segment, side: .left), name: "motor pool \(segment) left")
  }

  static func graft(_ number: Int = 0) -> Node {
    Node(kind: .graft(number, .left), name: "graft \(number)", isSaturating: true)
  }

  /// A random graph without cycles: two sources, then interneurons and grafts, then two pools.
  ///
  /// Weights reach above 1, so that gates saturate; some edges change the route and some are misdirected.
  static func random(_ generator: inout SeededGenerator, middle: Int = 5) throws -> ConnectionGraph {
    let nodes =
      [brain(.rubrospinal), brain(.lateralReticulospinal)]
      + (0..<middle).map { Bool.random(using: &generator) ? interneurons($0) : graft($0) }
      + [pool(0), pool(1)]
    return try ConnectionGraph(nodes: nodes, edges: edges(nodes.count, &generator))
  }

  private static func edges(_ count: Int, _ generator: inout SeededGenerator) -> [Edge] {
    let routes: [ConnectionGraph.Route?] = [
      nil, nil, .relayed, .detoured, .regenerated(.rubrospinal), .regenerated(.lateralReticulospinal),
    ]
    var edges: [Edge] = []
    for source in 0..<count - 2 {
      for target in max(2, source + 1)..<count where generator.number(in: 0...1) < 0.5 {
        let isWrong = generator.number(in: 0...1) < 0.1
        let size = generator.number(in: 0...1)
        edges.append(
          Edge(
            source: source, target: target, kind: isWrong ? .misdirected : .local,
            route: routes.randomElement(using: &generator) ?? nil, axons: 100 * size,
            weight: size < 0.1 ? 0 : 1.5 * size * size, delay: size))
      }
    }
    return edges
  }

  /// The same graph with the weight of one edge changed.
  static func replacing(
    _ graph: ConnectionGraph, edge index: Int, weight: Double
  ) throws -> ConnectionGraph {
    var edges = graph.edges
    let old = edges[index]
    edges[index] = Edge(
      source: old.source, target: old.target, kind: old.kind, route: old.route, axons: old.axons,
      efficacy: old.efficacy, weight: weight, delay: old.delay)
    return try ConnectionGraph(nodes: graph.nodes, edges: edges)
  }
}
