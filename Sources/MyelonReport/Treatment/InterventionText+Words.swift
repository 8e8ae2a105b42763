import MyelonTherapies

extension InterventionText {
  /// A factor as a reader knows it.
  static func name(_ factor: Factor) -> String {
    factor == .chondroitinase ? "chondroitinase ABC" : factor.rawValue
  }

  /// A drug as a reader knows it.
  static func name(_ drug: Drug) -> String {
    drug == .chondroitinase ? "chondroitinase ABC" : drug.rawValue
  }

  /// A release curve in words.
  static func words(_ kinetics: ReleaseKinetics) -> String {
    func days(_ value: Double) -> String { NumberText.duration(days: value) }
    switch kinetics {
    case .burstFirstOrder(let burst, let rate):
      let half = rate > 0 ? "half of the rest every \(days(0.693 / rate))" : "the rest kept"
      return "\(NumberText.percent(burst)) at once, \(half)"
    case .higuchi: return "released as from a matrix (square root of time)"
    case .powerLaw(_, let exponent): return "released as time to the power \(NumberText.short(exponent))"
    case .pump(let duration): return "pumped for \(days(duration))"
    case .capsule(let lag, let duration):
      return "capsule: nothing for \(days(lag)), then even for \(days(duration))"
    case .bolus: return "one injection"
    }
  }

  /// A scaffold in words.
  static func material(_ scaffold: ScaffoldImplant) -> String {
    let form: String =
      switch scaffold.form {
      case .gel: "gel"
      case .sponge: "sponge"
      case .nanofibre: "mat of nanofibres"
      case .channels: "block with channels"
      case .printed: "printed scaffold"
      }
    let channels = scaffold.channels.map {
      ", channels of \(NumberText.short($0.diameter)) µm with walls of \(NumberText.short($0.wall)) µm"
    }
    let end = scaffold.halfLife.map { ", half of it gone after \(NumberText.duration(days: $0))" }
    return
      "\(form), \(NumberText.percent(scaffold.porosity)) pores, aligned \(NumberText.percent(scaffold.alignment))"
      + (channels ?? "") + (end ?? ", stays")
  }

  /// Injection sites in words.
  static func words(_ sites: [InjectionSite]) -> String {
    guard sites.count > 1 || sites.first != .epicentre else { return "at the epicentre" }
    return sites.map { site in
      var parts = [along(site.axial)]
      if site.lateral != 0 {
        parts.append("\(NumberText.short(abs(site.lateral))) mm \(site.lateral > 0 ? "left" : "right")")
      }
      if site.dorsal != 0 {
        parts.append("\(NumberText.short(abs(site.dorsal))) mm \(site.dorsal > 0 ? "dorsal" : "ventral")")
      }
      return parts.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// A distance along the cord in words.
  static func along(_ axial: Double) -> String {
    axial == 0
      ? "at the epicentre"
      : "\(NumberText.short(abs(axial))) mm \(axial > 0 ? "caudal" : "rostral") of the epicentre"
  }

  /// Volume and carrier of an injection.
  static func volume(_ cells: CellTransplant) -> String {
    let carrier = cells.carrier.map {
      " in a matrix (adhesion \(NumberText.short($0.adhesion)) of 1, half gone in "
        + "\(NumberText.duration(days: $0.halfLife)))"
    }
    let lot = cells.lot.map { ", lot \(Markup.escape($0.id))" }
    return ", \(NumberText.short(cells.volume)) µL" + (carrier ?? "") + (lot ?? "")
  }

  /// Engineering, labels and tissue match of cells.
  static func extras(_ cells: CellTransplant) -> String {
    guard cells.product.kind != .vesicles else { return "" }
    var parts = ["tissue match \(NumberText.short(cells.tissueMatch)) of 1"]
    for change in cells.engineering {
      switch change {
      case .secretes(let factor, let rate):
        let unit = factor == .chondroitinase ? "mU" : "ng"
        parts.append(
          "made to secrete \(name(factor)), \(NumberText.short(rate)) \(unit) per million cells a day")
      case .responds(let circuit):
        parts.append("made to secrete \(name(circuit.factor)) where they sense \(circuit.sensor.rawValue)")
      case .safetySwitch(let share):
        parts.append("with a safety switch that kills \(NumberText.percent(share))")
      }
    }
    let labels = cells.labels.map { $0 == .iron ? "iron" : "a reporter gene" }.sorted()
    if !labels.isEmpty { parts.append("labelled with \(labels.joined(separator: " and "))") }
    return "<br><small>\(parts.joined(separator: "; "))</small>"
  }
}
