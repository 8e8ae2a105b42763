extension GroupSequentialPlan {
  /// The table to decide by, one row a look, with the operating characteristics.
  public var table: DesignTable {
    let spent = spentSignificance
    let power = alternative.cumulativeSuccess
    let rows = informationFractions.indices.map { look in
      let futility = futilityBounds.flatMap { look < $0.count ? Wording.decimal($0[look], 4) : nil } ?? "-"
      return [
        "look \(look + 1)", Wording.percent(informationFractions[look]),
        successBounds[look] >= SequentialBounds.farthest ? "never" : Wording.decimal(successBounds[look], 4),
        Wording.decimal(nominalLevels[look], 6), futility, Wording.decimal(spent[look], 6),
        Wording.decimal(power[look], 4), Wording.decimal(alternative.crossedBelow[look], 4),
      ]
    }
    let sides =
      design.isTwoSided
      ? "two-sided level \(design.significance), half of it on each side"
      : "one-sided level \(design.significance)"
    let futility = design.futility.map { "futility: \($0.label)" } ?? "no bounds for futility"
    return DesignTable(
      title: "Group-sequential design: \(design.efficacy.label)",
      columns: [
        "", "information", "success if Z >=", "one-sided p", "futility if Z <", "level spent", "power",
        design.isTwoSided ? "other side" : "futility",
      ],
      rows: rows,
      notes: [
        "\(sides); \(futility)",
        "level spent: probability of false success up to the look, one side; bounds that are not binding ignored",
        "power and futility at the planned effect, drift (effect over its standard error at the end) "
          + Wording.decimal(drift, 5),
        "full information is \(Wording.decimal(inflation, 5)) times that of a trial without interim looks; "
          + "expected share \(Wording.decimal(alternative.expectedInformation, 4)) with the planned effect, "
          + "\(Wording.decimal(null.expectedInformation, 4)) without effect",
      ])
  }
}
