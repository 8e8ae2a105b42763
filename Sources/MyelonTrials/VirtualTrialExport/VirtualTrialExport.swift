import Foundation
import MyelonQuantities
import MyelonStudies
import MyelonTrialDesigns

/// Writes what came out of simulated trials: `trial.json` with everything, `trial.csv` with the tables one below the other, and
/// pages that are handed in.
///
/// All files are written in full before the first gets its name.
public struct VirtualTrialExport {
  private let result: VirtualTrialResult

  /// Names what to write.
  public init(_ result: VirtualTrialResult) {
    self.result = result
  }

  /// Names of the files.
  public static let fileNames = ["trial.json", "trial.csv"]

  /// Name of the report page.
  public static let pageName = "report.html"

  /// Makes sure that nothing is in the way.
  ///
  /// - Parameter folder: where the files are to be.
  /// - Throws: `StudyError.exists` when one of them is there.
  public static func requireFree(_ folder: String) throws(StudyError) {
    let paths = (fileNames + [pageName]).map { "\(folder)/\($0)" }
    if let found = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
      throw .exists(path: found, isStudy: false)
    }
  }

  /// Writes the files.
  ///
  /// - Parameters:
  ///   - folder: where; made if need be.
  ///   - pages: further files by name, such as the report page.
  /// - Returns: their paths.
  /// - Throws: `StudyError` when they cannot be written.
  public func write(to folder: String, pages: [String: String] = [:]) throws -> [String] {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw StudyError.cannotWrite(path: folder, reason: error.localizedDescription)
    }
    let names = Self.fileNames + pages.keys.sorted()
    let files = try names.map { name throws(StudyError) in try TableFile("\(folder)/\(name)") }
    try files[0].write(text: try json() + "\n")
    try files[1].write(text: try result.tables().map { "# \($0.title)\n" + $0.csv }.joined(separator: "\n"))
    for (file, name) in zip(files[2...], names[2...]) { try file.write(text: pages[name] ?? "") }
    for file in files { try file.finish() }
    for file in files { try file.publish() }
    return names.map { "\(folder)/\($0)" }
  }

  /// The result as JSON: sorted keys, so that equal results give equal files.
  public func json() throws -> String {
    let encoder = SortedJSON.encoder
    // The mean of no analysis is not a number.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(result), as: UTF8.self)
  }
}
