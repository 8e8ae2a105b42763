import MyelonQuantities
import MyelonTherapies

extension TherapyReader {
  private static let engineeringKeys = [
    "secretes", "rate", "senses", "half", "exponent", "factor", "leak", "maximal", "safety-switch",
  ]

  /// Reads what was engineered into cells.
  func engineering(_ value: ScenarioValue) -> [CellEngineering] {
    (value.list("a list of what was engineered") ?? []).compactMap { item in
      guard let section = item.section(allowed: Self.engineeringKeys) else { return nil }
      if section.has("secretes") {
        check(section, takes: ["secretes", "rate"])
        return constant(section)
      }
      if section.has("senses") {
        check(section, takes: ["senses", "half", "exponent", "factor", "leak", "maximal"])
        return circuit(section)
      }
      check(section, takes: ["safety-switch"])
      guard let share = section.required("safety-switch", "or 'secretes', or 'senses'").flatMap(fraction)
      else {
        return nil
      }
      return .safetySwitch(killedShare: share)
    }
  }

  private func check(_ section: ScenarioSection, takes keys: [String]) {
    for entry in section.entries where Self.engineeringKeys.contains(entry.key) && !keys.contains(entry.key) {
      section.add(
        .impossible, at: entry, "this does not belong to '\(keys[0])'", found: ShownText.quoted(entry.key),
        allowed: keys.joined(separator: ", "))
    }
  }

  private func constant(_ section: ScenarioSection) -> CellEngineering? {
    let factor = section["secretes"]?.choice(Factor.self)
    let rate = section.required("rate", "such as 20 ng/1e6/d").flatMap { secretion($0, of: factor) }
    guard let factor, let rate else { return nil }
    return .secretes(factor, rate: rate)
  }

  private func circuit(_ section: ScenarioSection) -> CellEngineering? {
    let sensor = section["senses"]?.choice(SenseAndRespond.Sensor.self)
    let half = section.required("half")?.number(.sensorHalf)
    let exponent = section.required("exponent")?.number(.hillExponent)
    let factor = section.required("factor")?.choice(Factor.self)
    let leak = section.required("leak").flatMap { secretion($0, of: factor) }
    let maximal = section.required("maximal").flatMap { secretion($0, of: factor) }
    guard let sensor, let half, let exponent, let factor, let leak, let maximal else { return nil }
    if leak > maximal {
      section["leak"]?.add(
        .impossible, "the secretion without signal exceeds that at a saturating signal",
        found: leak.shortestText, allowed: "up to \(maximal.shortestText)")
    }
    return .responds(
      SenseAndRespond(
        sensor: sensor, half: half, exponent: exponent, factor: factor, leak: leak, maximal: maximal))
  }

  /// A secretion: a bare number counts ng (of chondroitinase mU) per million cells a day.
  private func secretion(_ value: ScenarioValue, of factor: Factor?) -> Double? {
    if ScenarioValue.number(in: value.scalarText) != nil { return value.number(.secretion) }
    return factor == .chondroitinase
      ? value.quantity(as: .enzymeSecretion, in: "mU/1e6 cells/d", .secretion)
      : value.quantity(as: .secretion, in: "ng/1e6 cells/d", .secretion)
  }
}
