import ArgumentParser
import Foundation
import MyelonQuantities
import MyelonSimulation
import MyelonTherapies

/// Lists the cell products, or explains one.
struct Products: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the cell products, or every number of one with range, evidence and confidence.",
    discussion: """
      Example: myelon products
               myelon products ipsc-npc
               myelon products --scenario my-patient.yaml --json
      """)

  @Argument(help: "Identifier of a product; all are listed without it.")
  var id: String?

  @Option(help: "Scenario file whose own products are shown too.")
  var scenario: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try Console.run {
      var library = try ProductLibrary.shipped()
      if let scenario { library = library.adding(productsOf: try Scenario.read(path: scenario)) }
      guard let id else {
        return try json
          ? Self.printJSON(library.records) : library.records.forEach { Console.print(Self.line($0)) }
      }
      guard let record = library[id] else {
        let nearest = NearestName.of(id, in: library.ids).map { "; did you mean '\($0)'?" } ?? "."
        Console.remark("myelon: No product is called '\(id)'\(nearest) `myelon products` lists them all.")
        throw Console.badInput
      }
      if json { return try Self.printJSON(record) }
      Self.explain(record)
    }
  }

  private static func printJSON(_ value: some Encodable) throws {
    Console.print(try SortedJSON.text(value))
  }

  /// One product of the list.
  private static func line(_ record: ProductRecord) -> String {
    let product = record.product
    let dose = product.parameters.parameter(CellProductTerm.referenceDose.rawValue)
    let usual = dose.map { "usual dose \(number($0.value)) \($0.unit)" } ?? ""
    let own = record.origin == .scenario ? ", of the scenario" : ""
    return """
      \(product.id)  (\(product.kind.rawValue)\(own))
        \(product.title)
        \(usual); \(counts(record))
      """
  }

  private static func explain(_ record: ProductRecord) {
    Console.print(line(record))
    Console.print("  \(record.product.summary)")
    for term in record.terms {
      guard let p = record.product.parameters.parameter(term.rawValue) else { continue }
      let confidence = record.quality[term]?.confidence.rawValue ?? ""
      Console.print(
        """
        \(p.id)  (\(p.symbol))
          \(number(p.value)) \(p.unit)   plausible \(number(p.plausible.lowerBound)) to \
        \(number(p.plausible.upperBound))
          \(p.meaning)
          \(p.evidence.kind), confidence \(confidence): \(p.evidence.text)
        """)
    }
  }

  /// How many numbers are measured, derived, fitted and assumed.
  private static func counts(_ record: ProductRecord) -> String {
    let counts = record.evidenceCounts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return "\(record.terms.count) numbers: \(counts.joined(separator: ", "))"
  }

  private static func number(_ value: Double) -> String { String(format: "%g", value) }
}
