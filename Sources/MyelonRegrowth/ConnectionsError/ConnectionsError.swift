/// A graph of connections that cannot be used.
public enum ConnectionsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// An edge of a graph has an end that is no node, or a weight that is no finite number of at least 0.
  case badEdge(index: Int, weight: Double)
  /// The nodes of a graph feed themselves.
  case cycle(nodes: [String])

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .badEdge(let index, let weight):
      "An edge of a connection graph must join two of its nodes with a finite weight of at least 0; edge \(index) has "
        + "the weight \(weight) or an end outside the graph. Correct or leave out the edge."
    case .cycle(let nodes):
      "A connection graph must have no cycle; found one through \(nodes.joined(separator: ", ")). Leave out an edge of it."
    }
  }
}
