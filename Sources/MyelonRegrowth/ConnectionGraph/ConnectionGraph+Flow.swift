import Foundation
import MyelonAnatomy

extension ConnectionGraph {
  /// Activation of every node, split by route.
  public struct Flow: Sendable, Hashable {
    /// Activation of each node, 0 to 1.
    public let activation: [Double]
    /// Activation over input of each node: what its gate leaves of each part of its input; 0 without input
    /// and for sources, which need none.
    let scale: [Double]
    private let parts: [[Double]]

    init(activation: [Double], scale: [Double], parts: [[Double]]) {
      self.activation = activation
      self.scale = scale
      self.parts = parts
    }

    /// The part of a node's activation that came by a route; the parts add up to the activation.
    public func part(_ node: Int, _ route: Route) -> Double { parts[node][route.index] }

    /// The part of a node's activation that came along regrown axons of any tract.
    public func regenerated(_ node: Int) -> Double { parts[node][3...].reduce(0, +) }
  }

  /// Lets activation flow through the graph.
  ///
  /// - Parameter direction: which sources have the activation 1; all others have none of their own.
  /// - Returns: the activation of every node.
  public func flow(_ direction: Direction) -> Flow {
    var activation = [Double](repeating: 0, count: nodes.count)
    var scale = activation
    var parts = [[Double]](repeating: [Double](repeating: 0, count: Route.count), count: nodes.count)
    for node in order {
      if nodes[node].drives(direction) {
        activation[node] = 1
        parts[node][Route.spared.index] = 1
        continue
      }
      var input = 0.0
      var sums = [Double](repeating: 0, count: Route.count)
      for index in incoming[node] {
        let edge = edges[index]
        let flow = edge.weight * activation[edge.source]
        guard flow > 0 else { continue }
        input += flow
        if let route = edge.route {
          sums[route.index] += flow
        } else {
          for part in sums.indices { sums[part] += edge.weight * parts[edge.source][part] }
        }
      }
      guard input > 0 else { continue }
      let gated = nodes[node].isSaturating ? -expm1(-input) : min(1, input)
      scale[node] = gated / input
      activation[node] = gated
      parts[node] = sums.map { $0 * (gated / input) }
    }
    return Flow(activation: activation, scale: scale, parts: parts)
  }
}
