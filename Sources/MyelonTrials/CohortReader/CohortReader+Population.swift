import ISNCSCI
import MyelonSimulation

extension CohortReader {
  /// Reads `population`.
  func population(_ value: ScenarioValue) -> Population? {
    guard let section = value.section(allowed: ["countries", "year", "levels", "grades"]) else { return nil }
    var population = Population()
    if let countries = section["countries"].flatMap(countries) { population.countries = countries }
    if let year = section["year"] { population.year = self.year(year) ?? population.year }
    if let levels = section["levels"].flatMap(levels) { population.levels = levels }
    if let grades = section["grades"].flatMap(grades) { population.grades = grades }
    return population
  }

  private func countries(_ value: ScenarioValue) -> [Country: Double]? {
    guard let section = value.openSection("countries with their shares") else { return nil }
    let names = Country.allCases.map(\.rawValue)
    var shares: [Country: Double] = [:]
    for entry in section.entries {
      guard let country = Country(rawValue: entry.key) else {
        section.add(
          .unknownName, at: entry, "there are no numbers of this country", found: ShownText.quoted(entry.key),
          allowed: names.joined(separator: ", "), nearest: SuggestedName.of(entry.key, in: names))
        continue
      }
      let value = section.value(of: entry)
      guard let share = DocumentDecoder.decode(Double.self, from: value) else { continue }
      guard share > 0, share <= 100 else {
        value.add(.outOfRange, "a share above 0 is required", found: "\(share)")
        continue
      }
      shares[country] = share
    }
    guard !shares.isEmpty else {
      value.add(.missingKey, "at least one country is required", allowed: names.joined(separator: ", "))
      return nil
    }
    return shares
  }

  private func year(_ value: ScenarioValue) -> Double? {
    guard let year = value.wholeNumber() else { return nil }
    guard (1970...2060).contains(year) else {
      value.add(.outOfRange, "out of range", found: "\(year)", allowed: "1970 to 2060")
      return nil
    }
    return Double(year)
  }

  /// `C4` or `C4 to C8`.
  private func levels(_ value: ScenarioValue) -> ClosedRange<SpinalLevel>? {
    guard let text = value.text(longest: 40) else { return nil }
    let parts = text.split(separator: " ").filter { $0 != "to" }.map(String.init)
    let levels = parts.compactMap { SpinalLevel($0) }
    let allowed = SpinalLevel.c1 ... .l2
    guard levels.count == parts.count, let first = levels.first, let last = levels.last, levels.count <= 2,
      first <= last, allowed.contains(first), allowed.contains(last)
    else {
      value.add(
        .unknownName, "a level or 'C4 to C8' is required", found: ShownText.quoted(text), allowed: "C1 to L2")
      return nil
    }
    return first...last
  }

  private func grades(_ value: ScenarioValue) -> [ImpairmentScale]? {
    guard let items = value.list("a list of grades") else { return nil }
    let grades = items.compactMap { item -> ImpairmentScale? in
      guard let word = item.word(of: ["A", "B", "C", "D"], "a grade") else { return nil }
      return [ImpairmentScale.a, .b, .c, .d].first { $0.description == word }
    }
    guard grades.count == items.count, !grades.isEmpty, Set(grades).count == grades.count else {
      if grades.count == items.count { value.add(.impossible, "different grades A to D are required") }
      return nil
    }
    return grades
  }
}
