/// One lot of a cell product with the results of its release tests.
///
/// A result that is nil was not reported; whether that refuses the lot is decided by `ReleaseCriteria`.
public struct ProductLot: Sendable, Hashable, Codable {
  /// Lot number.
  public var id: String
  /// Results by test.
  public var results: [ReleaseTest: Double]

  /// Describes a lot.
  public init(id: String, results: [ReleaseTest: Double]) {
    self.id = id
    self.results = results
  }
}

/// A release test of a cell product.
public enum ReleaseTest: String, Sendable, Hashable, Codable, CaseIterable {
  /// Living share of the cells.
  case viability
  /// Share of the cells that carry the product's identity marker.
  case purity
  /// Share of residual pluripotent cells.
  case residualPluripotent = "residual_pluripotent"
  /// Endotoxin, EU/mL.
  case endotoxin
  /// Sterility: 1 for sterile, 0 for growth.
  case sterility
  /// Mycoplasma: 1 for found, 0 for not found.
  case mycoplasma
  /// Share of cells with a normal karyotype.
  case normalKaryotype = "normal_karyotype"
  /// New copy-number variants of 10 kb or more.
  case copyNumberVariants = "copy_number_variants"
}
