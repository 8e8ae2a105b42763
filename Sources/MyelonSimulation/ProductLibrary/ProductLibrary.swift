import MyelonTherapies

/// The cell products that a scenario may name: those shipped with the program and those of the scenario.
public struct ProductLibrary: Sendable, Hashable {
  /// The products; shipped ones first, identifiers unique.
  public private(set) var records: [ProductRecord]

  /// Joins products; of two with one identifier the later takes the place of the earlier.
  ///
  /// - Parameter records: the products.
  public init(_ records: [ProductRecord] = []) {
    self.records = []
    for record in records { add(record) }
  }

  /// Adds a product, or puts it in the place of the one with the same identifier.
  public mutating func add(_ record: ProductRecord) {
    if let index = records.firstIndex(where: { $0.product.id == record.product.id }) {
      records[index] = record
    } else {
      records.append(record)
    }
  }

  /// The product with this identifier, or nil.
  public subscript(id: String) -> ProductRecord? {
    records.first { $0.product.id == id }
  }

  /// Identifiers in order.
  public var ids: [String] { records.map(\.product.id) }

  /// This library with the products of a scenario in it.
  ///
  /// - Parameter scenario: a scenario that was read.
  /// - Returns: the library that the scenario's arms were read with, when this is the shipped one.
  public func adding(productsOf scenario: Scenario) -> ProductLibrary {
    ProductLibrary(records + scenario.products)
  }
}
