import ArgumentParser
import Foundation
import MyelonReport
import MyelonSimulation

/// Writes the report of a finished run.
enum ReportWriter {
  /// Writes `report.html` into the run's directory and returns its path.
  static func write(_ record: RunRecord, directory: RunDirectory) throws -> String {
    let assets = ReportAssets.locate(
      environmentValue: ProcessInfo.processInfo.environment["MYELON_ASSETS"],
      executablePath: CommandLine.arguments.first, workingDirectory: FileManager.default.currentDirectoryPath)
    let path = directory.file("report.html")
    try RunReport(record: record, directory: directory.path, assets: assets).write(to: path)
    return path
  }
}
