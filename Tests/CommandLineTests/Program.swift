import Foundation

/// The built `myelon`, run as a process.
struct Program {
  /// What a process left behind.
  struct Result {
    let status: Int32
    /// True when a signal ended it; `status` is then its number.
    let wasKilled: Bool
    let output: String
    let remarks: String
  }

  /// Folder of the package, from the place of this file.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The program beside the test bundle.
  static var path: String {
    let beside = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent()
    return beside.appendingPathComponent("myelon").path
  }

  /// Runs the program to its end.
  static func run(_ arguments: [String], in folder: String? = nil) throws -> Result {
    try RunningProgram(path, arguments, in: folder).wait()
  }

  /// Runs another program to its end.
  static func run(other path: String, _ arguments: [String], in folder: String? = nil) throws -> Result {
    try RunningProgram(path, arguments, in: folder).wait()
  }
}

/// Names of the files whose bytes differ, or that only one side has.
func differences(_ first: [String: Data], _ second: [String: Data]) -> [String] {
  Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
}
