import MyelonAnatomy
import MyelonQuantities
import MyelonStimulation

/// Reads the tree of a study file into a `StimulationStudy`, collecting everything that is wrong with it.
///
/// Only form is judged here; what the values mean together is judged by `StimulationStudy.faults()`, whose faults are
/// given their line by `add(_:at:montagePlaces:)`.
struct StimulationReader {
  /// Takes what is wrong.
  let findings: FindingList

  /// What a file says.
  struct Content {
    var study: StimulationStudy
    var threads: Int?
    /// Position in the file's list of each montage of the study.
    var montagePlaces: [Int]
  }

  private static let keys = [
    "myelon-stimulation", "name", "description", "subject", "electrode", "montages", "both-polarities",
    "pulse",
    "amplitudes", "fibres", "target", "parameters", "run", "allow-unbalanced", "accept-unsafe",
  ]

  /// Reads the whole file.
  ///
  /// - Returns: the content; only valid when no finding was added.
  func study(from node: ScenarioNode) -> Content? {
    let hints = [
      "myelon":
        "that key begins a scenario, which `myelon run` takes; a study begins with 'myelon-stimulation: 1'",
      "electrodes": "one electrode a study", "waveform": "see 'pulse'", "roots": "see 'fibres'",
    ]
    let value = ScenarioValue(node: node, path: "", findings: findings)
    guard let root = value.section(allowed: Self.keys, hints: hints), isThisSchema(root) else { return nil }
    let name = root.required("name")?.name()
    let description = root["description"]?.text(longest: 4000, allowsLines: true) ?? ""
    let subject = root.required("subject", "with the species").flatMap(subject)
    let species = subject?.species ?? .human
    let electrode = root.required("electrode").flatMap(electrode)
    let montages = root.required("montages", "a list; 'each-contact' tries every contact alone").flatMap(
      montages)
    let pulse = root.required("pulse").flatMap(pulse)
    let amplitudes = root.required("amplitudes", "such as {from: 0.1 mA, to: 8 mA}").flatMap(amplitudes)
    let fibres = root.required("fibres", "such as {roots: [L2, L3, L4]}").flatMap(fibres)
    let target = root["target"].flatMap { self.target($0, species: species) }
    let both = root["both-polarities"]?.flag() ?? false
    let unbalanced = root["allow-unbalanced"]?.flag() ?? false
    let unsafe = root["accept-unsafe"]?.flag() ?? false
    let parameters = root["parameters"].map { self.parameters($0, species: species) } ?? [:]
    let run = root["run"].flatMap(run) ?? RunKeys()
    guard let name, let subject, let electrode, let montages, let pulse, let amplitudes, let fibres else {
      return nil
    }
    var study = StimulationStudy(
      name: name, species: subject.species, electrode: electrode, pulse: pulse, amplitudes: amplitudes,
      fibres: fibres)
    study.description = description
    study.posture = subject.posture
    study.lengthScale = subject.length
    study.acrossScale = subject.across
    study.triesEachContact = montages.triesEachContact
    study.montages = montages.list
    study.triesBothPolarities = both
    study.target = target
    study.parameters = parameters
    study.allowsUnbalanced = unbalanced
    study.acceptsUnsafe = unsafe
    run.apply(to: &study)
    return Content(study: study, threads: run.threads, montagePlaces: montages.places)
  }

  private func isThisSchema(_ root: ScenarioSection) -> Bool {
    guard
      let value = root.required("myelon-stimulation", "the version of the format, 'myelon-stimulation: 1'")
    else { return true }
    guard let schema = value.wholeNumber() else { return true }
    if schema == StimulationFile.currentSchema { return true }
    value.add(
      .outOfRange, "this version of Myelon does not read this version of the format", found: "\(schema)",
      allowed: "\(StimulationFile.currentSchema)")
    return false
  }

  private typealias Subject = (species: Species, posture: SpinePosture, length: Double, across: Double)

  private func subject(_ value: ScenarioValue) -> Subject? {
    guard let section = value.section(allowed: ["species", "posture", "length", "across"]) else { return nil }
    let species = section.required("species")?.choice(Species.self)
    let posture = section["posture"].map { $0.choice(SpinePosture.self) } ?? .supine
    let length = section["length"].map { $0.quantity(as: .fraction, .any) } ?? 1
    let across = section["across"].map { $0.quantity(as: .fraction, .any) } ?? 1
    guard let species, let posture, let length, let across else { return nil }
    return (species, posture, length, across)
  }

  private func pulse(_ value: ScenarioValue) -> StudyPulse? {
    guard let section = value.section(allowed: ["kind", "width", "gap", "ratio", "rate"]) else { return nil }
    let kind = section.required("kind")?.choice(StudyPulse.Kind.self)
    let width = section.required("width", "such as 200 us")?.quantity(as: .pulseWidth, .any)
    let gap = section["gap"].map { $0.quantity(as: .pulseWidth, .any) } ?? 0
    let ratio = section["ratio"].map { $0.number(.any) } ?? 10
    let rate = section.required("rate", "such as 30 Hz; safety depends on it")?.quantity(as: .frequency, .any)
    if let kind, kind != .asymmetric, let ratio = section["ratio"] {
      ratio.add(.impossible, "only an asymmetric-biphasic pulse has a ratio", found: kind.rawValue)
    }
    guard let kind, let width, let gap, let ratio, let rate else { return nil }
    return StudyPulse(kind: kind, width: width, gap: gap, ratio: ratio, rate: rate)
  }

  private func amplitudes(_ value: ScenarioValue) -> StudyAmplitudes? {
    guard let section = value.section(allowed: ["from", "to", "count"]) else { return nil }
    let from = section.required("from", "such as 0.1 mA")?.quantity(as: .current, .any)
    let to = section.required("to", "such as 8 mA")?.quantity(as: .current, .any)
    let count = section["count"].map(whole) ?? 60
    guard let from, let to, let count else { return nil }
    return StudyAmplitudes(lowest: from, highest: to, count: count)
  }

  /// A whole number that is small enough for an `Int`.
  func whole(_ value: ScenarioValue) -> Int? {
    value.wholeNumber().map { Int(clamping: $0) }
  }
}

extension ScenarioLimit {
  /// Any number: what a study takes is judged by the study itself.
  static let any = ScenarioLimit(-1e12...1e12, "any number", "beyond that it is a slip")
}
