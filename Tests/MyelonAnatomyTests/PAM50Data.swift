import Foundation

@testable import MyelonAnatomy

/// Shared files beside the package: the PAM50 template, read once, and the tables of facts.
enum PAM50Data {
  static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared").path
  static let directory = shared + "/data/pam50"
  static let isPresent = FileManager.default.fileExists(atPath: directory + "/template")
  static let factsArePresent = FileManager.default.fileExists(atPath: shared + "/facts/tracts.csv")
  static let anatomy = Result { try PAM50Anatomy(directory: directory) }

  /// Rows of a comma-separated table of facts, without its heading.
  static func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOfFile: shared + "/facts/" + name, encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
