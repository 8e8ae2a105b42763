import Foundation
import MyelonAnatomy
import MyelonRegrowth
import MyelonTestSupport
import Testing

/// Activation in connection graphs against closed forms and properties that must hold in any graph.
struct ConnectionFlowTests {
  private typealias Samples = ConnectionGraphSamples
  private typealias Edge = ConnectionGraph.Edge

  @Test("One edge passes its weight, two in a row their product, two side by side their sum")
  func closedForms() throws {
    let nodes = [Samples.brain(), Samples.interneurons(0), Samples.pool(0), Samples.pool(1)]
    let graph = try ConnectionGraph(
      nodes: nodes,
      edges: [
        Edge(source: 0, target: 1, kind: .regenerated, route: .regenerated(.rubrospinal), weight: 0.3),
        Edge(source: 1, target: 2, kind: .local, weight: 0.5),
        Edge(source: 0, target: 2, kind: .regenerated, route: .detoured, weight: 0.2),
        Edge(source: 0, target: 3, kind: .regenerated, weight: 0.125),
      ])
    let flow = graph.flow(.descending)
    #expect(flow.activation == [1, 0.3, 0.35, 0.125])
    #expect(flow.part(2, .regenerated(.rubrospinal)) == 0.15)
    #expect(flow.part(2, .detoured) == 0.2)
    #expect(flow.regenerated(2) == 0.15)
    #expect(flow.part(2, .relayed) == 0)
    #expect(flow.part(3, .spared) == 0.125)
  }

  @Test("A linear node holds at 1 and shares it by input; a graft saturates as one minus an exponential")
  func saturation() throws {
    let nodes = [Samples.brain(), Samples.pool(0), Samples.graft(), Samples.pool(1)]
    let graph = try ConnectionGraph(
      nodes: nodes,
      edges: [
        Edge(source: 0, target: 1, kind: .regenerated, route: .regenerated(.rubrospinal), weight: 3),
        Edge(source: 0, target: 1, kind: .collateral, route: .detoured, weight: 1),
        Edge(source: 0, target: 2, kind: .graftInput, route: .relayed, weight: 0.7),
        Edge(source: 2, target: 3, kind: .graftOutput, weight: 0.1),
      ])
    let flow = graph.flow(.descending)
    #expect(flow.activation[1] == 1)
    #expect(flow.regenerated(1) == 0.75)
    #expect(flow.part(1, .detoured) == 0.25)
    #expect(abs(flow.activation[2] - (1 - exp(-0.7))) < 1e-15)
    #expect(abs(flow.activation[3] - 0.1 * (1 - exp(-0.7))) < 1e-16)
    #expect(abs(flow.part(3, .relayed) - flow.activation[3]) < 1e-16)
  }

  @Test("The parts of every node add up to its activation, which stays within 0 and 1")
  func conservation() throws {
    var generator = SeededGenerator(seed: 11)
    var saturated = 0
    for _ in 0..<300 {
      let graph = try Samples.random(&generator)
      let flow = graph.flow(.descending)
      for node in graph.nodes.indices {
        let parts =
          flow.part(node, .spared) + flow.part(node, .relayed) + flow.part(node, .detoured)
          + flow.regenerated(node)
        #expect(abs(parts - flow.activation[node]) < 1e-12)
        #expect(flow.activation[node] >= 0 && flow.activation[node] <= 1)
        if flow.activation[node] == 1 { saturated += 1 }
      }
    }
    #expect(saturated > 600)
  }

  @Test("A stronger edge never lowers and a cut edge never raises an activation")
  func monotonicity() throws {
    var generator = SeededGenerator(seed: 12)
    var moved = 0
    for _ in 0..<200 {
      let graph = try Samples.random(&generator)
      let before = graph.flow(.descending).activation
      for edge in graph.edges.indices {
        let cut = try Samples.replacing(graph, edge: edge, weight: 0).flow(.descending).activation
        let more = try Samples.replacing(graph, edge: edge, weight: graph.edges[edge].weight * 2 + 0.1)
          .flow(.descending).activation
        for node in graph.nodes.indices {
          #expect(cut[node] <= before[node] + 1e-14)
          #expect(more[node] >= before[node] - 1e-14)
          if cut[node] < before[node] - 1e-3 { moved += 1 }
        }
      }
    }
    #expect(moved > 1000)
  }

  @Test("Without a source nothing is active anywhere")
  func noSource() throws {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<100 {
      let graph = try Samples.random(&generator)
      #expect(graph.flow(.ascending).activation.allSatisfy { $0 == 0 })
      #expect(graph.strongestWays(.ascending).isEmpty)
      let cut = try ConnectionGraph(
        nodes: graph.nodes,
        edges: graph.edges.filter { edge in edge.source > 1 })
      #expect(cut.flow(.descending).activation[2...].allSatisfy { $0 == 0 })
    }
  }

  @Test("Misdirected edges pass nothing on")
  func misdirected() throws {
    let graph = try ConnectionGraph(
      nodes: [Samples.brain(), Samples.interneurons(0), Samples.pool(0)],
      edges: [
        Edge(source: 0, target: 1, kind: .misdirected, weight: 5),
        Edge(source: 1, target: 2, kind: .local, weight: 1),
      ])
    #expect(graph.flow(.descending).activation == [1, 0, 0])
  }

  @Test("Cycles, missing nodes and weights that are no share are refused")
  func faults() {
    let nodes = [Samples.brain(), Samples.interneurons(0), Samples.interneurons(1)]
    #expect(throws: ConnectionsError.cycle(nodes: ["interneurons 0 left", "interneurons 1 left"])) {
      _ = try ConnectionGraph(
        nodes: nodes,
        edges: [
          Edge(source: 1, target: 2, kind: .local, weight: 1),
          Edge(source: 2, target: 1, kind: .local, weight: 1),
        ])
    }
    for weight in [-0.1, .infinity] {
      #expect(throws: ConnectionsError.badEdge(index: 0, weight: weight)) {
        _ = try ConnectionGraph(
          nodes: nodes, edges: [Edge(source: 0, target: 1, kind: .local, weight: weight)])
      }
    }
    #expect(throws: ConnectionsError.badEdge(index: 0, weight: 1)) {
      _ = try ConnectionGraph(nodes: nodes, edges: [Edge(source: 0, target: 3, kind: .local, weight: 1)])
    }
  }
}
