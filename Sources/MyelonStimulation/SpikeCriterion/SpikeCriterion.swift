/// When a stimulus counts as having fired a fibre.
public enum SpikeCriterion: Sendable, Hashable, Codable {
  /// A spike has travelled so many nodes from where it began, in either direction; nil for what suits the model.
  ///
  /// What suits: 8 nodes of a myelinated fibre, 1 mm of an unmyelinated one; less when the fibre ends before.
  case travelled(nodes: Int?)
  /// A spike has passed the node at a share of the fibre's nodes, such as 0.9: the rule of the reference runs.
  case arrival(share: Double)

  /// Node that an arrival is seen at.
  static func node(at share: Double, of nodeCount: Int) -> Int {
    min(nodeCount - 1, max(0, Int((share * Double(nodeCount - 1)).rounded())))
  }
}
