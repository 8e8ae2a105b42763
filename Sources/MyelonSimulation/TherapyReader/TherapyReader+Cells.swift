import MyelonQuantities
import MyelonTherapies

extension TherapyReader {
  /// Reads a transplantation of cells or a dose of vesicles; several when it is repeated.
  func transplants(_ section: ScenarioSection, as kind: TherapyKeys) -> [Intervention]? {
    guard let product = section.required(kind.rawValue).flatMap({ product($0, as: kind) }) else { return nil }
    let isVesicles = product.kind == .vesicles
    if isVesicles { refuse(["tissue-match", "carrier", "engineering", "labels"], in: section) }
    let name = name(section, usual: product.id)
    let day = day(section)
    let dose = section.required("dose", isVesicles ? "a number of doses, or protein such as 100 ug" : "cells")
      .flatMap { self.dose($0, of: product) }
    let route = value(section, "route", usual: CellTransplant.Route.intraparenchymal) {
      $0.choice(CellTransplant.Route.self)
    }
    if let route, route != .intraparenchymal {
      refuse(["sites", "in", "carrier"], in: section, route: route)
    }
    let sites = sites(section["sites"])
    let volume = value(section, "volume", usual: 5.0) { $0.quantity(as: .volume, in: "uL", .injectionVolume) }
    let carrier = value(section, "carrier", usual: CellTransplant.Carrier?.none) { self.carrier($0) }
    let scaffold = value(section, "in", usual: String?.none) { .some($0.text(longest: 80)) }
    let match = value(section, "tissue-match", usual: 0.0) { self.tissueMatch($0) }
    let engineering = section["engineering"].map(engineering) ?? []
    let labels = value(section, "labels", usual: Set<CellLabel>()) { self.labels($0) }
    guard let route, let volume else { return nil }
    let lot = section["lot"].flatMap { self.lot($0, of: product, by: route, volume: volume) }
    guard let name, let day, let dose, let sites, let carrier, let scaffold, let match, let labels else {
      return nil
    }
    let first = CellTransplant(
      name: name, product: product, day: day, dose: dose, route: route, sites: sites, volume: volume,
      carrier: carrier, scaffold: scaffold, tissueMatch: match, lot: lot, engineering: engineering,
      labels: labels)
    return repeated(first, section["repeat"])
  }

  /// The value of a key, the usual one when it is not given, nil when it is wrong.
  private func value<Value>(
    _ section: ScenarioSection, _ key: String, usual: Value, _ read: (ScenarioValue) -> Value?
  ) -> Value? {
    guard let value = section[key] else { return usual }
    return read(value)
  }

  private func refuse(_ keys: [String], in section: ScenarioSection, route: CellTransplant.Route? = nil) {
    for entry in section.entries where keys.contains(entry.key) {
      let why = route.map { "with the route '\($0.rawValue)'" } ?? "to vesicles"
      section.add(.impossible, at: entry, "this does not belong \(why)", found: ShownText.quoted(entry.key))
    }
  }

  private func product(_ value: ScenarioValue, as kind: TherapyKeys) -> CellProduct? {
    let records = library.records.filter { kind == .cells || $0.product.kind == .vesicles }
    let what = "the identifier of a product (`myelon products` lists them)"
    guard let id = value.word(of: records.map(\.product.id), what) else { return nil }
    return library[id]?.product
  }

  private func dose(_ value: ScenarioValue, of product: CellProduct) -> Double? {
    guard product.kind == .vesicles else { return value.number(.cellDose) }
    if ScenarioValue.number(in: value.scalarText) != nil { return value.number(.vesicleDose) }
    // Protein is written as a mass; the reference dose is in ug.
    guard let protein = value.quantity(as: .amount, in: "ug", .factorAmount, or: "a number of doses") else {
      return nil
    }
    return value.checked(
      protein / product[.referenceDose], .vesicleDose, shown: ShownText.plain(value.scalarText))
  }

  /// `none`, a named matrix, or its adhesion and half-life.
  private func carrier(_ value: ScenarioValue) -> CellTransplant.Carrier?? {
    if case .mapping = value.node.content {
      guard let section = value.section(allowed: ["adhesion", "half-life"]) else { return nil }
      let adhesion = section.required("adhesion").flatMap(fraction)
      let halfLife = section.required("half-life").flatMap { days($0, .treatmentTime) }
      guard let adhesion, let halfLife else { return nil }
      return .some(CellTransplant.Carrier(adhesion: adhesion, halfLife: halfLife))
    }
    let names = ["none"] + CellTransplant.Carrier.named.map(\.name)
    guard let word = value.word(of: names, "a carrier, or a group with adhesion and half-life,") else {
      return nil
    }
    return .some(CellTransplant.Carrier.named.first { $0.name == word }?.carrier)
  }

  private func tissueMatch(_ value: ScenarioValue) -> Double? {
    // A haplo-identical donor shares one of two sets of tissue types.
    let words = ["autologous": 1.0, "haplo": 0.5, "none": 0]
    if let match = words[value.scalarText] { return match }
    if let nearest = SuggestedName.of(value.scalarText, in: words.keys.sorted()) {
      value.add(
        .unknownName, "a tissue match is required", found: ShownText.quoted(value.scalarText),
        allowed: "0 to 1, autologous, haplo, none", nearest: nearest)
      return nil
    }
    return fraction(value)
  }

  private func labels(_ value: ScenarioValue) -> Set<CellLabel>? {
    guard let items = value.list("a list of labels") else { return nil }
    let labels = items.compactMap { $0.choice(CellLabel.self) }
    return labels.count == items.count ? Set(labels) : nil
  }

  /// The doses of a repeated transplantation.
  private func repeated(_ first: CellTransplant, _ value: ScenarioValue?) -> [Intervention]? {
    guard let value else { return [.cells(first)] }
    guard let section = value.section(allowed: ["every", "times"]) else { return nil }
    let every = section.required("every", "days between doses").flatMap { days($0, .treatmentTime) }
    let times = section.required("times", "doses in all").flatMap { times -> Int? in
      guard let number = times.number(.times) else { return nil }
      guard number == number.rounded() else {
        times.add(.wrongType, "a whole number is required", found: ShownText.quoted(times.scalarText))
        return nil
      }
      return Int(number)
    }
    guard let every, let times else { return nil }
    guard isInRun(first.day + Double(times - 1) * every, at: value) else { return nil }
    return (1...times).map { dose in
      var transplant = first
      transplant.name = TreatmentProtocol.name(first.name, dose: dose)
      transplant.day = first.day + Double(dose - 1) * every
      return .cells(transplant)
    }
  }
}

extension CellTransplant.Carrier {
  /// Matrices that a scenario may name.
  ///
  /// Half-lives: fibrin 7 d (4-14), collagen 40 d (20-90) for a laminin-collagen gel, material literature, recalled.
  /// Adhesion is assumed, because cells hold to laminin fully and to fibrin nearly as well.
  static let named: [(name: String, carrier: CellTransplant.Carrier)] = [
    ("fibrin", CellTransplant.Carrier(adhesion: 0.8, halfLife: 7)),
    ("laminin-gel", CellTransplant.Carrier(adhesion: 1, halfLife: 40)),
  ]
}
