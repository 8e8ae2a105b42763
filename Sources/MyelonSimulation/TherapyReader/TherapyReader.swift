import MyelonQuantities
import MyelonTherapies

/// Reads the therapies of an arm, strictly: every fault is a finding with its line.
struct TherapyReader {
  /// The products that cells may be of.
  let library: ProductLibrary
  /// Days of the run, when known.
  let days: Double?
  /// The subject, when known.
  let subject: Scenario.Subject?

  /// One therapy of the file: several interventions when it is repeated.
  struct Entry {
    let section: ScenarioSection
    let kind: TherapyKeys
    let name: String
    var interventions: [Intervention]
  }

  /// Reads `therapies`.
  ///
  /// - Parameter value: the list.
  /// - Returns: what could be read; a finding was added for the rest.
  func treatment(_ value: ScenarioValue) -> TreatmentProtocol {
    var entries = (value.list("a list of therapies") ?? []).compactMap(entry)
    checkNames(of: entries)
    for index in entries.indices where entries[index].kind == .safetySwitch {
      entries[index].interventions = switches(entries[index], among: entries)
    }
    checkScaffolds(of: entries)
    return TreatmentProtocol(entries.flatMap(\.interventions))
  }

  private func entry(_ item: ScenarioValue) -> Entry? {
    guard case .mapping(let keys) = item.node.content else {
      item.add(
        .wrongType, "a therapy is a group of keys", found: item.node.shown,
        allowed: "one of \(Self.kinds), and what belongs to it")
      return nil
    }
    let kinds = keys.compactMap { TherapyKeys(rawValue: $0.key) }
    guard let kind = kinds.first else {
      let nearest = keys.lazy.compactMap {
        SuggestedName.of($0.key, in: TherapyKeys.allCases.map(\.rawValue))
      }.first
      item.add(
        .missingKey, "a therapy must say what it is", found: item.node.shown, allowed: "one of \(Self.kinds)",
        nearest: nearest)
      return nil
    }
    guard let section = item.section(allowed: TherapyKeys.every) else { return nil }
    for entry in section.entries where TherapyKeys.every.contains(entry.key) && !kind.all.contains(entry.key)
    {
      section.add(
        .impossible, at: entry, "this does not belong to a therapy of the kind '\(kind.rawValue)'",
        found: ShownText.quoted(entry.key), allowed: kind.all.joined(separator: ", "))
    }
    return read(section, as: kind)
  }

  private static let kinds = TherapyKeys.allCases.map(\.rawValue).joined(separator: ", ")

  private func read(_ section: ScenarioSection, as kind: TherapyKeys) -> Entry? {
    let interventions: [Intervention]? =
      switch kind {
      case .cells, .exosomes: transplants(section, as: kind)
      case .scaffold: scaffold(section).map { [.scaffold($0)] }
      case .release: release(section).map { [.release($0)] }
      case .drug: drug(section).map { [.drug($0)] }
      case .safetySwitch: safetySwitch(section).map { [.safetySwitch($0)] }
      case .training: training(section).map { [.training($0)] }
      case .stimulation: stimulation(section).map { [.stimulation($0)] }
      }
    guard let interventions, let first = interventions.first else { return nil }
    return Entry(section: section, kind: kind, name: first.name, interventions: interventions)
  }

  // MARK: - What all therapies have

  /// The name of a therapy: its own or the usual one; nil with a finding for a bad one.
  func name(_ section: ScenarioSection, usual: String) -> String? {
    guard let value = section["name"] else { return usual }
    guard let text = value.text(longest: 80) else { return nil }
    let isFit = text.allSatisfy { $0.isLetter || $0.isNumber || " ._-+,()".contains($0) }
    let hasWord = text.contains { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard isFit, hasWord, text.first != " ", text.last != " " else {
      value.add(
        .wrongType, "a name is required", found: ShownText.quoted(text),
        allowed: "letters, digits, blanks and . _ - + , ( ), with at least one of a-z or 0-9")
      return nil
    }
    return text
  }

  /// The day of a therapy; nil with a finding when it lies outside the run.
  func day(_ section: ScenarioSection) -> Double? {
    guard let value = section.required("day", "days after injury"), let day = value.days() else { return nil }
    return isInRun(day, at: value) ? day : nil
  }

  /// True for a day within the run; a finding otherwise.
  func isInRun(_ day: Double, at value: ScenarioValue) -> Bool {
    guard day >= 0 else {
      value.add(
        .outOfRange, "a day before the injury", found: day.shortestText, allowed: "0 or later")
      return false
    }
    guard let days, day > days else { return true }
    value.add(
      .impossible, "the run ends before this day", found: "day \(day.shortestText)",
      allowed: "up to day \(days.shortestText)")
    return false
  }

  /// A time in days within a limit.
  func days(_ value: ScenarioValue, _ limit: ScenarioLimit) -> Double? {
    value.days().flatMap { value.checked($0, limit, shown: ShownText.plain(value.scalarText)) }
  }

  /// A share, as a number or in per cent.
  func fraction(_ value: ScenarioValue) -> Double? { value.quantity(as: .fraction, .fraction) }

  /// Injection sites; the epicentre when not given.
  func sites(_ value: ScenarioValue?) -> [InjectionSite]? {
    guard let value else { return [.epicentre] }
    guard let items = value.list("a list of injection sites") else { return nil }
    guard (1...100).contains(items.count) else {
      value.add(
        .outOfRange, "a list of injection sites is required", found: value.node.shown, allowed: "1 to 100")
      return nil
    }
    let sites = items.compactMap(site)
    return sites.count == items.count ? sites : nil
  }

  private func site(_ item: ScenarioValue) -> InjectionSite? {
    guard let section = item.section(allowed: ["axial", "lateral", "dorsal", "share"]) else { return nil }
    var site = InjectionSite()
    var isFine = true
    func set(
      _ key: String, _ part: WritableKeyPath<InjectionSite, Double>, _ read: (ScenarioValue) -> Double?
    ) {
      guard let value = section[key] else { return }
      if let number = read(value) { site[keyPath: part] = number } else { isFine = false }
    }
    set("axial", \.axial) { $0.quantity(as: .length, .axialSite) }
    set("lateral", \.lateral) { $0.quantity(as: .length, .sectionSite) }
    set("dorsal", \.dorsal) { $0.quantity(as: .length, .sectionSite) }
    set("share", \.share) { $0.number(.share) }
    return isFine ? site : nil
  }
}
