import MyelonAnatomy
import MyelonStimulation

extension StimulationReader {
  /// Reads `fibres`.
  func fibres(_ value: ScenarioValue) -> StudyFibres? {
    guard let section = value.section(allowed: ["roots", "sides", "classes", "quantiles"]) else { return nil }
    let roots = section.required("roots", "segments of the cord, such as [L2, L3]")?
      .list("a list of segments of the cord")
    let segments = roots?.compactMap { $0.scalar("a segment of the cord")?.text }
    for (index, name) in (segments ?? []).enumerated() where segments?.firstIndex(of: name) != index {
      roots?[index].add(.impossible, "the root is listed twice", found: ShownText.quoted(name))
    }
    let sides = section["sides"].map(sides) ?? [.left, .right]
    let classes = section["classes"].map(classes) ?? StudyFibres.usualClasses
    let quantiles = section["quantiles"].map(whole) ?? 5
    guard let roots, let segments, segments.count == roots.count, let sides, let classes, let quantiles else {
      return nil
    }
    return StudyFibres(segments: segments, sides: sides, classes: classes, quantiles: quantiles)
  }

  private func sides(_ value: ScenarioValue) -> [Side]? {
    switch value.word(of: ["both", "left", "right"], "both, left or right") {
    case "both": [.left, .right]
    case "left": [.left]
    case "right": [.right]
    default: nil
    }
  }

  private func classes(_ value: ScenarioValue) -> [FibreClass]? {
    guard let items = value.list("a list of classes of fibres") else { return nil }
    var found: [FibreClass] = []
    for item in items {
      guard let one = item.choice(FibreClass.self) else { continue }
      if one == .regenerated {
        item.add(.notYet, "regenerated axons have no population of their own in an uninjured cord")
      } else if found.contains(one) {
        item.add(.impossible, "the class is listed twice", found: one.rawValue)
      }
      found.append(one)
    }
    return found.count == items.count ? found : nil
  }

  /// Reads `target`: a muscle or a root, with its side.
  func target(_ value: ScenarioValue, species: Species) -> StudyTarget? {
    guard let section = value.section(allowed: ["muscle", "root", "side"]) else { return nil }
    let word = section.required("side")?.word(of: ["left", "right"], "left or right")
    let side: Side? = word.map { $0 == "left" ? .left : .right }
    if let root = section["root"] {
      section["muscle"]?.add(.impossible, "a target is either a muscle or a root")
      guard let name = root.scalar("a segment of the cord")?.text, let side else { return nil }
      return .root(name, side)
    }
    let muscle = section.required("muscle", "or root")?.scalar("a muscle")?.text
    guard let muscle, let side else { return nil }
    return .muscle(Self.muscle(muscle, species) ?? muscle, side)
  }

  /// The motor pool that a name means: its whole name, what stands before or in its brackets.
  static func muscle(_ name: String, _ species: Species) -> String? {
    MotorPool.standard(species).map(\.name).first { whole in
      let parts = whole.split(separator: "(").map { part in
        part.filter { $0 != ")" }.split(separator: " ").joined(separator: " ")
      }
      return whole == name || parts.contains(name)
    }
  }
}
