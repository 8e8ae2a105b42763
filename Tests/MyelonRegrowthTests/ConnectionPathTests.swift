import MyelonAnatomy
import MyelonRegrowth
import MyelonTestSupport
import Testing

/// The strongest ways against all ways, found by walking through the whole graph.
struct ConnectionPathTests {
  private typealias Samples = ConnectionGraphSamples
  private typealias Edge = ConnectionGraph.Edge

  private struct Way {
    var edges: [Int]
    var transmission: Double
  }

  /// Every way from a source to a pool with what it transmits, by plain recursion.
  private func allWays(_ graph: ConnectionGraph) -> [Way] {
    let activation = graph.flow(.descending).activation
    var input = [Double](repeating: 0, count: graph.nodes.count)
    for edge in graph.edges where edge.kind != .misdirected {
      input[edge.target] += edge.weight * activation[edge.source]
    }
    var ways: [Way] = []
    func walk(_ node: Int, _ edges: [Int], _ product: Double) {
      if case .pool = graph.nodes[node].kind {
        ways.append(Way(edges: edges, transmission: product))
        return
      }
      for (index, edge) in graph.edges.enumerated()
      where edge.source == node && edge.kind != .misdirected && input[edge.target] > 0 {
        walk(
          edge.target, edges + [index], product * edge.weight * activation[edge.target] / input[edge.target])
      }
    }
    walk(0, [], 1)
    walk(1, [], 1)
    return ways.filter { $0.transmission > 0 }
  }

  @Test("Best-first search finds the same strongest ways as a walk through all of them")
  func twin() throws {
    var generator = SeededGenerator(seed: 21)
    var compared = 0
    for _ in 0..<200 {
      let graph = try Samples.random(&generator, middle: 4)
      let all = allWays(graph).sorted { $0.transmission > $1.transmission }
      let found = graph.strongestWays(.descending, limit: 10)
      #expect(found.count == min(10, all.count))
      let known = Dictionary(uniqueKeysWithValues: all.map { ($0.edges, $0.transmission) })
      for (way, expected) in zip(found, all) {
        #expect(abs(way.transmission - expected.transmission) <= 1e-12 * expected.transmission)
        let own = try #require(known[way.edges])
        #expect(abs(way.transmission - own) <= 1e-12 * own)
        compared += 1
      }
      #expect(Set(found.map(\.edges)).count == found.count)
    }
    #expect(compared > 1000)
  }

  @Test("All ways to a pool together transmit its activation")
  func completeness() throws {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<200 {
      let graph = try Samples.random(&generator, middle: 4)
      let flow = graph.flow(.descending)
      var sums = [Double](repeating: 0, count: graph.nodes.count)
      for way in graph.strongestWays(.descending, limit: .max) {
        let last = try #require(way.edges.last)
        sums[graph.edges[last].target] += way.transmission
      }
      for node in graph.nodes.indices.suffix(2) { #expect(abs(sums[node] - flow.activation[node]) < 1e-12) }
    }
  }

  @Test("A path carries the names of its nodes and the sum of its delays")
  func names() throws {
    let graph = try ConnectionGraph(
      nodes: [Samples.brain(), Samples.graft(), Samples.pool(3)],
      edges: [
        Edge(source: 0, target: 1, kind: .graftInput, weight: 2, delay: 7),
        Edge(source: 1, target: 2, kind: .graftOutput, weight: 0.5, delay: 4),
      ])
    let path = try #require(graph.strongestPaths().first)
    #expect(path.nodes == ["brain (left rubrospinal)", "graft 0", "motor pool 3 left"])
    #expect(path.delay == 11)
    #expect(path.transmission == graph.flow(.descending).activation[2])
  }
}
