import MyelonQuantities
import MyelonTherapies

extension TherapyReader {
  /// Words of `from` that are no name of a scaffold.
  static let originWords = ["site", "sites", "intrathecal"]

  /// Reads a scaffold.
  func scaffold(_ section: ScenarioSection) -> ScaffoldImplant? {
    guard let form = section.required("scaffold")?.choice(ScaffoldImplant.Form.self) else { return nil }
    let name = name(section, usual: form.rawValue)
    if let name, Self.originWords.contains(name) {
      section["name"]?.add(
        .impossible, "this word has a meaning of its own in 'from'", found: ShownText.quoted(name),
        allowed: "another name")
    }
    let day = day(section)
    let placement = placement(section)
    guard let channels = channels(section, form: form) else { return nil }
    guard let name, let day, let placement else { return nil }
    // Channels and drawn fibres are straight by their making.
    let isStraight = form == .channels || form == .nanofibre
    var scaffold = ScaffoldImplant(
      name: name, day: day, form: form, placement: placement, alignment: isStraight ? 1 : 0,
      channels: channels.value)
    if let value = section["porosity"] { scaffold.porosity = fraction(value) ?? scaffold.porosity }
    if let value = section["alignment"] { scaffold.alignment = fraction(value) ?? scaffold.alignment }
    if let value = section["adhesion"] { scaffold.adhesion = fraction(value) ?? scaffold.adhesion }
    if let value = section["stiffness"] {
      scaffold.stiffness = value.quantity(as: .stiffness, in: "kPa", .stiffness) ?? scaffold.stiffness
    }
    if let value = section["half-life"] {
      scaffold.halfLife = value.scalarText == "none" ? nil : days(value, .treatmentTime) ?? scaffold.halfLife
    }
    if let value = section["erosion"] {
      scaffold.erosion = value.choice(ScaffoldImplant.Erosion.self) ?? scaffold.erosion
    }
    return scaffold
  }

  /// Where a scaffold lies: it fills the lesion, or a block of the whole cord.
  private func placement(_ section: ScenarioSection) -> ScaffoldImplant.Placement? {
    guard let value = section["block"] else {
      if let fills = section["fills"], fills.word(of: ["lesion"]) == nil { return nil }
      return section.required("volume", "how much is put in at most, or 'block' with its length")?
        .quantity(as: .volume, in: "uL", .scaffoldVolume).map { .lesion(volume: $0) }
    }
    for entry in section.entries where ["fills", "volume"].contains(entry.key) {
      section.add(
        .impossible, at: entry, "a scaffold fills the lesion or a block, not both",
        found: ShownText.quoted(entry.key))
    }
    guard let block = value.section(allowed: ["length", "axial"]) else { return nil }
    let length = block.required("length")?.quantity(as: .length, .blockLength)
    var axial: Double? = 0
    if let value = block["axial"] { axial = value.quantity(as: .length, .axialSite) }
    guard let length, let axial else { return nil }
    return .block(length: length, axial: axial)
  }

  /// The channels, which a form with channels must have, a printed one may have and no other has; nil with a finding.
  private func channels(
    _ section: ScenarioSection, form: ScaffoldImplant.Form
  ) -> (value: ScaffoldImplant.Channels?, Void)? {
    let keys = ["channel-diameter", "wall"]
    let isGiven = keys.contains { section.has($0) }
    guard form == .channels || (form == .printed && isGiven) else {
      for entry in section.entries where keys.contains(entry.key) {
        section.add(
          .impossible, at: entry, "a scaffold of the form '\(form.rawValue)' has no channels",
          found: ShownText.quoted(entry.key), allowed: "the forms channels and printed")
      }
      return isGiven ? nil : (nil, ())
    }
    let diameter = section.required("channel-diameter")?.quantity(as: .length, in: "um", .channel)
    let wall = section.required("wall", "thickness between two channels")?
      .quantity(as: .length, in: "um", .channel)
    guard let diameter, let wall else { return nil }
    return (ScaffoldImplant.Channels(diameter: diameter, wall: wall), ())
  }

