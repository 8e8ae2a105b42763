import MyelonAnatomy
import MyelonQuantities
import MyelonTherapies

/// The unit in which the dose of a drug is held, and conversion into it: the one place that knows it.
enum DrugDose {
  /// The unit of `DrugCourse.dose` for a drug in a species, with what it measures.
  static func unit(
    of drug: Drug, in species: Species
  ) -> (symbol: String, dimension: MyelonQuantities.Unit.Dimension) {
    let unit = drug.doseUnit(in: species)
    return switch unit {
    case .milligramsPerKilogram: (unit.rawValue, .dosePerWeight)
    case .milligrams, .micrograms: (unit.rawValue, .amount)
    case .units: (unit.rawValue, .activity)
    }
  }

  /// Reads a dose; one given by mass for a drug that goes by weight, or the reverse, needs the subject's weight.
  ///
  /// - Parameters:
  ///   - value: the value of `dose`.
  ///   - drug: the drug.
  ///   - species: who gets it.
  ///   - weight: weight of the subject, g, or nil.
  /// - Returns: the dose in the drug's unit, or nil with a finding.
  static func read(
    _ value: ScenarioValue, of drug: Drug, in species: Species, weight: Double?
  ) -> Double? {
    let (symbol, dimension) = unit(of: drug, in: species)
    let limit = ScenarioLimit.drugDose(symbol)
    let other: MyelonQuantities.Unit.Dimension = dimension == .amount ? .dosePerWeight : .amount
    guard dimension != .activity, let written = try? Quantity(value.scalarText, as: other) else {
      return value.quantity(as: dimension, in: symbol, limit)
    }
    guard let weight else {
      value.add(
        .impossible, "the dose of \(drug.rawValue) is held in \(symbol), so this needs the subject's weight",
        found: ShownText.quoted(value.scalarText), allowed: "\(symbol), or 'weight' in 'subject'")
      return nil
    }
    let kilograms = weight / 1000
    // ng to mg for a dose by weight; mg/kg times kg gives mg for a dose by mass.
    let milligrams = dimension == .amount ? written.workingValue * kilograms : written.workingValue / 1e6
    let dose = dimension == .amount ? milligrams * (symbol == "ug" ? 1000 : 1) : milligrams / kilograms
    return value.checked(dose, limit, shown: ShownText.plain(value.scalarText))
  }
}
