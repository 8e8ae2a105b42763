import MyelonSimulation
import MyelonImaging
import MyelonQuantities

extension PatientBaseline {
  /// The baseline as data.
  ///
  /// - Parameter table: a table with the examiner's deviations.
  /// - Returns: the data: examination, image, serum.
  /// - Throws: `PatientError.nothingTested` when no item of the examination was tested.
  func data(table: ParameterTable) throws(PatientError) -> [BaselineDatum] {
    var data = BaselineDatum.data(of: examination, day: stated.day, table: table)
    guard !data.isEmpty else { throw .nothingTested(path: stated.examination) }
    if let image, let day = stated.image?.day {
      data += BaselineDatum.data(of: image, suggestion: suggestion, day: day)
    }
    if let serum = stated.serum { data += BaselineDatum.data(of: serum) }
    return data
  }
}
