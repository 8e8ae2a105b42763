import MyelonQuantities

extension ScenarioWriter {
  /// Writes `baseline`.
  mutating func write(_ baseline: Scenario.Baseline) {
    open(0, "baseline")
    line(1, "examination", Self.quoted(baseline.examination))
    if let identifier = baseline.identifier { line(1, "identifier", Self.quoted(identifier)) }
    line(1, "day", baseline.day.shortestText)
    if let image = baseline.image {
      open(1, "image")
      line(2, "lesion", Self.quoted(image.lesion))
      line(2, "cord", Self.quoted(image.cord))
      if let levels = image.levels { line(2, "levels", Self.quoted(levels)) }
      line(2, "numbering", image.numbering.rawValue)
      line(2, "day", image.day.shortestText)
    }
    if let serum = baseline.serum {
      open(1, "serum")
      if let value = serum.neurofilament { line(2, "nfl", "\(value.shortestText) pg/mL") }
      if let value = serum.glialFibrillaryProtein { line(2, "gfap", "\(value.shortestText) pg/mL") }
      line(2, "day", serum.day.shortestText)
    }
  }
}
