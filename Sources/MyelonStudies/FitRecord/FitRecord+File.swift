import Foundation
import MyelonQuantities
import MyelonSimulation

extension FitRecord {
  /// Name of a fit's record in its directory.
  public static let fileName = "fit.json"
  /// Name of a fit's study in its directory.
  public static let studyName = "fit.study.db"

  /// Writes the record.
  ///
  /// - Parameter path: final name; it appears only when it is whole.
  /// - Throws: `RunError.notWritten`.
  public func write(to path: String) throws {
    try WholeFile.write(try SortedJSON.data(self), to: path)
  }

  /// Reads a record.
  ///
  /// - Parameter path: the file.
  /// - Returns: the record.
  /// - Throws: `PatientError.noFit` for a file that is none.
  public static func read(_ path: String) throws(PatientError) -> FitRecord {
    do {
      let record = try JSONDecoder().decode(
        FitRecord.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
      let count = record.parameters.count
      guard record.draws.allSatisfy({ $0.values.count == count && $0.weight.isFinite && $0.weight >= 0 })
      else { throw PatientError.noFit(path: path, reason: "its draws do not fit its parameters") }
      return record
    } catch let error as PatientError {
      throw error
    } catch {
      throw .noFit(path: path, reason: error.localizedDescription)
    }
  }
}
