import MyelonQuantities
import MyelonTherapies

extension ScenarioWriter {
  /// Writes `products`: each in full, so that the file needs no other.
  mutating func write(products: [ProductRecord]) {
    guard !products.isEmpty else { return }
    open(0, "products")
    for record in products {
      line(1, "product", Self.quoted(record.product.id), isItem: true)
      line(2, "title", Self.quoted(record.product.title))
      line(2, "kind", record.product.kind.rawValue)
      if !record.product.summary.isEmpty { line(2, "summary", Self.quoted(record.product.summary)) }
      open(2, "terms")
      for term in record.terms { write(term, of: record) }
    }
  }

  private mutating func write(_ term: CellProductTerm, of record: ProductRecord) {
    guard let parameter = record.product.parameters.parameter(term.rawValue),
      let quality = record.quality[term]
    else { return }
    open(3, term.rawValue)
    line(4, "value", parameter.value.shortestText)
    let range = parameter.plausible
    line(4, "range", "[\(range.lowerBound.shortestText), \(range.upperBound.shortestText)]")
    line(4, "unit", Self.quoted(parameter.unit))
    line(4, "basis", parameter.evidence.kind)
    line(4, "confidence", quality.confidence.rawValue)
    switch parameter.evidence {
    case .measured(let source, let note):
      line(4, "source", Self.quoted(source))
      guard let provenance = quality.provenance else { return }
      line(4, "provenance", provenance.rawValue)
      // The provenance stands before the note.
      let rest =
        note.hasPrefix(provenance.rawValue + "; ") ? note.dropFirst(provenance.rawValue.count + 2) : ""
      if !rest.isEmpty { line(4, "note", Self.quoted(String(rest))) }
    case .derived(let text), .fitted(let text): line(4, "source", Self.quoted(text))
    case .assumed(let text): line(4, "because", Self.quoted(text))
    }
  }
}
