import Foundation
import MyelonQuantities
import MyelonStatistics

/// The values of a biomarker of all members and where they are cut.
struct BiomarkerValues {
  let name: String
  let unit: String
  let meaning: String
  let origin: BiomarkerTable.Origin
  /// One a member, NaN where it is missing.
  let values: [Double]
  let cuts: [Double]
  let areTerciles: Bool
  let alteredShare: Double

  /// Looks a biomarker up: an outcome of the first visit before a parameter of the same name.
  init(_ marker: Biomarker, pair: ForecastComparison.Pair, table: ForecastTable) throws(ForecastError) {
    let outcomes = table.outcomes(of: pair.against)
    let first = table.days(of: pair.against).first
    name = marker.name
    if let outcome = outcomes.first(where: { $0.name == marker.name }), let first,
      let found = table.column(arm: pair.against, day: first, name: marker.name)
    {
      (unit, meaning, origin) = (outcome.unit, outcome.meaning, .firstVisit)
      values = found
      let others = table.column(arm: pair.arm, day: first, name: marker.name) ?? found
      alteredShare = zip(zip(found, others), table.weights).reduce(0) {
        // Both missing is no change; one missing is.
        $0 + ($1.0.0 == $1.0.1 || ($1.0.0.isNaN && $1.0.1.isNaN) ? 0 : $1.1)
      }
    } else if let index = table.description.parameters.firstIndex(where: { $0.name == marker.name }) {
      let parameter = table.description.parameters[index]
      (unit, meaning, origin) = (parameter.unit, parameter.meaning, .parameter)
      values = table.parameters[index]
      alteredShare = 0
    } else {
      throw Self.unknown(marker.name, against: pair.against, table: table)
    }
    let sample = marker.cuts == nil ? try table.sample(values) : nil
    let grades = unit == ForecastCode.unit ? sample.flatMap(Self.grades) : nil
    areTerciles = marker.cuts == nil && grades == nil
    cuts = marker.cuts ?? grades ?? sample.map(Self.terciles) ?? []
  }

  /// A value as it is read: a grade by its letter, a number with its unit.
  func text(_ value: Double) -> String {
    if unit == ForecastCode.unit, let code = Int(exactly: value) { return ForecastCode.label(code, of: name) }
    return ForecastText.quantity(value, unit)
  }

  /// Makes sure that there are values of a biomarker.
  static func check(_ marker: Biomarker, against arm: String, table: ForecastTable) throws(ForecastError) {
    let isThere =
      table.outcomes(of: arm).contains { $0.name == marker.name }
      || table.description.parameters.contains { $0.name == marker.name }
    guard isThere else { throw unknown(marker.name, against: arm, table: table) }
  }

  private static func unknown(_ name: String, against arm: String, table: ForecastTable) -> ForecastError {
    let names = table.outcomes(of: arm).map(\.name) + table.description.parameters.map(\.name)
    return .unknownBiomarker(name: name, nearest: NearestName.of(name, in: names))
  }

  /// Most values of a code that become a stratum each.
  private static let mostGrades = 6

  /// Cuts between all values of a code, so that every grade is a stratum; nil for a code of many values.
  private static func grades(_ sample: WeightedSample) -> [Double]? {
    let occurring = Set(zip(sample.values, sample.weights).filter { $0.1 > 0 }.map(\.0)).sorted()
    return occurring.count <= mostGrades ? Array(occurring.dropFirst()) : nil
  }

  /// Two values that cut a sample into thirds, as nearly as ties allow; fewer where it has fewer values.
  ///
  /// Rounded to about a fiftieth of the range that holds nine tenths of the sample, because a rule with eight digits is
  /// none. A sample of which more than two thirds share the lowest value is cut above that.
  static func terciles(_ sample: WeightedSample) -> [Double] {
    let carrying = zip(sample.values, sample.weights).filter { $0.1 > 0 }.map(\.0)
    guard let low = carrying.min(), let high = carrying.max(), low < high else { return [] }
    let spread = sample.quantile(0.95) - sample.quantile(0.05)
    let unit = spread > 0 ? pow(10, floor(log10(spread / 50))) : 0
    let isWhole = carrying.allSatisfy { $0 == $0.rounded() }
    var cuts: [Double] = []
    for probability in [1.0 / 3, 2.0 / 3] {
      let exact = sample.quantile(probability)
      // Divided by a whole number where there is one: 0.1 times 123 is not 12.3.
      let rounded =
        unit <= 0
        ? exact : unit < 1 ? (exact / unit).rounded() / (1 / unit).rounded() : (exact / unit).rounded() * unit
      // A cut between which and the one below, or the end above, nobody lies is none.
      let below = cuts.last ?? -.infinity
      // Whole numbers are cut at whole numbers, which puts nobody elsewhere.
      let cut = [rounded, exact].map { isWhole ? $0.rounded(.up) : $0 }.first { cut in
        cut <= high && carrying.contains { $0 >= below && $0 < cut }
      }
      if let cut { cuts.append(cut) }
    }
    return cuts.isEmpty ? [carrying.filter { $0 > low }.min() ?? high] : cuts
  }
}
