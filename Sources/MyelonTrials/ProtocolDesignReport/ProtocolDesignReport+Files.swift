import Foundation
import MyelonSimulation
import MyelonTrialDesigns

extension ProtocolDesignReport {
  /// Name of the file that holds everything.
  public static let fileName = "design.json"

  /// The report as JSON; numbers that are not finite stand as texts.
  ///
  /// - Returns: the text.
  /// - Throws: what the encoder throws.
  public func json() throws -> String { try TrialJSON.text(self) }

  /// Writes each table as comma-separated values, and everything as one JSON file.
  ///
  /// Each file appears under its name only when it is whole.
  ///
  /// - Parameters:
  ///   - directory: where to write; made if it is not there.
  ///   - overwrite: whether files that are there may be replaced.
  /// - Returns: paths of the files.
  /// - Throws: `RunError` if a file is there already or cannot be written.
  public func write(to directory: String, overwrite: Bool = false) throws -> [String] {
    var files = tables.map { (path: "\(directory)/\($0.name).csv", data: Data($0.table.csv.utf8)) }
    files.append((path: "\(directory)/\(Self.fileName)", data: Data((try json() + "\n").utf8)))
    if !overwrite, files.contains(where: { FileManager.default.fileExists(atPath: $0.path) }) {
      throw RunError.directoryInUse(path: directory, isUnfinishedRun: false)
    }
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw RunError.notWritten(path: directory, reason: error.localizedDescription)
    }
    for file in files { try WholeFile.write(file.data, to: file.path) }
    return files.map(\.path)
  }
}
