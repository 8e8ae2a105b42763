import MyelonAnatomy
import MyelonQuantities

extension ScenarioReader {
  private static let publishedKeys = [
    "measure", "day", "mean", "spread", "spread-is", "unit", "source", "provenance", "note",
  ]

  /// Reads the published results of an arm.
  func published(
    _ value: ScenarioValue, species: Scenario.Species?, days: Double?
  ) -> [Scenario.PublishedResult] {
    let items = value.list("a list of published results") ?? []
    let sections = items.compactMap { $0.section(allowed: Self.publishedKeys) }
    return sections.compactMap { result($0, species: species, days: days) }
  }

  private func result(
    _ section: ScenarioSection, species: Scenario.Species?, days: Double?
  ) -> Scenario.PublishedResult? {
    let measure = section.required("measure").flatMap { self.measure($0, species: species) }
    let span = section.required("day").flatMap { self.span($0, days: days) }
    let mean = section.required("mean").flatMap { self.mean($0, of: measure) }
    let spread = section["spread"]?.number(Self.spreadLimit)
    let spreadKind = section["spread-is"]?.choice(Scenario.SpreadKind.self) ?? .unstated
    if let value = section["spread-is"], !section.has("spread") {
      value.add(.impossible, "'spread-is' says what 'spread' is, and no spread is given")
    }
    let unit = section.required("unit").flatMap { self.unit($0, of: measure) }
    let source = section.required("source", "the paper")?.text(longest: 400)
    let provenance = section.required("provenance", "retrieved or recalled")?.choice(Scenario.Provenance.self)
    let note = section["note"]?.text(longest: 400) ?? ""
    guard let measure, let span, let mean, let unit, let source, let provenance else { return nil }
    return Scenario.PublishedResult(
      measure: measure.name, firstDay: span.lowerBound, lastDay: span.upperBound, mean: mean, spread: spread,
      spreadKind: spreadKind, unit: unit, source: source, provenance: provenance, note: note)
  }

  private func measure(_ value: ScenarioValue, species: Scenario.Species?) -> ScenarioMeasure? {
    guard let name = value.word(of: vocabulary.measures.map(\.name), "the name of a measure") else {
      return nil
    }
    let measure = vocabulary.measures.first { $0.name == name }
    if let wanted = measure?.species, let species, wanted != species {
      value.add(
        .impossible, "this measure is taken in a \(wanted.rawValue) only", found: "a \(species.rawValue)")
    }
    return measure
  }

  private func mean(_ value: ScenarioValue, of measure: ScenarioMeasure?) -> Double? {
    guard let mean = value.number("a number") else { return nil }
    guard let measure, !measure.range.contains(mean) else { return mean }
    value.add(
      .outOfRange, "out of range", found: mean.shortestText,
      allowed: "\(QuantityText.range(measure.range)) \(measure.unit)")
    return nil
  }

  private static let spreadLimit = ScenarioLimit(
    0...1e6, "0 to 1000000", "a spread is not negative, and no measure reaches a million")

  /// A day, or a list of the first and last day.
  private func span(_ value: ScenarioValue, days: Double?) -> ClosedRange<Double>? {
    var ends: [Double] = []
    if case .list = value.node.content {
      let items = value.list("a day, or first and last day") ?? []
      ends = items.compactMap { $0.days() }
      guard items.count == 2 else {
        value.add(
          .wrongType, "a day, or a list of first and last day, is required", found: value.node.shown)
        return nil
      }
      guard ends.count == 2 else { return nil }
    } else {
      guard let day = value.days() else { return nil }
      ends = [day, day]
    }
    guard ends[0] <= ends[1] else {
      value.add(
        .impossible, "the first day is after the last",
        found: "\(ends[0].shortestText) and \(ends[1].shortestText)")
      return nil
    }
    guard ends[0] >= 0 else {
      value.add(
        .outOfRange, "a day before the injury", found: ends[0].shortestText, allowed: "0 or later")
      return nil
    }
    if let days, ends[1] > days {
      value.add(
        .impossible, "the run ends before this day, so nothing can be set beside the result",
        found: ends[1].shortestText, allowed: "up to \(days.shortestText) d")
    }
    return ends[0]...ends[1]
  }

  private func unit(_ value: ScenarioValue, of measure: ScenarioMeasure?) -> String? {
    guard let (text, _) = value.scalar("a unit") else { return nil }
    guard let measure, text != measure.unit else { return text }
    value.add(
      .wrongUnit, "\(measure.name) is given in \(measure.unit)", found: ShownText.quoted(text),
      allowed: measure.unit)
    return nil
  }
}
