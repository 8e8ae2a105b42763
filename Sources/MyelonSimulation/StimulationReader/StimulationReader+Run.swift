import MyelonAnatomy
import MyelonQuantities
import MyelonStimulation

extension StimulationReader {
  /// What `run` says.
  struct RunKeys {
    var detail = StudyDetail.standard
    var resolution: Double?
    var uncertainty = 0
    var seed: UInt64 = 1
    var threads: Int?

    /// Puts all but the threads into a study.
    func apply(to study: inout StimulationStudy) {
      study.detail = detail
      study.resolution = resolution
      study.uncertaintySets = uncertainty
      study.seed = seed
    }
  }

  /// Reads `run`.
  func run(_ value: ScenarioValue) -> RunKeys? {
    let keys = ["detail", "resolution", "uncertainty", "seed", "threads"]
    guard let section = value.section(allowed: keys) else { return nil }
    var run = RunKeys()
    if let detail = section["detail"] { run.detail = detail.choice(StudyDetail.self) ?? run.detail }
    run.resolution = section["resolution"]?.quantity(as: .length, .any)
    if let sets = section["uncertainty"] { run.uncertainty = whole(sets) ?? 0 }
    if let seed = section["seed"] { run.seed = seed.wholeNumber() ?? 1 }
    run.threads = section["threads"]?.number(.threads).map { Int($0) }
    return run
  }

  /// Reads `parameters`: identifiers of `StimulationParameters` with a value, which may carry the parameter's unit.
  func parameters(_ value: ScenarioValue, species: Species) -> [String: Double] {
    guard let section = value.openSection("a group of parameter names with values") else { return [:] }
    let table = StimulationParameters.table(for: species)
    var found: [String: Double] = [:]
    for entry in section.entries {
      let value = section.value(of: entry)
      guard let parameter = table.parameter(entry.key) else {
        section.add(
          .unknownName, at: entry, "no parameter of stimulation is called that",
          found: ShownText.quoted(entry.key),
          nearest: SuggestedName.of(entry.key, in: table.parameters.map(\.id)))
        continue
      }
      guard let (text, _) = value.scalar("a number, with or without its unit") else { continue }
      let parts = text.split(separator: " ", maxSplits: 1)
      guard let first = parts.first, let number = ScenarioValue.number(in: first) else {
        value.add(
          .wrongType, "a number, with or without its unit, is required", found: ShownText.quoted(text))
        continue
      }
      if parts.count > 1, parts[1] != parameter.unit {
        value.add(
          .wrongUnit, "this parameter has another unit", found: ShownText.quoted(text),
          allowed: parameter.unit)
        continue
      }
      found[entry.key] = number
    }
    return found
  }
}
