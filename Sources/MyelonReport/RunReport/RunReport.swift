import MyelonSimulation

/// Turns a finished run into one page that a browser shows without any network.
///
/// ```swift
/// let assets = ReportAssets.locate(environmentValue: nil, executablePath: CommandLine.arguments.first)
/// let report = RunReport(record: record, directory: "runs/c5-contusion", assets: assets)
/// try report.write(to: "runs/c5-contusion/report.html")
/// ```
///
/// Missing libraries and missing or damaged volumes leave their part of the page out and say so; they are no
/// errors. Everything that came from the scenario is escaped.
public struct RunReport: Sendable {
  private let record: RunRecord
  private let directory: String
  private let assets: ReportAssets

  /// Describes a report.
  ///
  /// - Parameters:
  ///   - record: everything about the run that is not a volume.
  ///   - directory: the run's directory; the record's volumes and `cord.nii.gz`, `grey.nii.gz` lie in it.
  ///   - assets: the browser libraries, or `.none`.
  public init(record: RunRecord, directory: String, assets: ReportAssets) {
    self.record = record
    self.directory = directory
    self.assets = assets
  }

  /// The page.
  ///
  /// - Returns: a whole HTML document, in UTF-8 when written.
  /// - Throws: `ReportError.noArms` for an empty record, `ReportError.packing` when there is no memory left.
  public func html() throws(ReportError) -> String {
    let context = ReportContext(record: record, directory: directory, assets: assets)
    guard !record.arms.isEmpty else { throw .noArms(scenario: context.facts.name) }
    return try ReportPage(context: context).html()
  }

  /// Writes the page; it appears under its name only when it is whole.
  ///
  /// - Parameter path: the file, usually `report.html` in the run's directory; a file under that name is replaced.
  /// - Throws: what `html()` throws, and `ReportError.unwritable`.
  public func write(to path: String) throws(ReportError) {
    try PageFile.write(try html(), to: path)
  }
}
