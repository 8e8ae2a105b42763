import Foundation
import MyelonTherapies

extension Scenario {
  /// An arm, followed by itself without each of its components in turn when it asks for that.
  ///
  /// The further arms are called `NAME without COMPONENT` and carry `componentOf` and `removed`.
  ///
  /// - Parameter arm: an arm as the file gives it.
  /// - Returns: the arm alone, or with one further arm per component.
  public static func leavingOneOut(_ arm: Arm) -> [Arm] {
    guard arm.leavesOneOut else { return [arm] }
    let others = arm.therapies.components.map { component in
      Arm(
        name: "\(arm.name) without \(component)", injury: arm.injury,
        therapies: arm.therapies.without(component), componentOf: arm.name, removed: component)
    }
    return [arm] + others
  }
}

extension TreatmentProtocol {
  /// Names of the components, in the order of the protocol: the doses of one repeated intervention are one
  /// component, and the safety switch of a transplant belongs to the transplant.
  public var components: [String] {
    var names: [String] = []
    for intervention in interventions {
      if case .safetySwitch = intervention { continue }
      let name = Self.component(of: intervention.name)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// This protocol without one component and without what means nothing without it.
  ///
  /// With a transplant goes its safety switch. Cells and factors that a removed scaffold held are given all the same:
  /// cells as an injection at their sites, factors from a depot at the epicentre.
  ///
  /// - Parameter component: a name of `components`.
  /// - Returns: the rest.
  public func without(_ component: String) -> TreatmentProtocol {
    TreatmentProtocol(
      interventions.compactMap { intervention in
        guard Self.component(of: intervention.name) != component else { return nil }
        switch intervention {
        case .safetySwitch(let turnedOn) where Self.component(of: turnedOn.transplant) == component:
          return nil
        case .cells(var cells) where cells.scaffold == component:
          cells.scaffold = nil
          return .cells(cells)
        case .release(var release) where release.origin == .scaffold(component):
          release.origin = .sites([.epicentre])
          return .release(release)
        default: return intervention
        }
      })
  }

  /// Name of one dose of a repeated intervention: the plain name for the first.
  static func name(_ name: String, dose: Int) -> String { dose == 1 ? name : "\(name), dose \(dose)" }

  /// The component that an intervention belongs to: its name without the number of the dose.
  static func component(of name: String) -> String {
    guard let comma = name.range(of: ", dose ", options: .backwards) else { return name }
    let number = name[comma.upperBound...]
    guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return name }
    return String(name[..<comma.lowerBound])
  }
}
