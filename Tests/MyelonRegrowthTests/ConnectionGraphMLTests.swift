import Foundation
import MyelonAnatomy
import MyelonRegrowth
import MyelonTestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// GraphML text read back by an XML parser.
struct ConnectionGraphMLTests {
  private typealias Samples = ConnectionGraphSamples

  /// What a reader of GraphML sees.
  private final class Reader: NSObject, XMLParserDelegate {
    var keys: [String: (owner: String, type: String)] = [:]
    var nodes: [String: [String: String]] = [:]
    var edges: [(source: String, target: String, data: [String: String])] = []
    private var holder = ""
    private var key = ""
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      switch element {
      case "key": keys[attributes["id"] ?? ""] = (attributes["for"] ?? "", attributes["attr.type"] ?? "")
      case "node":
        holder = attributes["id"] ?? ""
        nodes[holder] = [:]
      case "edge":
        holder = ""
        edges.append((attributes["source"] ?? "", attributes["target"] ?? "", [:]))
      case "data":
        key = attributes["key"] ?? ""
        text = ""
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

    func parser(
      _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
      guard element == "data" else { return }
      if holder.isEmpty { edges[edges.count - 1].data[key] = text } else { nodes[holder]?[key] = text }
    }
  }

  private func read(_ graph: ConnectionGraph) -> (Reader, Bool) {
    let reader = Reader()
    let parser = XMLParser(data: Data(graph.graphML().utf8))
    parser.delegate = reader
    let isWellFormed = parser.parse()
    return (reader, isWellFormed)
  }

  @Test("Nodes and edges come back with their numbers under declared keys")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<20 {
      let graph = try Samples.random(&generator)
      let activation = graph.flow(.descending).activation
      let (reader, isWellFormed) = read(graph)
      #expect(isWellFormed)
      #expect(reader.nodes.count == graph.nodes.count)
      #expect(reader.edges.count == graph.edges.count)
      for (index, node) in graph.nodes.enumerated() {
        let data = try #require(reader.nodes["n\(index)"])
        #expect(data["node_name"] == node.name)
        #expect(data["descending"].flatMap(Double.init) == activation[index])
        #expect(data.keys.allSatisfy { reader.keys[$0]?.owner == "node" })
      }
      for (edge, found) in zip(graph.edges, reader.edges) {
        #expect(found.source == "n\(edge.source)" && found.target == "n\(edge.target)")
        #expect(found.data["weight"].flatMap(Double.init) == edge.weight)
        #expect(found.data["axons"].flatMap(Double.init) == edge.axons)
        #expect(found.data["edge_kind"] == edge.kind.rawValue)
        #expect(found.data.keys.allSatisfy { reader.keys[$0]?.owner == "edge" })
      }
    }
  }

  @Test("Names with markup and control characters stay readable text")
  func escaping() throws {
    let name = "graft <\"A&B\"> 'é' ]]>\r\n\tend"
    let graph = try ConnectionGraph(
      nodes: [
        ConnectionGraph.Node(kind: .graft(0, .left), name: name),
        ConnectionGraph.Node(kind: .graft(1, .left), name: "bell \u{7} null \u{0}"),
      ], edges: [])
    let (reader, isWellFormed) = read(graph)
    #expect(isWellFormed)
    #expect(reader.nodes["n0"]?["node_name"] == name)
    #expect(reader.nodes["n1"]?["node_name"] == "bell \u{FFFD} null \u{FFFD}")
  }

  @Test("A graph of nothing is a valid document")
  func empty() {
    let (reader, isWellFormed) = read(.empty)
    #expect(isWellFormed)
    #expect(reader.nodes.isEmpty && reader.edges.isEmpty)
    #expect(reader.keys.count == 10)
  }

  /// Opens a graph with networkx where an interpreter that has it is named by MYELON_PYTHON_NETWORKX.
  @Test(
    "networkx reads the same graph",
    .enabled(
      if: ProcessInfo.processInfo.environment["MYELON_PYTHON_NETWORKX"] != nil,
      "set MYELON_PYTHON_NETWORKX to a Python with networkx"))
  func networkx() throws {
    var generator = SeededGenerator(seed: 32)
    let graph = try Samples.random(&generator)
    let script = """
      import sys, networkx
      graph = networkx.parse_graphml(sys.stdin.read())
      weight = sum(data["weight"] for *_, data in graph.edges(data=True))
      print(graph.is_directed(), graph.number_of_nodes(), graph.number_of_edges(), repr(weight))
      """
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: try #require(ProcessInfo.processInfo.environment["MYELON_PYTHON_NETWORKX"]))
    process.arguments = ["-c", script]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    input.fileHandleForWriting.write(Data(graph.graphML().utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let words = text.split(whereSeparator: \.isWhitespace)
    #expect(words.prefix(3) == ["True", "\(graph.nodes.count)", "\(graph.edges.count)"], "\(text)")
    let weight = words.last.flatMap { Double($0) } ?? .nan
    #expect(abs(weight - graph.edges.reduce(0) { $0 + $1.weight }) < 1e-9, "\(text)")
  }
}
