import MyelonQuantities
import MyelonTherapies

/// A cell product with how far each of its numbers can be trusted.
public struct ProductRecord: Sendable, Hashable, Codable {
  /// The product.
  public let product: CellProduct
  /// Where its definition stands.
  public let origin: Origin
  /// How far each number can be trusted; holds every term of the product.
  public let quality: [CellProductTerm: TermQuality]

  /// Where the definition of a product stands.
  public enum Origin: String, Sendable, Hashable, Codable {
    /// In the files shipped with the program.
    case shipped
    /// In the scenario, or in a file that it names.
    case scenario
  }

  /// Joins a product with the quality of its numbers.
  ///
  /// - Parameters:
  ///   - product: the product.
  ///   - origin: where its definition stands.
  ///   - quality: how far each number can be trusted.
  public init(product: CellProduct, origin: Origin, quality: [CellProductTerm: TermQuality]) {
    self.product = product
    self.origin = origin
    self.quality = quality
  }

  /// The terms of the product in the order of `CellProductTerm`.
  public var terms: [CellProductTerm] { CellProductTerm.required(for: product.kind) }

  /// How many numbers have each kind of evidence, by its word: `measured`, `derived`, `fitted`, `assumed`.
  public var evidenceCounts: [String: Int] {
    Dictionary(grouping: product.parameters.parameters, by: \.evidence.kind).mapValues(\.count)
  }
}
