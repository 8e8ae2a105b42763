import Foundation
import MyelonQuantities
import MyelonSimulation

/// Writes a forecast: `forecast.json` with everything, and five tables as CSV.
///
/// Numbers are written with as many digits as read back to the same bits. All files are written in full before the first
/// gets its name.
public struct ForecastExport: Sendable {
  private let forecast: Forecast

  /// Names the forecast to write.
  public init(_ forecast: Forecast) {
    self.forecast = forecast
  }

  /// Names of the files.
  public static let fileNames = [
    "forecast.json", "forecast-outcomes.csv", "forecast-grades.csv", "forecast-events.csv",
    "forecast-comparisons.csv", "forecast-strata.csv",
  ]

  /// The forecast as JSON: sorted keys, so that equal forecasts give equal files.
  ///
  /// - Throws: `EncodingError` never: no number of a forecast is infinite or none.
  public func json() throws -> Data { try SortedJSON.data(forecast) }

  /// Writes the files.
  ///
  /// - Parameters:
  ///   - folder: where; made if need be.
  ///   - overwrite: whether files of these names may be replaced.
  /// - Returns: their paths.
  /// - Throws: `StudyError` when there are such files or they cannot be written; none is changed then, unless the disk
  ///   fails while the files get their names.
  public func write(to folder: String, overwrite: Bool = false) throws -> [String] {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw StudyError.cannotWrite(path: folder, reason: error.localizedDescription)
    }
    let paths = Self.fileNames.map { "\(folder)/\($0)" }
    if !overwrite, let found = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
      throw StudyError.exists(path: found, isStudy: false)
    }
    let tables = ForecastTables(forecast)
    let texts = [tables.outcomes, tables.grades, tables.events, tables.comparisons, tables.strata]
    var files: [TableFile] = []
    for (path, rows) in zip(paths.dropFirst(), texts) {
      let file = try TableFile(path)
      for row in rows { try file.write(row: row) }
      try file.finish()
      files.append(file)
    }
    let json = try json()
    do throws(RunError) { try WholeFile.write(json, to: paths[0]) } catch {
      guard case .notWritten(_, let reason) = error else {
        throw StudyError.cannotWrite(path: paths[0], reason: error.description)
      }
      throw StudyError.cannotWrite(path: paths[0], reason: reason)
    }
    for file in files { try file.publish() }
    return paths
  }
}
