import MyelonQuantities
import MyelonTherapies

/// The numbers of every cell product that a run used, with their sources.
struct ProductTables {
  let context: ReportContext

  /// The products, each once.
  private var products: [CellProduct] {
    var found: [CellProduct] = []
    for arm in context.treated {
      for case .cells(let cells) in context.plan(arm).interventions where !found.contains(cells.product) {
        found.append(cells.product)
      }
    }
    return found
  }

  /// Identifier of a product's table in the page.
  func anchor(of product: CellProduct) -> String? {
    products.firstIndex(of: product).map { "product-\($0)" }
  }

  /// The tables, folded.
  func html() -> String {
    let products = self.products
    guard !products.isEmpty else { return "" }
    let tables = products.enumerated().map { index, product in
      // The identifier stands inside, so that a browser that follows the link opens what is folded.
      "<details><summary>\(Markup.escape(product.title)): numbers and sources</summary>"
        + "<p id=\"product-\(index)\">\(Markup.escape(product.summary))</p>"
        + Markup.table(
          caption: "Numbers of \(Markup.escape(product.title))",
          head: ["Number", "#Value", "#Plausible", "Evidence", "Source or reason"],
          rows: product.parameters.parameters.map(Self.row), classes: "parameters") + "</details>\n"
    }
    return "<h3>Products</h3>\n" + tables.joined()
  }

  private static func row(_ parameter: Parameter) -> String {
    let unit =
      ["-", "", "fraction"].contains(parameter.unit) ? "" : " \(TimeCourseCatalogue.unit(parameter.unit))"
    let range = parameter.plausible
    return
      "<th scope=\"row\">\(Markup.escape(parameter.meaning))<br><code>\(Markup.escape(parameter.id))</code></th>"
      + Markup.numberCell(NumberText.short(parameter.value, digits: 4) + unit)
      + Markup.numberCell("\(NumberText.short(range.lowerBound))–\(NumberText.short(range.upperBound))")
      + "<td><span class=\"tag ev-\(parameter.evidence.kind)\">\(parameter.evidence.kind)</span></td>"
      + "<td class=\"source\">\(Markup.escape(parameter.evidence.text))</td>"
  }
}
