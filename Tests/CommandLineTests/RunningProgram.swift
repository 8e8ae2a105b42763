import Foundation

/// A process that may still be running; its output goes to files, so that it never waits for a reader.
final class RunningProgram {
  private let process = Process()
  private let scratch: Scratch

  init(_ path: String, _ arguments: [String], in folder: String? = nil) throws {
    scratch = try Scratch()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder ?? scratch.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try scratch.handle("output")
    process.standardError = try scratch.handle("remarks")
    try process.run()
  }

  /// What the process has written to standard error so far.
  var remarks: String { scratch.text("remarks") }

  var isRunning: Bool { process.isRunning }

  /// Waits until standard error holds `count` lines that begin like progress, or the process ends.
  func waitForProgress(lines count: Int) {
    while process.isRunning, remarks.split(separator: "\n").count(where: { $0.contains(" %  ") }) < count {
      usleep(2_000)
    }
  }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  func wait() -> Program.Result {
    process.waitUntilExit()
    return Program.Result(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: scratch.text("output"), remarks: remarks)
  }
}
