extension DoseFindingDesign {
  /// Exact operating characteristics, by counting all possible courses of the trial.
  ///
  /// For designs whose decisions depend on nothing but counts: 3+3, BOIN, keyboard, mTPI, mTPI-2 and own tables.
  ///
  /// - Parameters:
  ///   - toxicity: true rates of toxicity, one for each dose, 0 and 1 allowed.
  ///   - stateLimit: largest number of states at once; some 100 bytes each.
  /// - Returns: the characteristics.
  /// - Throws: `TrialDesignError` naming what is wrong, also if the design cannot be enumerated.
  public func exactCharacteristics(toxicity: [Double], stateLimit: Int = 4_000_000) throws(TrialDesignError)
    -> OperatingCharacteristics
  {
    let engine = try engine()
    try TrialDesignError.require(
      TrialDesignError.perDose(toxicity, doses: plan.doses, "true rate of toxicity", ends: true))
    guard engine.dependsOnCountsOnly else {
      throw .notFollowed(
        cell: name, required: "decisions must depend on counts alone to be enumerated",
        found: "a design with more memory; simulate it")
    }
    var enumeration = ExactEnumeration(engine: engine, toxicity: toxicity, limit: stateLimit)
    return try enumeration.run(design: name)
  }
}
