import MyelonAnatomy
import MyelonQuantities

/// What the model knows of a drug in a species: routes, dose, time course and effects, each number a parameter.
///
/// The numbers live in `TherapyParameters` under identifiers that begin with the drug's (`riluzole_half_life`), so
/// that a scenario can replace them and a report lists them with their sources. A drug acts on every `KineticTerm`
/// for which a parameter `<drug>_<term>` exists; its value is the largest relative change.
public struct DrugRecord: Sendable, Hashable {
  /// The drug.
  public let drug: Drug
  /// The species.
  public let species: Species
  /// Routes by which it is given.
  public let routes: [DrugRoute]
  /// Unit of a dose.
  public let unit: DoseUnit
  /// Dose that the literature calls usual, in `unit`.
  public let referenceDose: Double
  /// Half-life of the effect, h.
  public let halfLife: Double
  /// Hours in which half of a dose has reached where it acts.
  public let delay: Double
  /// Amount at the effect site with half of the largest effect, in reference doses.
  public let halfAmount: Double
  /// Largest relative change of each term that it acts on, -1 (abolished) or more; 0.5 means half as much again.
  public let effects: [KineticTerm: Double]
  /// Largest immunosuppression, 0 to 1.
  public let immunosuppression: Double
  /// Hazard of a severe infection at full effect, 1/d.
  public let infectionHazard: Double
  /// Largest relative gain of neurite growth.
  public let neuriteGain: Double
  /// What it brings into the cerebrospinal fluid when given there, and how much a unit of dose holds.
  public let factor: (factor: Factor, perDoseUnit: Double)?

  /// Units of a dose.
  public enum DoseUnit: String, Sendable, Hashable, Codable, CaseIterable {
    /// Milligrams per kilogram of body mass.
    case milligramsPerKilogram = "mg/kg"
    /// Milligrams.
    case milligrams = "mg"
    /// Micrograms.
    case micrograms = "ug"
    /// Units of enzyme activity.
    case units = "U"
  }

  /// Reads a drug's numbers.
  ///
  /// - Parameters:
  ///   - drug: the drug.
  ///   - species: who gets it.
  ///   - table: holds `TherapyParameters` of that species; nil for the standard values.
  public init(_ drug: Drug, species: Species, table: ParameterTable? = nil) {
    let table = table ?? TherapyParameters.table(for: species)
    let prefix = drug.parameterPrefix
    func value(_ name: String) -> Double? { table.parameter("\(prefix)_\(name)")?.value }
    self.drug = drug
    self.species = species
    routes = drug.routes(in: species)
    let unit = drug.doseUnit(in: species)
    self.unit = unit
    referenceDose = table["\(prefix)_reference_dose"]
    halfLife = table["\(prefix)_half_life"]
    delay = table["\(prefix)_delay"]
    halfAmount = value("half_amount") ?? table["drug_half_amount"]
    let changes = KineticTerm.allCases.map { ($0, value($0.rawValue) ?? 0) }.filter { $0.1 != 0 }
    effects = Dictionary(uniqueKeysWithValues: changes)
    immunosuppression = value("immunosuppression") ?? 0
    infectionHazard = value("infection_hazard") ?? 0
    neuriteGain = value("neurite_gain") ?? 0
    factor = drug.factor.map { ($0, unit.amount(of: $0)) }
  }

  /// Compares two records.
  public static func == (a: DrugRecord, b: DrugRecord) -> Bool {
    a.drug == b.drug && a.species == b.species && a.referenceDose == b.referenceDose
      && a.halfLife == b.halfLife && a.delay == b.delay && a.halfAmount == b.halfAmount
      && a.effects == b.effects && a.immunosuppression == b.immunosuppression
      && a.infectionHazard == b.infectionHazard && a.neuriteGain == b.neuriteGain
  }

  /// Hashes a record.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(drug)
    hasher.combine(species)
    hasher.combine(referenceDose)
  }
}

extension DrugRecord.DoseUnit {
  /// Amount of a factor, in its amount unit, in one unit of dose; a dose by body mass brings no factor.
  func amount(of factor: Factor) -> Double {
    switch self {
    case .milligramsPerKilogram: 0
    case .milligrams: 1e6
    case .micrograms: 1e3
    case .units: 1
    }
  }
}
