extension ConnectionGraph {
  /// A way from a source to a target.
  public struct Way: Sendable, Hashable {
    /// Its edges from source to target.
    public let edges: [Int]
    /// Part of the target's activation that came this way.
    public let transmission: Double
  }

  /// The strongest ways from the sources of a direction to its targets.
  ///
  /// A way transmits the product of `weight · activation/input of the edge's target` over its edges, so the ways to a
  /// target add up to its activation. Best-first search: a way is extended where its transmission so far times the best
  /// that can follow is largest; the best that can follow is exact, because the graph has no cycle, so ways come out in
  /// order of strength.
  ///
  /// - Parameters:
  ///   - direction: which sources and targets.
  ///   - limit: how many ways at most.
  /// - Returns: ways that transmit something, strongest first.
  public func strongestWays(_ direction: Direction, limit: Int = 10) -> [Way] {
    strongestWays(direction, limit: limit, flow: flow(direction))
  }

  func strongestWays(_ direction: Direction, limit: Int, flow: Flow) -> [Way] {
    let best = bestRemaining(direction, flow: flow)
    var heap = WayHeap()
    for node in nodes.indices where nodes[node].drives(direction) && best[node] > 0 {
      heap.push(WayHeap.Entry(bound: best[node], transmission: 1, node: node, edges: []))
    }
    var found: [Way] = []
    while found.count < limit, let entry = heap.pop() {
      if nodes[entry.node].ends(direction) {
        found.append(Way(edges: entry.edges, transmission: entry.transmission))
        continue
      }
      for index in outgoing[entry.node] {
        let edge = edges[index]
        let transmission = entry.transmission * edge.weight * flow.scale[edge.target]
        let bound = transmission * best[edge.target]
        guard bound > 0 else { continue }
        heap.push(
          WayHeap.Entry(
            bound: bound, transmission: transmission, node: edge.target, edges: entry.edges + [index]))
      }
    }
    return found
  }

  /// The largest product that can follow from each node to a target.
  private func bestRemaining(_ direction: Direction, flow: Flow) -> [Double] {
    var best = [Double](repeating: 0, count: nodes.count)
    for node in order.reversed() {
      if nodes[node].ends(direction) {
        best[node] = 1
        continue
      }
      for index in outgoing[node] {
        let edge = edges[index]
        best[node] = max(best[node], edge.weight * flow.scale[edge.target] * best[edge.target])
      }
    }
    return best
  }

  /// The strongest ways with the names of their nodes and their delays, for a summary.
  ///
  /// - Parameters:
  ///   - direction: which sources and targets.
  ///   - limit: how many at most.
  /// - Returns: the ways, strongest first.
  public func strongestPaths(_ direction: Direction = .descending, limit: Int = 10) -> [RegrowthSummary.Path]
  {
    strongestWays(direction, limit: limit).map { way in
      let stations = way.edges.prefix(1).map { edges[$0].source } + way.edges.map { edges[$0].target }
      return RegrowthSummary.Path(
        nodes: stations.map { nodes[$0].name }, transmission: way.transmission,
        delay: way.edges.reduce(0) { $0 + edges[$1].delay })
    }
  }
}