  /// Reads a release of a factor.
  func release(_ section: ScenarioSection) -> FactorRelease? {
    guard let factor = section.required("release")?.choice(Factor.self) else { return nil }
    let name = name(section, usual: factor.rawValue)
    let day = day(section)
    let amount = section.required("amount", factor.amountUnit == "U" ? "such as 1 U" : "such as 10 ug")
      .flatMap { value in
        factor.amountUnit == "U"
          ? value.quantity(as: .activity, in: "U", .enzymeAmount)
          : value.quantity(as: .amount, in: "ng", .factorAmount)
      }
    let kinetics = section.required("kinetics", "bolus, or a law with its numbers").flatMap(kinetics)
    let origin = origin(section)
    var halfLife: Double?
    if let value = section["depot-half-life"], value.scalarText != "none" {
      guard let days = days(value, .treatmentTime) else { return nil }
      halfLife = days
    }
    guard let name, let day, let amount, let kinetics, let origin else { return nil }
    return FactorRelease(
      name: name, day: day, factor: factor, amount: amount, kinetics: kinetics, depotHalfLife: halfLife,
      origin: origin)
  }

  private func origin(_ section: ScenarioSection) -> FactorRelease.Origin? {
    let word = section["from"].map { $0.text(longest: 80) } ?? "site"
    guard let word else { return nil }
    if word == "site" || word == "sites" { return sites(section["sites"]).map { .sites($0) } }
    if let entry = section.entries.first(where: { $0.key == "sites" }) {
      section.add(
        .impossible, at: entry, "sites belong to a release from depots", found: ShownText.quoted("sites"),
        allowed: "'from: site'")
    }
    return word == "intrathecal" ? .intrathecal : .scaffold(word)
  }

  private static let kineticsKeys = [
    "burst", "rate", "higuchi", "power", "exponent", "pump", "capsule", "lag",
  ]

  /// Reads the law of a release by the key that names it.
  private func kinetics(_ value: ScenarioValue) -> ReleaseKinetics? {
    guard case .mapping = value.node.content else {
      return value.word(of: ["bolus"], "bolus, or a group such as {burst: 20 %, rate: 0.05/d},").map { _ in
        .bolus
      }
    }
    guard let section = value.section(allowed: Self.kineticsKeys) else { return nil }
    let laws = [["burst", "rate"], ["higuchi"], ["power", "exponent"], ["pump"], ["capsule", "lag"]]
    guard let law = laws.first(where: { $0.contains { section.has($0) } }) else {
      value.add(
        .missingKey, "a law of release is required", found: value.node.shown,
        allowed: laws.map { $0.joined(separator: " with ") }.joined(separator: "; "))
      return nil
    }
    for entry in section.entries where Self.kineticsKeys.contains(entry.key) && !law.contains(entry.key) {
      section.add(
        .impossible, at: entry, "this does not belong to a release by '\(law[0])'",
        found: ShownText.quoted(entry.key), allowed: law.joined(separator: ", "))
    }
    switch law[0] {
    case "burst":
      let burst = section.required("burst").flatMap(fraction)
      let rate = section.required("rate", "such as 0.05/d")?.quantity(as: .rate, in: "1/d", .releaseRate)
      guard let burst, let rate else { return nil }
      return .burstFirstOrder(burst: burst, rate: rate)
    case "higuchi":
      return section.required("higuchi")?.number(.releaseConstant).map { .higuchi(constant: $0) }
    case "power":
      let constant = section.required("power")?.number(.releaseConstant)
      let exponent = section.required("exponent")?.number(.releaseExponent)
      guard let constant, let exponent else { return nil }
      return .powerLaw(constant: constant, exponent: exponent)
    case "pump":
      return section.required("pump").flatMap { days($0, .treatmentTime) }.map { .pump(duration: $0) }
    default:
      let duration = section.required("capsule", "days of release").flatMap { days($0, .treatmentTime) }
      var lag: Double? = 0
      if let value = section["lag"] { lag = days(value, .lag) }
      guard let duration, let lag else { return nil }
      return .capsule(lag: lag, duration: duration)
    }
  }
}
