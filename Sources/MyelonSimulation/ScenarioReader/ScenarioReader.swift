import Foundation
import MyelonTherapies

/// Reads the tree of a scenario file into a `Scenario`, collecting everything that is wrong with it.
struct ScenarioReader {
  /// Names that the file may use.
  let vocabulary: ScenarioVocabulary
  /// Takes what is wrong.
  let findings: FindingList

  private static let keys = [
    "myelon", "name", "description", "subject", "injury", "baseline", "arms", "run", "outputs", "parameters",
    "anatomy",
    "products",
  ]

  /// Reads the whole file.
  ///
  /// - Returns: the scenario; only valid when no finding was added.
  func scenario(from node: ScenarioNode) -> Scenario? {
    let hints = [
      "therapies": "therapies belong to an arm", "published": "published results belong to an arm",
    ]
    let value = ScenarioValue(node: node, path: "", findings: findings)
    guard let root = value.section(allowed: Self.keys, hints: hints) else { return nil }
    guard isThisSchema(root) else { return nil }
    let name = root.required("name")?.name()
    let description = root["description"]?.text(longest: 4000, allowsLines: true) ?? ""
    let subject = root.required("subject").flatMap(subject)
    // A subject with one wrong value still says its species, by which the rest is checked.
    let species = subject?.species ?? root["subject"].flatMap(speciesAlone)
    let injuryKeys = root.required("injury").flatMap(injurySection)
    let injury = injuryKeys.flatMap { self.injury(from: $0, species: species) }
    let runKeys = root["run"].flatMap(runSection)
    let run = runKeys.map(run) ?? Scenario.Run()
    let days = runKeys.map(days) ?? run.days
    let baseline = root["baseline"].flatMap { self.baseline($0, species: species, days: days) }
    let products = root["products"].map(products) ?? []
    let therapies = TherapyReader(library: library(with: products, root), days: days, subject: subject)
    let arms = arms(root["arms"], base: injuryKeys, species: species, days: days, therapies: therapies)
    let outputs = root["outputs"].flatMap(outputs) ?? Scenario.Outputs()
    let parameters = root["parameters"].map(parameters) ?? []
    let anatomy = root["anatomy"].flatMap { self.anatomy($0, species: species) } ?? .parametric
    let own = arms.compactMap { arm in arm.injury.map { (arm: Optional(arm.name), injury: $0) } }
    let shared = injury.map { [(arm: String?.none, injury: $0)] } ?? []
    check(run, keys: runKeys, root: root, species: species, injuries: shared + own)
    guard let name, let subject, let injury else { return nil }
    return Scenario(
      name: name, description: description, subject: subject, injury: injury, baseline: baseline, arms: arms,
      run: run, outputs: outputs, parameters: parameters, anatomy: anatomy, products: products)
  }

  /// The shipped products; a finding should they ever be unreadable.
  private func shipped() -> ProductLibrary {
    do throws(ScenarioError) {
      return try ProductLibrary.shipped()
    } catch {
      findings.add(.file, line: nil, "the shipped products cannot be read", found: error.description)
      return ProductLibrary()
    }
  }

  /// Reads `products`: definitions, or files of definitions beside the scenario.
  private func products(_ value: ScenarioValue) -> [ProductRecord] {
    let directory = URL(fileURLWithPath: findings.file).deletingLastPathComponent()
    return ProductReader(library: shipped(), origin: .scenario, findings: findings)
      .records(from: value, directory: directory)
  }

  /// The products that the arms may name; the shipped ones are only read when an arm has therapies.
  private func library(with products: [ProductRecord], _ root: ScenarioSection) -> ProductLibrary {
    guard root.has("arms") || !products.isEmpty else { return ProductLibrary() }
    return ProductLibrary(shipped().records + products)
  }

  /// False when the file is written for another version of the format, of which nothing more can be said.
  private func isThisSchema(_ root: ScenarioSection) -> Bool {
    guard let value = root.required("myelon", "the version of the format, 'myelon: 1'") else { return true }
    guard let schema = value.wholeNumber() else { return true }
    if schema == UInt64(Scenario.currentSchema) { return true }
    value.add(
      .outOfRange, "this version of Myelon does not read this version of the format", found: "\(schema)",
      allowed: "\(Scenario.currentSchema)")
    return false
  }

  /// Reads `parameters`: identifiers with a value, which may carry a unit.
  private func parameters(_ value: ScenarioValue) -> [ParameterOverride] {
    guard let section = value.openSection("a group of parameter names with values") else { return [] }
    var overrides: [ParameterOverride] = []
    for entry in section.entries {
      let value = section.value(of: entry)
      guard let (text, _) = value.scalar("a number, with or without a unit") else { continue }
      let numeral = Self.leadingNumeral(of: text)
      let unit = text.dropFirst(numeral.count).drop { $0 == " " }
      let isUnit = unit.count <= 24 && unit.unicodeScalars.allSatisfy(ShownText.isPrintable)
      guard let number = ScenarioValue.number(in: numeral), isUnit, unit.last != " " else {
        value.add(
          .wrongType, "a number, with or without a unit, is required", found: ShownText.quoted(text))
        continue
      }
      overrides.append(
        ParameterOverride(
          id: entry.key, value: number, unit: unit.isEmpty ? nil : String(unit), line: entry.line))
    }
    return overrides
  }

  /// The longest beginning of the text that is a number.
  private static func leadingNumeral(of text: String) -> Substring {
    var numeral = text.prefix { "0123456789+-.eE".contains($0) }
    while !numeral.isEmpty, ScenarioValue.number(in: numeral) == nil { numeral = numeral.dropLast() }
    return numeral
  }
}
