/// A checkpoint of connections or a graph that cannot be used.
public enum ConnectionsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The bytes do not begin as a checkpoint of this version does.
  case notACheckpoint
  /// Bytes are missing or left over.
  case size(required: Int, found: Int)
  /// The checksum does not fit the bytes.
  case damaged
  /// A checkpoint contradicts the cord or itself.
  case inconsistent(String)
  /// An edge of a graph has an end that is no node, or a weight that is no finite number of at least 0.
  case badEdge(index: Int, weight: Double)
  /// The nodes of a graph feed themselves.
  case cycle(nodes: [String])

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .notACheckpoint:
      "A checkpoint of connections of this version was expected; found other bytes. Resume from another checkpoint."
    case .size(let required, let found):
      "A checkpoint of connections of \(required) bytes was expected; found \(found). Resume from another checkpoint."
    case .damaged:
      "The checksum of the checkpoint of connections does not fit its bytes. Resume from another checkpoint."
    case .inconsistent(let what):
      "The checkpoint of connections contradicts itself or the cord: \(what). Resume it on the cord it was made on."
    case .badEdge(let index, let weight):
      "An edge of a connection graph must join two of its nodes with a finite weight of at least 0; edge \(index) has "
        + "the weight \(weight) or an end outside the graph. Correct or leave out the edge."
    case .cycle(let nodes):
      "A connection graph must have no cycle; found one through \(nodes.joined(separator: ", ")). Leave out an edge of it."
    }
  }
}
