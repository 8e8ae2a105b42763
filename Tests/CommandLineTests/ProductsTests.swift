import Foundation
import Testing

/// `myelon products`.
@Suite struct ProductsTests {
  @Test func productsAreListedExplainedAndParseAsJSON() throws {
    let list = try Program.run(["products"])
    #expect(list.status == 0 && list.output.contains("ipsc-npc  (pluripotent-neural)"))
    let one = try Program.run(["products", "ipsc-npc"])
    #expect(one.status == 0 && one.output.contains("secretion_BDNF") && one.output.contains("confidence"))
    let found = try Program.run(["products", "--json"])
    let records = try #require(
      try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]])
    #expect(records.count == 10 && records.allSatisfy { $0["quality"] is [String: Any] })
    let none = try Program.run(["products", "ipsc-npk"])
    #expect(none.status == 2 && none.output.isEmpty && none.remarks.contains("did you mean 'ipsc-npc'?"))
  }

  @Test func aCopyOfTheProgramFindsItsProductsElsewhere() throws {
    let scratch = try Scratch()
    let copy = scratch.file("copied")
    try FileManager.default.copyItem(atPath: Program.path, toPath: copy)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: copy)
    process.arguments = ["products", "opc"]
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && output.contains("Oligodendrocyte progenitor cells"))
  }

  @Test func theProductsOfAScenarioAreShownToo() throws {
    let scratch = try Scratch()
    let products = """

      products:
        product: my-msc
        from: msc-bone-marrow
        terms:
          secretion_BDNF: {value: 1.2, unit: ng/1e6 cells/d, basis: assumed, because: test, confidence: low}
      """
    try scratch.write(ScenarioText.rat + products, to: "mine.yaml")
    let found = try Program.run(["products", "--scenario", "mine.yaml"], in: scratch.path)
    #expect(found.status == 0 && found.output.contains("my-msc  (mesenchymal, of the scenario)"))
  }
}
