import MyelonAnatomy
import MyelonQuantities

extension StimulationStudy {
  /// The parameters in force.
  ///
  /// - Parameter changes: further replacements, as a sampled set makes them.
  /// - Returns: the table of the species with the study's and these replacements.
  /// - Throws: `StudyFault` for the first that is not taken.
  func parameterTable(_ changes: [String: Double] = [:]) throws(StudyFault) -> ParameterTable {
    var table = StimulationParameters.table(for: species)
    let replaced = parameters.merging(changes) { $1 }
    for (id, value) in replaced.sorted(by: { $0.key < $1.key }) {
      if id.hasPrefix("conductivity_"), !(value > 0), id != "conductivity_insulation" {
        throw .conductivityNotPositive(id: id, found: value)
      }
      do throws(ParameterError) { try table.replace(id, with: value) } catch {
        throw .parameter(id: id, error)
      }
    }
    return table
  }

  /// The cord in its surroundings.
  ///
  /// - Parameter changes: further replacements of parameters.
  /// - Returns: the model.
  /// - Throws: `StudyFault` when a parameter is not taken.
  public func spine(_ changes: [String: Double] = [:]) throws(StudyFault) -> SpineModel {
    let table = try parameterTable(changes)
    let isScaled = lengthScale != 1 || acrossScale != 1
    let cord = CordAnatomy.standard(species)
    let column = VertebralColumn.standard(species)
    return SpineModel(
      species, posture: posture, parameters: table,
      anatomy: isScaled
        ? cord.scaled(length: lengthScale, lateral: acrossScale, anteroposterior: acrossScale) : cord,
      column: isScaled ? column.scaled(length: lengthScale, across: acrossScale) : column)
  }

  /// Cells of the volume conductor.
  public var spineResolution: SpineResolution { detail.resolution(species, edge: resolution) }

  /// Names of the muscles that may be a target.
  public static func muscles(_ species: Species) -> [String] { MotorPool.standard(species).map(\.name) }
}
