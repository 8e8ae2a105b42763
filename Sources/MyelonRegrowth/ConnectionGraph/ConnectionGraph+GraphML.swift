import MyelonAnatomy

extension ConnectionGraph {
  /// The graph with its activations as GraphML text (Brandes et al 2002, graphml.graphdrawing.org).
  ///
  /// Nodes carry `name`, `kind`, `descending` and `ascending` activation; edges carry `kind`, `route`, `axons`, `efficacy`,
  /// `weight` and `delay` (ms). Edges have identifiers, because two nodes may be joined by several.
  public func graphML() -> String {
    let flows = (flow(.descending), flow(.ascending))
    var text = Self.header
    for (index, node) in nodes.enumerated() {
      text += "    <node id=\"n\(index)\">\n"
      text += Self.data("node_name", node.name) + Self.data("node_kind", node.kind.word)
      text += Self.data("descending", "\(flows.0.activation[index])")
      text += Self.data("ascending", "\(flows.1.activation[index])")
      text += "    </node>\n"
    }
    for (index, edge) in edges.enumerated() {
      text += "    <edge id=\"e\(index)\" source=\"n\(edge.source)\" target=\"n\(edge.target)\">\n"
      text += Self.data("edge_kind", edge.kind.rawValue) + Self.data("route", edge.route?.word ?? "unchanged")
      text += Self.data("axons", "\(edge.axons)") + Self.data("efficacy", "\(edge.efficacy)")
      text += Self.data("weight", "\(edge.weight)") + Self.data("delay", "\(edge.delay)")
      text += "    </edge>\n"
    }
    return text + "  </graph>\n</graphml>\n"
  }

  private static let keys: [(id: String, owner: String, name: String, type: String)] = [
    ("node_name", "node", "name", "string"), ("node_kind", "node", "kind", "string"),
    ("descending", "node", "descending", "double"), ("ascending", "node", "ascending", "double"),
    ("edge_kind", "edge", "kind", "string"), ("route", "edge", "route", "string"),
    ("axons", "edge", "axons", "double"), ("efficacy", "edge", "efficacy", "double"),
    ("weight", "edge", "weight", "double"), ("delay", "edge", "delay", "double"),
  ]

  private static let header: String = {
    let space = "http://graphml.graphdrawing.org/xmlns"
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"\(space)\"\n"
    text += "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
    text += "    xsi:schemaLocation=\"\(space) \(space)/1.0/graphml.xsd\">\n"
    for key in keys {
      text +=
        "  <key id=\"\(key.id)\" for=\"\(key.owner)\" attr.name=\"\(key.name)\" attr.type=\"\(key.type)\"/>\n"
    }
    return text + "  <graph id=\"connections\" edgedefault=\"directed\">\n"
  }()

  private static func data(_ key: String, _ value: String) -> String {
    "      <data key=\"\(key)\">\(escaped(value))</data>\n"
  }

  /// Text in which nothing is markup; characters that XML 1.0 does not allow become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      // A literal carriage return would be read back as a line feed.
      case "\r": result += "&#13;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension ConnectionGraph.Node.Kind {
  /// One word for files.
  var word: String {
    switch self {
    case .brain: "brain"
    case .propriospinal: "propriospinal"
    case .sensory: "sensory"
    case .graft: "graft"
    case .interneurons: "interneurons"
    case .dorsalHorn: "dorsal_horn"
    case .pool: "motor_pool"
    case .brainstem: "brainstem"
    }
  }
}

extension ConnectionGraph.Route {
  /// One word for files.
  var word: String {
    switch self {
    case .spared: "spared"
    case .relayed: "relayed"
    case .detoured: "detoured"
    case .regenerated: "regenerated"
    }
  }
}
