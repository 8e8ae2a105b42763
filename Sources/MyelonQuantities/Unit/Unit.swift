/// A unit that a scenario file may write, with its factor to the working unit of its dimension.
public struct Unit: Sendable, Hashable {
  /// How the unit is written, for example `mm` or `kdyn`.
  public let symbol: String
  /// What it measures.
  public let dimension: Dimension
  /// Working units in one of this unit.
  public let factor: Double

  /// The kinds of quantity that a scenario holds, each with one working unit.
  public enum Dimension: String, Sendable, Hashable, CaseIterable {
    /// Length, working unit mm.
    case length = "mm"
    /// Time, working unit h.
    case time = "h"
    /// Mass, working unit g.
    case mass = "g"
    /// Force, working unit kdyn (the unit of the impactor literature; 1 kdyn = 0.01 N).
    case force = "kdyn"
    /// A fraction of one, written bare or in per cent.
    case fraction = "fraction"
    /// Age, working unit years.
    case age = "years"
    /// Volume, working unit mm3 (= uL).
    case volume = "mm3"
    /// Amount of a substance by mass, working unit ng.
    case amount = "ng"
    /// Amount of an enzyme by its activity, working unit U.
    case activity = "U"
    /// Rate, working unit 1/d: treatments are planned in days.
    case rate = "1/d"
    /// Dose for the body's weight, working unit mg/kg.
    case dosePerWeight = "mg/kg"
    /// Secretion of a million cells in a day, working unit ng/1e6 cells/d.
    case secretion = "ng/1e6 cells/d"
    /// Concentration of a protein in serum, working unit pg/mL.
    case serumConcentration = "pg/mL"
    /// Secretion of an enzyme by a million cells in a day, working unit mU/1e6 cells/d.
    case enzymeSecretion = "mU/1e6 cells/d"
    /// Elastic modulus, working unit kPa.
    case stiffness = "kPa"
    /// Concentration of endotoxin, working unit EU/mL.
    case endotoxin = "EU/mL"
    /// Frequency of pulses, working unit Hz.
    case frequency = "Hz"
    /// Electric current, working unit mA.
    case current = "mA"
    /// Width of an electric pulse, working unit us; apart from times, which are hours to weeks.
    case pulseWidth = "us"
  }

  /// Every unit that may be written.
  public static let all: [Unit] =
    [
      Unit(symbol: "mm", dimension: .length, factor: 1), Unit(symbol: "cm", dimension: .length, factor: 10),
      Unit(symbol: "m", dimension: .length, factor: 1000),
      Unit(symbol: "um", dimension: .length, factor: 1e-3),
      Unit(symbol: "h", dimension: .time, factor: 1), Unit(symbol: "min", dimension: .time, factor: 1.0 / 60),
      Unit(symbol: "s", dimension: .time, factor: 1.0 / 3600),
      Unit(symbol: "d", dimension: .time, factor: 24),
      Unit(symbol: "days", dimension: .time, factor: 24), Unit(symbol: "day", dimension: .time, factor: 24),
      Unit(symbol: "weeks", dimension: .time, factor: 168),
      Unit(symbol: "hours", dimension: .time, factor: 1),
      Unit(symbol: "minutes", dimension: .time, factor: 1.0 / 60),
      Unit(symbol: "g", dimension: .mass, factor: 1), Unit(symbol: "kg", dimension: .mass, factor: 1000),
      Unit(symbol: "kdyn", dimension: .force, factor: 1), Unit(symbol: "N", dimension: .force, factor: 100),
      Unit(symbol: "gf", dimension: .force, factor: 0.980_665),
      Unit(symbol: "%", dimension: .fraction, factor: 0.01),
      Unit(symbol: "fraction", dimension: .fraction, factor: 1),
      Unit(symbol: "years", dimension: .age, factor: 1), Unit(symbol: "year", dimension: .age, factor: 1),
      Unit(symbol: "months", dimension: .age, factor: 1.0 / 12),
      Unit(symbol: "weeks", dimension: .age, factor: 7 / 365.25),
    ] + treatment

  /// Units that only treatments use.
  private static let treatment: [Unit] = [
    Unit(symbol: "mm3", dimension: .volume, factor: 1), Unit(symbol: "uL", dimension: .volume, factor: 1),
    Unit(symbol: "mL", dimension: .volume, factor: 1000),
    Unit(symbol: "ng", dimension: .amount, factor: 1), Unit(symbol: "ug", dimension: .amount, factor: 1000),
    Unit(symbol: "mg", dimension: .amount, factor: 1e6),
    Unit(symbol: "U", dimension: .activity, factor: 1),
    Unit(symbol: "mU", dimension: .activity, factor: 1e-3),
    Unit(symbol: "1/d", dimension: .rate, factor: 1), Unit(symbol: "/d", dimension: .rate, factor: 1),
    Unit(symbol: "1/h", dimension: .rate, factor: 24), Unit(symbol: "/h", dimension: .rate, factor: 24),
    Unit(symbol: "mg/kg", dimension: .dosePerWeight, factor: 1),
    Unit(symbol: "ug/kg", dimension: .dosePerWeight, factor: 1e-3),
    Unit(symbol: "ng/1e6 cells/d", dimension: .secretion, factor: 1),
    Unit(symbol: "ng/1e6/d", dimension: .secretion, factor: 1),
    Unit(symbol: "ug/1e6/d", dimension: .secretion, factor: 1000),
    Unit(symbol: "mU/1e6 cells/d", dimension: .enzymeSecretion, factor: 1),
    Unit(symbol: "mU/1e6/d", dimension: .enzymeSecretion, factor: 1),
    Unit(symbol: "pg/mL", dimension: .serumConcentration, factor: 1),
    Unit(symbol: "ng/L", dimension: .serumConcentration, factor: 1),
    Unit(symbol: "ng/mL", dimension: .serumConcentration, factor: 1000),
    Unit(symbol: "kPa", dimension: .stiffness, factor: 1),
    Unit(symbol: "Pa", dimension: .stiffness, factor: 1e-3),
    Unit(symbol: "EU/mL", dimension: .endotoxin, factor: 1),
    Unit(symbol: "IU/mL", dimension: .endotoxin, factor: 1),
    Unit(symbol: "Hz", dimension: .frequency, factor: 1),
    Unit(symbol: "mA", dimension: .current, factor: 1),
    Unit(symbol: "uA", dimension: .current, factor: 1e-3),
    Unit(symbol: "us", dimension: .pulseWidth, factor: 1),
    Unit(symbol: "ms", dimension: .pulseWidth, factor: 1000),
  ]
}
