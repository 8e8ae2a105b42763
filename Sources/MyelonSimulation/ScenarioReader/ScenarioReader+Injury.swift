import MyelonAnatomy
import MyelonLesion
import MyelonQuantities

extension ScenarioReader {
  /// Reads the keys of an injury, without their values.
  func injurySection(_ value: ScenarioValue) -> ScenarioSection? {
    value.section(allowed: MechanismKeys.all)
  }

  /// Reads an injury.
  ///
  /// - Parameters:
  ///   - section: its keys.
  ///   - base: the keys of the injury of which an arm changes a part; nil for a complete injury.
  ///   - species: the species, when known.
  /// - Returns: the injury, or nil when a finding was added that leaves none.
  func injury(
    from section: ScenarioSection, base: ScenarioSection? = nil, species: Scenario.Species?
  ) -> Injury? {
    let inherited = InheritedKeys(section: section, base: base)
    guard let mechanismValue = inherited.required("mechanism") else { return nil }
    guard let mechanism = mechanismValue.choice(MechanismKeys.self) else { return nil }
    if mechanism.isAnimalOnly, species == .human {
      mechanismValue.add(
        .impossible, "this is done to exposed animal cords and not to people",
        found: ShownText.quoted(mechanism.rawValue),
        allowed: MechanismKeys.allCases.filter { !$0.isAnimalOnly }.map(\.rawValue).joined(separator: ", "))
    }
    checkKeys(of: section, belongTo: mechanism)
    let changesMechanism = section.has("mechanism") && base?["mechanism"]?.scalarText != mechanism.rawValue
    let source = changesMechanism ? inherited.withoutInheriting(all: mechanism) : inherited
    let level = source.required("level").flatMap { self.level($0, species: species) }
    let takesPlacement = !mechanism.placement.isEmpty
    let laterality = takesPlacement ? source["laterality"]?.number(.offset) ?? 0 : 0
    let depth = takesPlacement ? source["depth"].flatMap { automatic($0) ? nil : $0.number(.offset) } : nil
    let length =
      takesPlacement
      ? source["length"].flatMap { automatic($0) ? nil : $0.quantity(as: .length, .struckLength, or: "auto") }
      : nil
    let offset = takesPlacement ? source["offset"]?.quantity(as: .length, .epicentreOffset) ?? 0 : 0
    let details = self.mechanism(mechanism, from: source)
    guard let level, let details else { return nil }
    return Injury(
      mechanism: details, level: level, laterality: laterality, depth: depth, length: length, offset: offset)
  }

  /// True for the word `auto`, which leaves a value to the mechanism.
  private func automatic(_ value: ScenarioValue) -> Bool { value.scalarText == "auto" }

  /// Finds keys of other mechanisms.
  private func checkKeys(of section: ScenarioSection, belongTo mechanism: MechanismKeys) {
    let fitting = ["mechanism", "level"] + mechanism.own + mechanism.placement
    for entry in section.entries where MechanismKeys.all.contains(entry.key) && !fitting.contains(entry.key) {
      let reason =
        entry.key == "laterality" && mechanism == .hemisection ? " (its side says where it is)" : ""
      section.add(
        .impossible, at: entry, "this does not belong to the mechanism '\(mechanism.rawValue)'\(reason)",
        found: ShownText.quoted(entry.key), allowed: fitting.joined(separator: ", "))
    }
  }

  private func level(_ value: ScenarioValue, species: Scenario.Species?) -> String? {
    let species = species.map { [$0] } ?? Scenario.Species.allCases
    let names = species.flatMap(CordLevels.names)
    guard let (text, _) = value.scalar("the name of a spinal segment") else { return nil }
    if names.contains(text) { return text }
    let cords = species.map { $0 == .human ? "C1-C8, T1-T12, L1-L5, S1-S5" : "C1-C8, T1-T13, L1-L6, S1-S4" }
    value.add(
      .unknownName, "the name of a spinal segment is required", found: ShownText.quoted(text),
      allowed: zip(species, cords).map { "\($1) (\($0.rawValue))" }.joined(separator: " or "),
      nearest: SuggestedName.of(text, in: names))
    return nil
  }

  private func mechanism(_ mechanism: MechanismKeys, from keys: InheritedKeys) -> InjuryMechanism? {
    switch mechanism {
    case .compression:
      return compression(from: keys)
    case .contusion:
      let peak = keys.required("peak-compression")?.quantity(as: .fraction, .peakCompression)
      return peak.map { .contusion(peakCompression: $0) }
    case .weightDrop:
      let height = keys.required("height")?.quantity(as: .length, .height)
      let mass = keys.required("mass")?.quantity(as: .mass, .mass)
      guard let height, let mass else { return nil }
      return .weightDrop(height: height, mass: mass)
    case .force:
      return keys.required("force")?.quantity(as: .force, .force).map { .impactForce(force: $0) }
    case .clip:
      let force = keys.required("closing-force").flatMap(closingForce)
      let duration = keys.required("duration")?.quantity(as: .time, .clipDuration)
      guard let force, let duration else { return nil }
      return .clip(force: force, duration: duration)
    case .hemisection:
      let side = keys.required("side")?.choice(InjurySide.self)
      let gap = keys.required("gap")?.quantity(as: .length, .gap)
      guard let side, let gap else { return nil }
      return .hemisection(side: side, gap: gap)
    case .dorsalSection:
      let depth = keys.required("cut-depth")?.quantity(as: .fraction, .cutDepth)
      let gap = keys.required("gap")?.quantity(as: .length, .gap)
      guard let depth, let gap else { return nil }
      return .dorsalSection(depth: depth, gap: gap)
    case .transection:
      return keys.required("gap")?.quantity(as: .length, .gap).map { .transection(gap: $0) }
    }
  }

  private func compression(from keys: InheritedKeys) -> InjuryMechanism? {
    let peak = keys.required("peak-compression")?.quantity(as: .fraction, .peakCompression)
    let residualValue = keys.required("residual-compression")
    let residual = residualValue?.quantity(as: .fraction, .residualCompression)
    let decompression = keys.required("decompression")?.quantity(as: .time, .decompression)
    guard let peak, let residual, let decompression else { return nil }
    if residual > peak {
      residualValue?.add(
        .impossible, "the residual compression cannot exceed the peak compression",
        found: ShownText.plain(residualValue?.scalarText ?? ""),
        allowed: "up to \(QuantityText.text(peak, as: .fraction, preferring: ["%"]))")
    }
    return .compression(peakCompression: peak, residualCompression: residual, decompression: decompression)
  }

  /// A clip's closing force in gram-force; the number is kept as written when it is written so.
  private func closingForce(_ value: ScenarioValue) -> Double? {
    guard let quantity = value.quantity(as: .force) else { return nil }
    let gramForce = MyelonQuantities.Unit.all.first { $0.symbol == "gf" }?.factor ?? 1
    let force = quantity.unit.symbol == "gf" ? quantity.magnitude : quantity.workingValue / gramForce
    return value.checked(force, .closingForce, shown: ShownText.plain(value.scalarText))
  }
}
