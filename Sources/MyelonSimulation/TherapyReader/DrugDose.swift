import MyelonQuantities
import MyelonTherapies

/// The unit in which the dose of a drug is held, and conversion into it: the one place that knows it.
enum DrugDose {
  /// The unit of `DrugCourse.dose` for a drug, with what it measures.
  ///
  /// Protein and enzyme doses of the literature stand for an animal or a person (IL-10 5 ug, anti-Nogo-A 45 mg),
  /// small molecules for its weight.
  static func unit(of drug: Drug) -> (symbol: String, dimension: MyelonQuantities.Unit.Dimension) {
    switch drug {
    case .interleukin10: ("ug", .amount)
    case .antiNogo: ("mg", .amount)
    case .chondroitinase: ("U", .activity)
    default: ("mg/kg", .dosePerWeight)
    }
  }

  /// Reads a dose; one given by mass for a drug that goes by weight, or the reverse, needs the subject's weight.
  ///
  /// - Parameters:
  ///   - value: the value of `dose`.
  ///   - drug: the drug.
  ///   - weight: weight of the subject, g, or nil.
  /// - Returns: the dose in the drug's unit, or nil with a finding.
  static func read(_ value: ScenarioValue, of drug: Drug, weight: Double?) -> Double? {
    let (symbol, dimension) = unit(of: drug)
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
