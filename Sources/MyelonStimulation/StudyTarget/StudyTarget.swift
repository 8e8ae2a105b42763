import MyelonAnatomy

/// What stimulation shall reach, so that contacts can be ranked by how well they reach that and nothing else.
public enum StudyTarget: Sendable, Hashable, Codable {
  /// A muscle group by the name of its motor pool, on one side.
  case muscle(String, Side)
  /// The group I afferents of a segment's dorsal root, on one side.
  case root(String, Side)

  /// Side of the target.
  public var side: Side {
    switch self {
    case .muscle(_, let side), .root(_, let side): side
    }
  }

  /// The target in words.
  public var title: String {
    switch self {
    case .muscle(let name, let side): "\(name), \(side.word)"
    case .root(let name, let side): "dorsal root \(name), \(side.word)"
    }
  }
}

extension Side {
  /// The side in words: "left" or "right".
  public var word: String { self == .left ? "left" : "right" }
}
