import MyelonAnatomy
import MyelonQuantities

extension ScenarioReader {
  private static let subjectKeys = ["species", "age", "sex", "weight", "susceptibility"]

  /// Reads `subject`.
  func subject(_ value: ScenarioValue) -> Scenario.Subject? {
    guard let section = value.section(allowed: Self.subjectKeys) else { return nil }
    let species = section.required("species")?.choice(Scenario.Species.self)
    // Without a species the wider range still catches nonsense.
    let isRat = species == .rat
    let age = section.required("age", "such as 38 years or 10 weeks")?.quantity(
      as: .age, isRat ? .ratAge : .humanAge)
    let sex = section.required("sex")?.choice(Scenario.Sex.self)
    let weight = section["weight"]?.quantity(as: .mass, isRat ? .ratWeight : .humanWeight)
    let susceptibility = section["susceptibility"]?.number(.susceptibility)
    guard let species, let age, let sex else { return nil }
    return Scenario.Subject(
      species: species, age: age, sex: sex, weight: weight, susceptibility: susceptibility)
  }

  /// The species of a subject that is otherwise wrong, so that the rest of the file can still be checked.
  func speciesAlone(_ value: ScenarioValue) -> Scenario.Species? {
    guard case .mapping(let entries) = value.node.content,
      case .scalar(let text, _)? = entries.first(where: { $0.key == "species" })?.value.content
    else { return nil }
    return Scenario.Species(rawValue: text)
  }

  /// Reads `anatomy`: `parametric`, `pam50`, or `pam50:` with a directory.
  func anatomy(_ value: ScenarioValue, species: Scenario.Species?) -> Scenario.Anatomy? {
    var anatomy: Scenario.Anatomy?
    if case .mapping = value.node.content {
      let directory = value.section(allowed: ["pam50"])?.required("pam50")?.text(longest: 1024)
      anatomy = directory.map { .pam50(directory: $0) }
    } else {
      let words = ["parametric", "pam50"]
      let word = value.word(of: words, "parametric, pam50, or pam50: with a directory,")
      anatomy = word.map { $0 == "pam50" ? .pam50(directory: nil) : .parametric }
    }
    if case .pam50 = anatomy, species == .rat {
      value.add(.impossible, "PAM50 is a template of the human cord", found: "a rat", allowed: "parametric")
    }
    return anatomy
  }

  /// Reads `outputs`.
  func outputs(_ value: ScenarioValue) -> Scenario.Outputs? {
    guard let section = value.section(allowed: ["fields"]) else { return nil }
    guard let fields = section["fields"] else { return Scenario.Outputs() }
    return fieldSelection(fields).map { Scenario.Outputs(fields: $0) }
  }

  private func fieldSelection(_ value: ScenarioValue) -> Scenario.FieldSelection? {
    let words = ["default", "all", "none"]
    if case .list(let items) = value.node.content {
      guard !items.isEmpty else {
        value.add(.wrongType, "the list is empty", allowed: "none, or at least one field")
        return nil
      }
      var names: [String] = []
      for item in value.list("a list of fields") ?? [] {
        guard let name = item.word(of: vocabulary.fields, "the name of a field") else { continue }
        if names.contains(name) {
          item.add(.impossible, "the field is listed twice", found: ShownText.quoted(name))
        }
        names.append(name)
      }
      return .named(names)
    }
    switch value.word(of: words, "a list of fields, or one of the allowed words,") {
    case "default": return .standard
    case "all": return .all
    case "none": return Scenario.FieldSelection.none
    default: return nil
    }
  }
}
