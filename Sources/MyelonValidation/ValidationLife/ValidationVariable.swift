import MyelonQuantities
import MyelonSimulation
import MyelonStudies
import MyelonTherapies

/// A number of the model that calibration may move: a parameter, or a term of a product.
public struct ValidationVariable: Sendable, Hashable {
  /// Name: a parameter's identifier, or `PRODUCT.TERM`.
  public let name: String
  /// Value in force.
  public let usual: Double
  /// What the evidence leaves plausible.
  public let range: ClosedRange<Double>
  /// Unit of value and range.
  public let unit: String

  /// Finds a number.
  ///
  /// - Parameters:
  ///   - name: a parameter's identifier, or `PRODUCT.TERM`.
  ///   - plan: a plan with the parameters.
  /// - Throws: `StudyError.wrongValues` when nothing has the name, `ScenarioError` when products cannot be read.
  public init(_ name: String, in plan: RunPlan) throws {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let found: Parameter?
    if parts.count == 2 {
      let library = try ProductLibrary.shipped()
      found = library.records.first { $0.product.id == parts[0] }?.product.parameters.parameter(parts[1])
    } else {
      found = plan.parameters.parameter(name)
    }
    guard let found else {
      let names = plan.parameters.parameters.map(\.id)
      throw StudyError.wrongValues(.unknown(name: name, nearest: NearestName.of(name, in: names)))
    }
    self.name = name
    usual = found.value
    range = found.plausible
    unit = found.unit
  }

  /// Sets a number in a scenario: a parameter of the model, or a term in every dose of a product.
  ///
  /// A value outside its plausible range is moved to the nearer end: calibration never leaves the published range.
  static func set(_ name: String, to value: Double, in scenario: inout Scenario) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      scenario.parameters.removeAll { $0.id == name }
      scenario.parameters.append(ParameterOverride(id: name, value: value))
      return
    }
    for arm in scenario.arms.indices {
      let changed = scenario.arms[arm].therapies.interventions.map { intervention -> Intervention in
        guard case .cells(var cells) = intervention, cells.product.id == parts[0] else {
          return intervention
        }
        cells.product = cells.product.replacing(parts[1], with: value)
        return .cells(cells)
      }
      scenario.arms[arm].therapies = TreatmentProtocol(changed)
    }
  }
}

extension CellProduct {
  /// The product with another value of a term, held within its plausible range.
  func replacing(_ term: String, with value: Double) -> CellProduct {
    var table = parameters
    if let range = table.parameter(term)?.plausible {
      // Inside its range a value is always taken.
      try? table.replace(term, with: min(max(value, range.lowerBound), range.upperBound))
    }
    return CellProduct(id: id, title: title, kind: kind, summary: summary, parameters: table)
  }
}
