import Foundation
import MyelonQuantities
import MyelonSimulation
import MyelonTherapies
import Testing

@Suite("The product library")
struct ProductLibraryTests {
  @Test func theShippedProductsAreTheTenOfThePlan() throws {
    #expect(
      try ProductLibrary.shipped().ids.sorted() == [
        "adult-npc", "exosomes-msc", "fetal-nsc", "insc", "ipsc-npc", "msc-adipose", "msc-bone-marrow",
        "msc-umbilical", "opc", "schwann",
      ])
  }

  @Test func everyProductGivesEveryTermOfItsKindWithUnitRangeAndEvidence() throws {
    for record in try ProductLibrary.shipped().records {
      let product = record.product
      #expect(product.parameters.parameters.map(\.id) == record.terms.map(\.rawValue), "\(product.id)")
      #expect(!product.title.isEmpty && product.summary.count > 20, "\(product.id)")
      for term in record.terms {
        let parameter = try #require(product.parameters.parameter(term.rawValue))
        #expect(parameter.unit == term.unit(for: product.kind), "\(product.id) \(term)")
        #expect(parameter.plausible.contains(parameter.value), "\(product.id) \(term)")
        #expect(parameter.evidence.text.count > 10, "\(product.id) \(term)")
        #expect(record.quality[term] != nil, "\(product.id) \(term)")
        let isMeasured = parameter.evidence.kind == "measured"
        #expect((record.quality[term]?.provenance != nil) == isMeasured, "\(product.id) \(term)")
      }
      let counted = record.evidenceCounts.values.reduce(0, +)
      #expect(counted == record.terms.count)
    }
  }

  /// A definition with what is changed from a shipped product.
  private func scenario(_ products: String) -> String { humanText + "\n" + products }

  private static let change = """
    products:
      product: my-msc
      from: msc-bone-marrow
      terms:
        secretion_BDNF: {value: 1.2, unit: ng/1e6 cells/d, basis: assumed, because: own assay, confidence: low}
    """

  @Test func aProductMadeFromAnotherDiffersInTheGivenTermsOnly() throws {
    let read = try Scenario.read(text: scenario(Self.change), name: "x.yaml")
    let own = try #require(read.products.first?.product)
    let base = try #require(try ProductLibrary.shipped()["msc-bone-marrow"]?.product)
    #expect(own.id == "my-msc" && own.kind == .mesenchymal)
    for term in CellProductTerm.allCases {
      #expect(own[term] == (term == .secretionBDNF ? 1.2 : base[term]), "\(term)")
    }
    #expect(try Scenario.read(text: read.yaml, name: "x.yaml") == read)
    let arm = "\narms:\n  - name: a\n    therapies: [{cells: my-msc, day: 3, dose: 1e6}]"
    let treated = try Scenario.read(text: scenario(Self.change) + arm, name: "x.yaml")
    guard case .cells(let cells)? = treated.arms.first?.therapies.interventions.first else {
      Issue.record("No cells in \(treated.arms)")
      return
    }
    #expect(cells.product == own)
  }

  @Test func aFileBesideTheScenarioIsReadFromAnyDirectory() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "products-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let definition = Self.change.split(separator: "\n").dropFirst().map { $0.dropFirst(2) }
      .joined(separator: "\n")
    try Data(definition.utf8).write(to: folder.appendingPathComponent("mine.yaml"))
    let path = folder.appendingPathComponent("scenario.yaml").path
    try Data(scenario("products: mine.yaml").utf8).write(to: URL(fileURLWithPath: path))
    #expect(try Scenario.read(path: path).products.map(\.product.id) == ["my-msc"])
    try Data(definition.replacing("value: 1.2", with: "value: 99").utf8)
      .write(to: folder.appendingPathComponent("mine.yaml"))
    let error = try #require(throws: ScenarioError.self) { _ = try Scenario.read(path: path) }
    #expect(error.findings.map(\.line) == [4] && error.findings.first?.file.hasSuffix("mine.yaml") == true)
  }

  @Test(arguments: [
    ("secretion_BDNF: {", "secretion_BNDF: {", "unknownName", "secretion_BNDF"),
    ("ng/1e6 cells/d", "ug/1e6 cells/d", "wrongUnit", "secretion_BDNF.unit"),
    ("value: 1.2", "value: 99", "outOfRange", "secretion_BDNF.value"),
    ("value: 1.2", "value: -1", "outOfRange", "secretion_BDNF.value"),
    (", because: own assay", "", "missingKey", "secretion_BDNF.because"),
    ("basis: assumed, because: own assay, ", "", "missingKey", "secretion_BDNF.basis"),
    (", confidence: low", "", "missingKey", "secretion_BDNF.confidence"),
    ("because: own assay", "because: own assay, note: x", "impossible", "secretion_BDNF.note"),
  ])
  func aFaultOfATermIsOneFinding(found: String, replacement: String, kind: String, path: String) {
    let text = scenario(Self.change).replacing(found, with: replacement)
    let all = findings(text)
    #expect(all.map(\.kind.rawValue) == [kind], "\(all.map(\.description))")
    #expect(all.first?.path == "products.terms.\(path)" && all.first?.line == 20, "\(all.map(\.description))")
  }

  @Test func aCompleteProductMustGiveEveryTerm() {
    let text = scenario("products: {product: x, title: x, kind: vesicles, terms: {}}")
    let all = findings(text)
    #expect(all.count == CellProductTerm.required(for: .vesicles).count)
    #expect(all.allSatisfy { $0.kind == .missingKey })
  }

  @Test func anUnknownBaseIsRefusedWithTheNearestName() {
    let all = findings(scenario(Self.change.replacing("msc-bone-marrow", with: "msc-bone-marow")))
    #expect(all.map(\.kind) == [.unknownName] && all.first?.nearest == "msc-bone-marrow")
  }
}
