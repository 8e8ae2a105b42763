extension GroupSequentialDesign {
  /// The design with the looks as they were really made.
  ///
  /// With error spending, bounds of looks that have been made hang only on their own and earlier shares of the information, so that
  /// looks may come earlier, later or more often than planned, as long as that does not follow the results (Lan & DeMets 1989,
  /// doi:10.2307/2531502).
  ///
  /// - Parameter fractions: shares of the information at the looks so far, rising; 1 at the final look.
  /// - Returns: the design with these looks, followed by the planned ones that lie beyond.
  /// - Throws: `EfficacyError` if the bounds for success are not by error spending, or the looks cannot be used.
  public func observed(_ fractions: [Double]) throws(EfficacyError) -> GroupSequentialDesign {
    guard case .spending = efficacy else {
      throw .incompatible(
        cell: "efficacy", because: "only bounds by error spending may be moved to other looks")
    }
    if case .given = futility {
      throw .incompatible(cell: "futility", because: "given bounds cannot be moved to other looks")
    }
    let last = fractions.last ?? 0
    var design = self
    design.informationFractions = fractions + informationFractions.filter { $0 > last + 0.005 }
    try design.validate()
    return design
  }
}
