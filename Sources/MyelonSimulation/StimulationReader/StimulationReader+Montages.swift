import MyelonStimulation

extension StimulationReader {
  /// What `montages` says.
  struct Montages {
    var triesEachContact = false
    var list: [ElectrodeMontage] = []
    /// Position in the file's list of each of `list`.
    var places: [Int] = []
  }

  /// Word of the list that tries every contact alone.
  private static let eachContact = "each-contact"

  /// Reads `montages`: `each-contact`, or a list of that word and of montages.
  func montages(_ value: ScenarioValue) -> Montages? {
    var montages = Montages()
    if case .scalar = value.node.content {
      guard value.word(of: [Self.eachContact], "a list of montages, or each-contact,") != nil else {
        return nil
      }
      montages.triesEachContact = true
      return montages
    }
    guard let items = value.list("a list of montages") else { return nil }
    for (place, item) in items.enumerated() {
      if case .scalar = item.node.content {
        guard item.word(of: [Self.eachContact], "a montage, or each-contact,") != nil else { return nil }
        montages.triesEachContact = true
        continue
      }
      guard let montage = montage(item) else { continue }
      montages.list.append(montage)
      montages.places.append(place)
    }
    return montages
  }

  private func montage(_ value: ScenarioValue) -> ElectrodeMontage? {
    guard let section = value.section(allowed: ["name", "cathode", "anode", "shares"]) else { return nil }
    if let shares = section["shares"] {
      for key in ["cathode", "anode"] {
        section[key]?.add(.impossible, "a montage has either shares or one cathode and at most one anode")
      }
      let name = section.required("name")?.name()
      guard let open = shares.openSection("contacts with their share of the amplitude") else { return nil }
      var found: [String: Double] = [:]
      for entry in open.entries { found[entry.key] = open.value(of: entry).number(.any) }
      guard let name, found.count == open.entries.count else { return nil }
      return ElectrodeMontage(name: name, shares: found)
    }
    let cathode = section["cathode"]?.scalar("the name of a contact")?.text
    let anode = section["anode"]?.scalar("the name of a contact")?.text
    let name = section["name"].map { $0.name() }
    guard cathode != nil || anode != nil else {
      if !section.has("cathode"), !section.has("anode") {
        _ = section.required("cathode", "or anode, or shares")
      }
      return nil
    }
    if let cathode, cathode == anode {
      value.add(.impossible, "cathode and anode must be different contacts", found: ShownText.quoted(cathode))
      return nil
    }
    var montage: ElectrodeMontage
    switch (cathode, anode) {
    case (let cathode?, let anode?): montage = .bipolar(cathode: cathode, anode: anode)
    case (let cathode?, nil): montage = .monopolar(cathode)
    default: montage = ElectrodeMontage(name: "anodal \(anode ?? "")", shares: [anode ?? "": 1])
    }
    if let name {
      guard let name else { return nil }
      montage.name = name
    }
    return montage
  }
}
