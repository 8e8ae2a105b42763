import Foundation
import MyelonAnatomy
import MyelonRegrowth
import MyelonTestSupport
import Testing

/// GraphML text read back.
struct ConnectionGraphMLTests {
  private typealias Samples = ConnectionGraphSamples

  /// What a reader of GraphML sees.
  private struct Reading {
    var keys: [String: String] = [:]
    var nodes: [(id: String, data: [String: String])] = []
    var edges: [(source: String, target: String, data: [String: String])] = []

    init(_ graph: ConnectionGraph) throws {
      let root = try PlainXML.read(graph.graphML())
      #expect(root.name == "graphml")
      #expect(root.attributes["xmlns"] == "http://graphml.graphdrawing.org/xmlns")
      for key in root.children where key.name == "key" {
        #expect(["string", "double"].contains(key.attributes["attr.type"]))
        keys[key.attributes["id"] ?? ""] = key.attributes["for"]
      }
      let graph = try #require(root.children.last)
      #expect(graph.name == "graph" && graph.attributes["edgedefault"] == "directed")
      for element in graph.children {
        let data = Dictionary(
          uniqueKeysWithValues: element.children.map { ($0.attributes["key"] ?? "", $0.text) })
        #expect(element.children.allSatisfy { $0.name == "data" })
        #expect(data.keys.allSatisfy { keys[$0] == element.name })
        if element.name == "node" {
          nodes.append((element.attributes["id"] ?? "", data))
        } else {
          edges.append((element.attributes["source"] ?? "", element.attributes["target"] ?? "", data))
        }
      }
      let known = Set(nodes.map(\.id))
      #expect(known.count == nodes.count)
      #expect(edges.allSatisfy { known.contains($0.source) && known.contains($0.target) })
    }
  }

  @Test("Nodes and edges come back with their numbers under declared keys")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<20 {
      let graph = try Samples.random(&generator)
      let activation = graph.flow(.descending).activation
      let reading = try Reading(graph)
      #expect(reading.nodes.count == graph.nodes.count)
      #expect(reading.edges.count == graph.edges.count)
      for (index, node) in graph.nodes.enumerated() {
        #expect(reading.nodes[index].id == "n\(index)")
        #expect(reading.nodes[index].data["node_name"] == node.name)
        #expect(reading.nodes[index].data["descending"].flatMap(Double.init) == activation[index])
      }
      for (edge, found) in zip(graph.edges, reading.edges) {
        #expect(found.source == "n\(edge.source)" && found.target == "n\(edge.target)")
        #expect(found.data["weight"].flatMap(Double.init) == edge.weight)
        #expect(found.data["axons"].flatMap(Double.init) == edge.axons)
        #expect(found.data["edge_kind"] == edge.kind.rawValue)
      }
    }
  }

  @Test("Names with markup and control characters stay readable text")
  func escaping() throws {
    let name = "graft <\"A&B\"> 'é' ]]>\r \tend"
    let graph = try ConnectionGraph(
      nodes: [
        ConnectionGraph.Node(kind: .graft(0, .left), name: name),
        ConnectionGraph.Node(kind: .graft(1, .left), name: "bell \u{7} null \u{0}"),
      ], edges: [])
    let reading = try Reading(graph)
    #expect(reading.nodes.map { $0.data["node_name"] } == [name, "bell \u{FFFD} null \u{FFFD}"])
  }

  @Test("A graph of nothing is a valid document")
  func empty() throws {
    let reading = try Reading(.empty)
    #expect(reading.nodes.isEmpty && reading.edges.isEmpty)
    #expect(reading.keys.count == 10)
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
