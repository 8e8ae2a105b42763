import MyelonLesion
import MyelonSimulation

extension ScenarioVariable {
  /// Whether the scenario's injury has such a number.
  public func applies(to scenario: Scenario) -> Bool {
    var copy = scenario
    return set(limit(in: scenario).upperBound, in: &copy)
  }

  /// The value of a scenario; nil where it has none of its own, such as a struck length that the model decides.
  public func value(in scenario: Scenario) -> Double? {
    switch (self, scenario.injury.mechanism) {
    case (.laterality, _): scenario.injury.laterality
    case (.depth, _): scenario.injury.depth
    case (.length, _): scenario.injury.length
    case (.offset, _): scenario.injury.offset
    case (.age, _): scenario.subject.age
    case (.susceptibility, _): scenario.subject.susceptibility
    case (.height, .weightDrop(let height, _)): height
    case (.mass, .weightDrop(_, let mass)): mass
    case (.force, .impactForce(let force)), (.force, .clip(let force, _)): force
    case (.duration, .clip(_, let duration)): duration
    case (.peakCompression, .contusion(let peak)), (.peakCompression, .compression(let peak, _, _)): peak
    case (.residualCompression, .compression(_, let residual, _)): residual
    case (.decompression, .compression(_, _, let hours)): hours
    case (.gap, .hemisection(_, let gap)), (.gap, .dorsalSection(_, let gap)), (.gap, .transection(let gap)):
      gap
    case (.cutDepth, .dorsalSection(let depth, _)): depth
    default: nil
    }
  }

  /// Changes a scenario.
  ///
  /// - Parameters:
  ///   - value: the new value.
  ///   - scenario: the scenario.
  /// - Returns: false, with nothing changed, where its injury has no such number.
  @discardableResult
  public func set(_ value: Double, in scenario: inout Scenario) -> Bool {
    switch self {
    case .laterality: scenario.injury.laterality = value
    case .depth: scenario.injury.depth = value
    case .length: scenario.injury.length = value
    case .offset: scenario.injury.offset = value
    case .age: scenario.subject.age = value
    case .susceptibility: scenario.subject.susceptibility = value
    default:
      guard let mechanism = mechanism(scenario.injury.mechanism, with: value) else { return false }
      scenario.injury.mechanism = mechanism
    }
    return true
  }

  /// A mechanism with another value; nil where it has no such number.
  private func mechanism(_ old: InjuryMechanism, with value: Double) -> InjuryMechanism? {
    switch (self, old) {
    case (.height, .weightDrop(_, let mass)): .weightDrop(height: value, mass: mass)
    case (.mass, .weightDrop(let height, _)): .weightDrop(height: height, mass: value)
    case (.force, .impactForce): .impactForce(force: value)
    case (.force, .clip(_, let duration)): .clip(force: value, duration: duration)
    case (.duration, .clip(let force, _)): .clip(force: force, duration: value)
    case (.peakCompression, .contusion): .contusion(peakCompression: value)
    case (.peakCompression, .compression(_, let residual, let hours)):
      // A cord is not pressed further after the blow than by it.
      .compression(
        peakCompression: value, residualCompression: min(residual, value), decompression: hours)
    case (.residualCompression, .compression(let peak, _, let hours)):
      .compression(peakCompression: peak, residualCompression: min(value, peak), decompression: hours)
    case (.decompression, .compression(let peak, let residual, _)):
      .compression(peakCompression: peak, residualCompression: residual, decompression: value)
    case (.gap, .hemisection(let side, _)): .hemisection(side: side, gap: value)
    case (.gap, .dorsalSection(let depth, _)): .dorsalSection(depth: depth, gap: value)
    case (.gap, .transection): .transection(gap: value)
    case (.cutDepth, .dorsalSection(_, let gap)): .dorsalSection(depth: value, gap: gap)
    default: nil
    }
  }
}
