import Foundation
import MyelonQuantities
import MyelonTherapies

/// Reads definitions of cell products, strictly: every fault is a finding with its line.
struct ProductReader {
  /// The products that a definition may start from.
  var library: ProductLibrary
  /// Where the definitions stand.
  let origin: ProductRecord.Origin
  /// Takes what is wrong.
  let findings: FindingList

  private static let keys = ["product", "from", "title", "kind", "summary", "terms"]

  /// Reads the text of a product file: one definition or a list of them.
  func records(fromText text: String) -> [ProductRecord] {
    guard let node = ScenarioDocument.read(text, into: findings) else { return [] }
    return records(from: ScenarioValue(node: node, path: "", findings: findings), directory: nil)
  }

  /// Reads the value of `products`: a path, a definition, or a list of either.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - directory: what relative paths are relative to; nil where no path may stand.
  /// - Returns: the products that could be read.
  func records(from value: ScenarioValue, directory: URL?) -> [ProductRecord] {
    var items = [value]
    if case .list = value.node.content { items = value.list("a list of products") ?? [] }
    var reader = self
    var records: [ProductRecord] = []
    for item in items {
      for record in reader.read(item, directory: directory) {
        if records.contains(where: { $0.product.id == record.product.id }) {
          item.add(
            .impossible, "the product is defined twice", found: ShownText.quoted(record.product.id),
            allowed: "an identifier of its own")
        }
        records.append(record)
        reader.library.add(record)
      }
    }
    return records
  }

  private func read(_ item: ScenarioValue, directory: URL?) -> [ProductRecord] {
    if case .scalar = item.node.content, let directory, !item.node.isNull {
      guard let path = item.text(longest: 1024) else { return [] }
      return records(inFile: path, directory: directory)
    }
    guard let section = item.section(allowed: Self.keys) else { return [] }
    return record(section).map { [$0] } ?? []
  }

  private func records(inFile path: String, directory: URL) -> [ProductRecord] {
    let shown = path.hasPrefix("/") ? path : directory.appendingPathComponent(path).path
    let own = FindingList(file: shown)
    defer { findings.add(contentsOf: own) }
    guard let text = ScenarioFile.text(at: shown, into: own) else { return [] }
    return ProductReader(library: library, origin: origin, findings: own).records(fromText: text)
  }

  /// Reads one definition.
  private func record(_ section: ScenarioSection) -> ProductRecord? {
    let base = section["from"].flatMap(base)
    if section.has("from"), base == nil { return nil }
    let id =
      base == nil ? section.required("product")?.name() : section["product"]?.name() ?? base?.product.id
    let title =
      base == nil
      ? section.required("title")?.text(longest: 200)
      : section["title"]?.text(longest: 200) ?? base?.product.title
    let summary = section["summary"]?.text(longest: 2000, allowsLines: true) ?? base?.product.summary ?? ""
    guard let kind = kind(section, base: base) else { return nil }
    guard
      let terms = ProductTermReader(kind: kind, base: base).terms(
        base == nil ? section.required("terms") : section["terms"], in: section)
    else { return nil }
    guard let id, let title else { return nil }
    let product = CellProduct(
      id: id, title: title, kind: kind, summary: Self.trimmed(summary),
      parameters: ParameterTable(terms.map(\.parameter)))
    let quality = Dictionary(uniqueKeysWithValues: terms.map { ($0.term, $0.quality) })
    return ProductRecord(product: product, origin: origin, quality: quality)
  }

  private func base(_ value: ScenarioValue) -> ProductRecord? {
    value.word(of: library.ids, "the identifier of a product (`myelon products` lists them)")
      .flatMap { library[$0] }
  }

  private func kind(_ section: ScenarioSection, base: ProductRecord?) -> CellProduct.Kind? {
    guard let base else { return section.required("kind")?.choice(CellProduct.Kind.self) }
    guard let value = section["kind"] else { return base.product.kind }
    guard let kind = value.choice(CellProduct.Kind.self) else { return nil }
    guard kind != base.product.kind else { return kind }
    value.add(
      .impossible, "a product has the kind of the one it is made from",
      found: ShownText.quoted(kind.rawValue),
      allowed: base.product.kind.rawValue)
    return nil
  }

  /// Without the line ends that YAML leaves at the end of a block of text.
  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
