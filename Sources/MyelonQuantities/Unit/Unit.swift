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
  }

  /// Every unit that may be written.
  public static let all: [Unit] = [
    Unit(symbol: "mm", dimension: .length, factor: 1), Unit(symbol: "cm", dimension: .length, factor: 10),
    Unit(symbol: "m", dimension: .length, factor: 1000), Unit(symbol: "um", dimension: .length, factor: 1e-3),
    Unit(symbol: "h", dimension: .time, factor: 1), Unit(symbol: "min", dimension: .time, factor: 1.0 / 60),
    Unit(symbol: "s", dimension: .time, factor: 1.0 / 3600), Unit(symbol: "d", dimension: .time, factor: 24),
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
  ]
}
