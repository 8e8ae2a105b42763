// What the release tests of a lot change in a run. A test that was not reported changes nothing.
extension CellTransplant {
  /// Cells of the dose that are alive when given: doses count living cells of a nominal lot, so that a lot's
  /// viability scales them.
  public var livingDose: Double {
    dose * (lot?.results[.viability] ?? 1)
  }

  /// Share of the cells that are what the product says, 1 for a nominal lot.
  ///
  /// The others live and take up room, and do nothing of what makes the product.
  public var effectiveIdentity: Double {
    lot?.results[.purity] ?? 1
  }

  /// Share of undifferentiated or transformed cells: the lot's residual pluripotent cells, or the product's
  /// nominal share.
  public var undifferentiatedShare: Double {
    if let measured = lot?.results[.residualPluripotent] { return measured }
    guard CellProductTerm.required(for: product.kind).contains(.undifferentiatedShare) else { return 0 }
    return product[.undifferentiatedShare]
  }
}
