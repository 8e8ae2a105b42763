import MyelonQuantities
import MyelonStimulation

extension StimulationReader {
  private static let electrodeKeys = ["array", "at", "lateral", "radius", "contacts", "on-skin"]

  /// Reads `electrode`: an array of the catalogue and its place, or contacts with coordinates.
  func electrode(_ value: ScenarioValue) -> StudyElectrode? {
    guard let section = value.section(allowed: Self.electrodeKeys) else { return nil }
    let kind = kind(section)
    if kind == .custom { return custom(section) }
    for key in ["contacts", "on-skin"] {
      section[key]?.add(.impossible, "only an electrode without 'array' has contacts of its own")
    }
    if let kind, kind != .disc, let radius = section["radius"] {
      radius.add(.impossible, "only a disc has a radius", found: kind.rawValue)
    }
    let lateral = section["lateral"].map { $0.quantity(as: .length, .any) } ?? 0
    let radius = section["radius"].map { $0.quantity(as: .length, .any) } ?? 1
    guard let kind, let lateral, let radius else { return nil }
    if kind == .cervicalPads || kind == .ratWires, let at = section["at"] {
      at.add(.impossible, "these electrodes have a place of their own", found: kind.rawValue)
    }
    guard StudyElectrode.needsPlace(kind) || section.has("at") else {
      // The level is not used by kinds with a place of their own.
      let placement = section.has("lateral") ? ElectrodePlacement(.position(0), lateral: lateral) : nil
      if placement != nil, kind != .ratWires {
        section["lateral"]?.add(.impossible, "an offset needs a place; give 'at' too", found: kind.rawValue)
      }
      return StudyElectrode(kind: kind, placement: placement)
    }
    guard let level = section.required("at", "a vertebra such as T12, or {segment: L2}").flatMap(level) else {
      return nil
    }
    return StudyElectrode(kind: kind, placement: ElectrodePlacement(level, lateral: lateral), radius: radius)
  }

  private func kind(_ section: ScenarioSection) -> StudyElectrode.Kind? {
    guard let array = section["array"] else {
      guard section.has("contacts") else {
        _ = section.required("array", "an array of the catalogue, or 'contacts' instead")
        return nil
      }
      return .custom
    }
    let words = StudyElectrode.Kind.allCases.filter { $0 != .custom }.map(\.rawValue)
    return array.word(of: words, "an array of the catalogue").flatMap { StudyElectrode.Kind(rawValue: $0) }
  }

  /// Reads `at`: a vertebra by name, or a vertebra, segment or position with a share.
  private func level(_ value: ScenarioValue) -> ElectrodePlacement.Level? {
    guard case .mapping = value.node.content else {
      return value.scalar("a vertebra").map { .vertebra($0.text, share: 0.5) }
    }
    guard let section = value.section(allowed: ["vertebra", "segment", "position", "share"]) else {
      return nil
    }
    let share = section["share"].map { $0.quantity(as: .fraction, .levelShare) } ?? 0.5
    let given = ["vertebra", "segment", "position"].filter(section.has)
    guard given.count == 1 else {
      value.add(
        .impossible, "exactly one of vertebra, segment and position is required",
        found: given.isEmpty ? "none" : given.joined(separator: ", "))
      return nil
    }
    guard let share else { return nil }
    if let vertebra = section["vertebra"] {
      return vertebra.scalar("a vertebra").map { .vertebra($0.text, share: share) }
    }
    if let segment = section["segment"] {
      return segment.scalar("a segment").map { .segment($0.text, share: share) }
    }
    if let key = section["share"] { key.add(.impossible, "a position has no share") }
    return section["position"]?.quantity(as: .length, .any).map { .position($0) }
  }

  private func custom(_ section: ScenarioSection) -> StudyElectrode? {
    for key in ["at", "lateral", "radius"] {
      section[key]?.add(
        .impossible, "contacts with coordinates have no place of the array; give 'array' or leave this out")
    }
    let isOnSkin = section["on-skin"].map { $0.flag() } ?? false
    guard let items = section["contacts"]?.list("a list of contacts"), let isOnSkin else { return nil }
    let contacts = items.compactMap(contact)
    guard contacts.count == items.count else { return nil }
    return StudyElectrode(kind: .custom, contacts: contacts, isOnSkin: isOnSkin)
  }

  private func contact(_ value: ScenarioValue) -> ElectrodeContact? {
    let keys = ["name", "x", "y", "z", "width", "length", "radius", "facing"]
    guard let section = value.section(allowed: keys) else { return nil }
    let name = section.required("name")?.scalar("a name")?.text
    let position = ["x", "y", "z"].map {
      section.required($0, "mm in cord coordinates")?.quantity(as: .length, .any)
    }
    let facing = section["facing"].map { Self.facing($0) } ?? .ventral
    let shape = shape(section)
    guard let name, let x = position[0], let y = position[1], let z = position[2], let facing, let shape
    else {
      return nil
    }
    return ElectrodeContact(name: name, position: SIMD3(x, y, z), shape: shape, facing: facing)
  }

  private static func facing(_ value: ScenarioValue) -> ElectrodeContact.Facing? {
    let words: [ElectrodeContact.Facing] = [.ventral, .dorsal, .right, .left]
    return value.word(of: words.map(\.rawValue), "the way that the contact faces")
      .flatMap { ElectrodeContact.Facing(rawValue: $0) }
  }

  /// A rectangle, a disc, or a point when no size is given.
  private func shape(_ section: ScenarioSection) -> ElectrodeContact.Shape? {
    let isRectangle = section.has("width") || section.has("length")
    if let radius = section["radius"] {
      guard !isRectangle else {
        radius.add(.impossible, "a contact has either a radius or a width and a length")
        return nil
      }
      return radius.quantity(as: .length, .any).map { .disc(radius: $0) }
    }
    guard isRectangle else { return .point }
    let width = section.required("width")?.quantity(as: .length, .any)
    let length = section.required("length")?.quantity(as: .length, .any)
    guard let width, let length else { return nil }
    return .rectangle(width: width, length: length)
  }
}

extension ScenarioLimit {
  /// A share of a level's height.
  static let levelShare = ScenarioLimit(0...1, "0 to 100 %", "from the upper to the lower end of the level")
}
