import MyelonQuantities
import MyelonTherapies

extension ScenarioWriter {
  /// Writes `therapies` of an arm: every dose of a repeated therapy for itself, every number in the unit in which the
  /// protocol holds it, so that it reads back to the same bits.
  mutating func write(_ treatment: TreatmentProtocol) {
    guard !treatment.isEmpty else { return }
    open(2, "therapies")
    for intervention in treatment.interventions {
      switch intervention {
      case .cells(let cells): write(cells)
      case .scaffold(let scaffold): write(scaffold)
      case .release(let release): write(release)
      case .drug(let drug): write(drug)
      case .safetySwitch(let turnedOn) where TreatmentProtocol.component(of: turnedOn.name) != turnedOn.name:
        // The switch of the first dose is read back as that of every dose given by then.
        continue
      case .safetySwitch(let turnedOn):
        begin(.safetySwitch, turnedOn.transplant, name: turnedOn.name, day: turnedOn.day)
      case .training(let course): write(course)
      case .stimulation(let course): write(course)
      }
    }
  }

  mutating func begin(_ kind: TherapyKeys, _ what: String, name: String, day: Double) {
    line(3, kind.rawValue, Self.quoted(what), isItem: true)
    line(4, "name", Self.quoted(name))
    line(4, "day", day.shortestText)
  }

  private mutating func write(_ cells: CellTransplant) {
    let isVesicles = cells.product.kind == .vesicles
    begin(isVesicles ? .exosomes : .cells, cells.product.id, name: cells.name, day: cells.day)
    line(4, "dose", cells.dose.shortestText)
    line(4, "route", cells.route.rawValue)
    if cells.route == .intraparenchymal { line(4, "sites", Self.text(cells.sites)) }
    line(4, "volume", "\(cells.volume.shortestText) uL")
    if let carrier = cells.carrier {
      let adhesion = carrier.adhesion.shortestText
      line(4, "carrier", "{adhesion: \(adhesion), half-life: \(carrier.halfLife.shortestText)}")
    }
    if let scaffold = cells.scaffold { line(4, "in", Self.quoted(scaffold)) }
    if !isVesicles { line(4, "tissue-match", cells.tissueMatch.shortestText) }
    if let lot = cells.lot { line(4, "lot", Self.text(lot)) }
    if !cells.engineering.isEmpty {
      line(4, "engineering", "[\(cells.engineering.map(Self.text).joined(separator: ", "))]")
    }
    if !cells.labels.isEmpty {
      let labels = CellLabel.allCases.filter(cells.labels.contains).map(\.rawValue)
      line(4, "labels", "[\(labels.joined(separator: ", "))]")
    }
  }

  private mutating func write(_ scaffold: ScaffoldImplant) {
    begin(.scaffold, scaffold.form.rawValue, name: scaffold.name, day: scaffold.day)
    switch scaffold.placement {
    case .lesion(let volume):
      line(4, "fills", "lesion")
      line(4, "volume", "\(volume.shortestText) uL")
    case .block(let length, let axial):
      line(
        4, "block", "{length: \(length.shortestText) mm, axial: \(axial.shortestText) mm}")
    }
    line(4, "porosity", scaffold.porosity.shortestText)
    line(4, "alignment", scaffold.alignment.shortestText)
    if let channels = scaffold.channels {
      line(4, "channel-diameter", "\(channels.diameter.shortestText) um")
      line(4, "wall", "\(channels.wall.shortestText) um")
    }
    line(4, "adhesion", scaffold.adhesion.shortestText)
    line(4, "stiffness", "\(scaffold.stiffness.shortestText) kPa")
    line(4, "half-life", scaffold.halfLife.map(\.shortestText) ?? "none")
    line(4, "erosion", scaffold.erosion.rawValue)
  }

  private mutating func write(_ release: FactorRelease) {
    begin(.release, release.factor.rawValue, name: release.name, day: release.day)
    line(4, "amount", "\(release.amount.shortestText) \(release.factor.amountUnit)")
    line(4, "kinetics", Self.text(release.kinetics))
    switch release.origin {
    case .sites(let sites): line(4, "sites", Self.text(sites))
    case .scaffold(let name): line(4, "from", Self.quoted(name))
    case .intrathecal: line(4, "from", "intrathecal")
    }
    if let halfLife = release.depotHalfLife { line(4, "depot-half-life", halfLife.shortestText) }
  }

  private mutating func write(_ drug: DrugCourse) {
    begin(.drug, drug.drug.rawValue, name: drug.name, day: drug.day)
    line(4, "route", drug.route.rawValue)
    line(4, "dose", "\(drug.dose.shortestText) \(DrugDose.unit(of: drug.drug, in: species).symbol)")
    line(4, "every", drug.interval == 0 ? "continuous" : "\(drug.interval.shortestText) h")
    line(4, "for", drug.duration.shortestText)
  }

  // MARK: - Groups on one line

  private static func text(_ sites: [InjectionSite]) -> String {
    let items = sites.map { site in
      let place = [("axial", site.axial), ("lateral", site.lateral), ("dorsal", site.dorsal)]
        .map { "\($0.0): \($0.1.shortestText) mm" }.joined(separator: ", ")
      return "{\(place), share: \(site.share.shortestText)}"
    }
    return "[\(items.joined(separator: ", "))]"
  }

  private static func text(_ lot: ProductLot) -> String {
    var parts = ["id: \(quoted(lot.id))"]
    for test in ReleaseTest.allCases {
      guard let value = lot.results[test] else { continue }
      let text =
        switch test {
        case .sterility, .mycoplasma: test.text(of: value)
        case .endotoxin: "\(value.shortestText) EU/mL"
        default: value.shortestText
        }
      parts.append("\(test.key): \(text)")
    }
    if lot.isUsedAlthoughFailed { parts.append("use-although-failed: yes") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func text(_ engineering: CellEngineering) -> String {
    switch engineering {
    case .secretes(let factor, let rate):
      return "{secretes: \(quoted(factor.rawValue)), rate: \(rate.shortestText)}"
    case .responds(let circuit):
      let numbers = [
        ("half", circuit.half), ("exponent", circuit.exponent), ("leak", circuit.leak),
        ("maximal", circuit.maximal),
      ].map { "\($0.0): \($0.1.shortestText)" }.joined(separator: ", ")
      return "{senses: \(circuit.sensor.rawValue), factor: \(quoted(circuit.factor.rawValue)), \(numbers)}"
    case .safetySwitch(let share): return "{safety-switch: \(share.shortestText)}"
    }
  }

  private static func text(_ kinetics: ReleaseKinetics) -> String {
    func number(_ value: Double) -> String { value.shortestText }
    switch kinetics {
    case .burstFirstOrder(let burst, let rate): return "{burst: \(number(burst)), rate: \(number(rate)) 1/d}"
    case .higuchi(let constant): return "{higuchi: \(number(constant))}"
    case .powerLaw(let constant, let exponent):
      return "{power: \(number(constant)), exponent: \(number(exponent))}"
    case .pump(let duration): return "{pump: \(number(duration))}"
    case .capsule(let lag, let duration): return "{capsule: \(number(duration)), lag: \(number(lag))}"
    case .bolus: return "bolus"
    }
  }
}
