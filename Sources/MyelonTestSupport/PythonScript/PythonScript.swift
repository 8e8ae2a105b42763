import Foundation

/// A script of the repository that reads with other programs what Myelon has written.
public enum PythonScript {
  /// The interpreter that MYELON_PYTHON names; nil without it.
  public static var interpreter: String? { ProcessInfo.processInfo.environment["MYELON_PYTHON"] }

  /// Runs a script.
  ///
  /// - Parameters:
  ///   - name: its name in `scripts`.
  ///   - arguments: what it is told.
  /// - Returns: its exit status and all that it has printed.
  /// - Throws: what starting it throws.
  public static func run(_ name: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
    guard let interpreter else { preconditionFailure("MYELON_PYTHON names no interpreter") }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: interpreter)
    process.arguments = [root.appendingPathComponent("scripts/\(name)").path] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
