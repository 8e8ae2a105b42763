import MyelonAnatomy
import MyelonQuantities

extension ScenarioReader {
  private static let longestPath = 1024

  /// Reads `baseline`: what is known of a subject.
  func baseline(
    _ value: ScenarioValue, species: Scenario.Species?, days: Double?
  ) -> Scenario.Baseline? {
    guard let section = value.section(allowed: ["examination", "identifier", "day", "image", "serum"]) else {
      return nil
    }
    if species == .rat {
      value.add(
        .impossible, "a baseline is a person's examination", found: "a rat",
        allowed: "a human subject, or no baseline")
    }
    let examination = section.required("examination")?.text(longest: Self.longestPath)
    let identifier = section["identifier"]?.text(longest: 200)
    let day = section.required("day").flatMap { self.day($0, days: days) }
    let image = section["image"].flatMap { self.image($0, days: days) }
    let serum = section["serum"].flatMap { self.serum($0, days: days) }
    guard let examination, let day else { return nil }
    return Scenario.Baseline(
      examination: examination, identifier: identifier, day: day, image: image, serum: serum)
  }

  private func image(_ value: ScenarioValue, days: Double?) -> Scenario.Baseline.Image? {
    guard let section = value.section(allowed: ["lesion", "cord", "levels", "numbering", "day"]) else {
      return nil
    }
    let lesion = section.required("lesion")?.text(longest: Self.longestPath)
    let cord = section.required("cord")?.text(longest: Self.longestPath)
    let levels = section["levels"]?.text(longest: Self.longestPath)
    let numbering = section["numbering"]?.choice(Scenario.Baseline.Image.Numbering.self) ?? .vertebrae
    let day = section.required("day").flatMap { self.day($0, days: days) }
    guard let lesion, let cord, let day else { return nil }
    return Scenario.Baseline.Image(lesion: lesion, cord: cord, levels: levels, numbering: numbering, day: day)
  }

  private func serum(_ value: ScenarioValue, days: Double?) -> Scenario.Baseline.Serum? {
    guard let section = value.section(allowed: ["nfl", "gfap", "day"]) else { return nil }
    let neurofilament = section["nfl"]?.quantity(as: .serumConcentration, .serumProtein)
    let glial = section["gfap"]?.quantity(as: .serumConcentration, .serumProtein)
    let day = section.required("day").flatMap { self.day($0, days: days) }
    guard let day else { return nil }
    return Scenario.Baseline.Serum(neurofilament: neurofilament, glialFibrillaryProtein: glial, day: day)
  }

  /// A day after injury within the run.
  private func day(_ value: ScenarioValue, days: Double?) -> Double? {
    guard let day = value.days() else { return nil }
    guard day > 0, day <= days ?? .infinity else {
      value.add(
        .outOfRange, "a baseline lies after the injury and within the run",
        found: ShownText.plain(value.scalarText), allowed: "more than 0, up to run.days")
      return nil
    }
    return day
  }
}
