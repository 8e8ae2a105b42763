import Foundation
import Testing

/// Where pages are written to be looked at.
enum PageSamples {
  /// The folder that MYELON_REPORT_SAMPLES names; nil without it.
  static var folder: String? { ProcessInfo.processInfo.environment["MYELON_REPORT_SAMPLES"] }

  /// Whether pages are to be written.
  static var isAskedFor: Bool { folder != nil }

  /// Why the test is skipped otherwise.
  static let hint: Comment = "MYELON_REPORT_SAMPLES names no folder for pages to look at"
}
