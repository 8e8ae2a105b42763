import MyelonAnatomy
import MyelonLesion
import MyelonQuantities

/// Writes a scenario as a file that the reader reads back to an equal value.
///
/// Every key is written, in one fixed order, texts in double quotes and numbers with the shortest digits that
/// give the same number back, in the everyday unit where that is exact.
struct ScenarioWriter {
  private(set) var text = ""
  /// Species of the subject, on which the units of drug doses depend.
  let species: Species

  /// The whole file.
  static func yaml(_ scenario: Scenario) -> String {
    var writer = ScenarioWriter(species: scenario.subject.species)
    writer.line(0, "myelon", "\(scenario.schema)")
    writer.line(0, "name", quoted(scenario.name))
    if !scenario.description.isEmpty { writer.line(0, "description", quoted(scenario.description)) }
    writer.write(scenario.subject)
    writer.write(injury: scenario.injury, indentation: 0)
    if let baseline = scenario.baseline { writer.write(baseline) }
    writer.write(arms: scenario.arms)
    writer.write(scenario.run)
    writer.open(0, "outputs")
    writer.line(1, "fields", fields(scenario.outputs.fields))
    writer.write(parameters: scenario.parameters)
    switch scenario.anatomy {
    case .parametric: writer.line(0, "anatomy", "parametric")
    case .pam50(nil): writer.line(0, "anatomy", "pam50")
    case .pam50(let directory?):
      writer.open(0, "anatomy")
      writer.line(1, "pam50", quoted(directory))
    }
    writer.write(products: scenario.products)
    return writer.text
  }

  // MARK: - Lines

  mutating func line(_ indentation: Int, _ key: String, _ value: String, isItem: Bool = false) {
    text += String(repeating: "  ", count: indentation) + (isItem ? "- " : "") + "\(key): \(value)\n"
  }

  mutating func open(_ indentation: Int, _ key: String) {
    text += String(repeating: "  ", count: indentation) + "\(key):\n"
  }

  // MARK: - Groups

  private mutating func write(_ subject: Scenario.Subject) {
    open(0, "subject")
    line(1, "species", subject.species.rawValue)
    line(1, "age", QuantityText.text(subject.age, as: .age, preferring: ["years", "weeks", "months"]))
    line(1, "sex", subject.sex.rawValue)
    if let weight = subject.weight {
      line(
        1, "weight", QuantityText.text(weight, as: .mass, preferring: weight < 1000 ? ["g"] : ["kg", "g"]))
    }
    if let susceptibility = subject.susceptibility {
      line(1, "susceptibility", susceptibility.shortestText)
    }
  }

  mutating func write(injury: Injury, indentation: Int) {
    open(indentation, "injury")
    let inside = indentation + 1
    write(injury.mechanism, indentation: inside)
    line(inside, "level", Self.quoted(injury.level))
    switch injury.mechanism {
    case .hemisection, .dorsalSection, .transection: return
    default: break
    }
    line(inside, "laterality", injury.laterality.shortestText)
    line(inside, "depth", injury.depth.map(\.shortestText) ?? "auto")
    line(
      inside, "length",
      injury.length.map { QuantityText.text($0, as: .length, preferring: ["mm"]) } ?? "auto")
    line(inside, "offset", QuantityText.text(injury.offset, as: .length, preferring: ["mm"]))
  }

  private mutating func write(_ mechanism: InjuryMechanism, indentation: Int) {
    func length(_ value: Double) -> String { QuantityText.text(value, as: .length, preferring: ["mm"]) }
    func fraction(_ value: Double) -> String {
      QuantityText.text(value, as: .fraction, preferring: ["%", "fraction"])
    }
    func time(_ value: Double) -> String {
      QuantityText.text(value, as: .time, preferring: ["h", "min", "s", "d"])
    }
    let name: MechanismKeys
    let values: [(key: String, value: String)]
    switch mechanism {
    case .weightDrop(let height, let mass):
      name = .weightDrop
      values = [
        ("height", length(height)), ("mass", QuantityText.text(mass, as: .mass, preferring: ["g"])),
      ]
    case .impactForce(let force):
      name = .force
      values = [("force", QuantityText.text(force, as: .force, preferring: ["kdyn"]))]
    case .clip(let force, let duration):
      name = .clip
      values = [("closing-force", "\(force.shortestText) gf"), ("duration", time(duration))]
    case .contusion(let peak):
      name = .contusion
      values = [("peak-compression", fraction(peak))]
    case .compression(let peak, let residual, let decompression):
      name = .compression
      values = [
        ("peak-compression", fraction(peak)), ("residual-compression", fraction(residual)),
        ("decompression", time(decompression)),
      ]
    case .hemisection(let side, let gap):
      name = .hemisection
      values = [("side", side.rawValue), ("gap", length(gap))]
    case .dorsalSection(let depth, let gap):
      name = .dorsalSection
      values = [("cut-depth", fraction(depth)), ("gap", length(gap))]
    case .transection(let gap):
      name = .transection
      values = [("gap", length(gap))]
    }
    line(indentation, "mechanism", name.rawValue)
    for (key, value) in values { line(indentation, key, value) }
  }

  private mutating func write(_ run: Scenario.Run) {
    open(0, "run")
    line(1, "days", run.days.shortestText)
    line(1, "voxel", QuantityText.text(run.voxel, as: .length, preferring: ["mm"]))
    line(1, "seed", "\(run.seed)")
    line(1, "visits", "[\(run.visits.map(\.shortestText).joined(separator: ", "))]")
    if let threads = run.threads { line(1, "threads", "\(threads)") }
    line(1, "examiner-noise", run.examinerNoise ? "on" : "off")
    line(1, "individual-variation", run.individualVariation ? "on" : "off")
    switch run.window {
    case .automatic: line(1, "window", "auto")
    case .length(let length): line(1, "window", QuantityText.text(length, as: .length, preferring: ["mm"]))
    }
    if let tolerance = run.timeStepTolerance {
      line(1, "time-step-tolerance", QuantityText.text(tolerance, as: .fraction, preferring: ["fraction"]))
    }
    line(1, "agents", "\(run.agents)")
    line(1, "growth-cones", "\(run.growthCones)")
  }

  private mutating func write(parameters: [ParameterOverride]) {
    guard !parameters.isEmpty else { return }
    open(0, "parameters")
    for override in parameters {
      let unit = override.unit.map { " \($0)" } ?? ""
      line(1, Self.quoted(override.id), Self.quoted(override.value.shortestText + unit))
    }
  }

  private static func fields(_ selection: Scenario.FieldSelection) -> String {
    switch selection {
    case .standard: "default"
    case .all: "all"
    case .none: "none"
    case .named(let names): "[\(names.joined(separator: ", "))]"
    }
  }
}
