import Foundation

/// The commands of a Slurm cluster.
struct SlurmQueue: Sendable {
  /// Folders to look for commands in.
  let searchPath: [String]

  /// What a command has left.
  struct Answer: Sendable {
    let status: Int32
    let output: String
    let message: String
  }

  /// Looks for the commands where a shell would.
  init(searchPath: [String]? = nil) {
    let environment = ProcessInfo.processInfo.environment["PATH"] ?? ""
    self.searchPath = searchPath ?? environment.split(separator: ":").map(String.init)
  }

  /// Makes sure that jobs can be submitted and looked at from here.
  func requireCommands() throws(SlurmError) {
    for name in ["sbatch", "squeue"] { _ = try path(of: name) }
  }

  /// Submits an array.
  ///
  /// - Parameters:
  ///   - script: path of its script.
  ///   - options: options of `sbatch`.
  /// - Returns: number of the job.
  /// - Throws: `SlurmError` when it was not taken.
  func submit(_ script: String, options: [String]) throws(SlurmError) -> String {
    let arguments = ["--parsable"] + options + [script]
    let command = "sbatch \(arguments.joined(separator: " "))"
    let answer = try run("sbatch", arguments)
    guard answer.status == 0 else {
      throw .refused(command: command, message: Self.oneLine(answer.message, status: answer.status))
    }
    // "JOB" or "JOB;CLUSTER", after whatever a site's own script may print.
    let lines = answer.output.split(whereSeparator: \.isNewline)
    guard let job = lines.last?.split(separator: ";").first, job.allSatisfy(\.isNumber), !job.isEmpty else {
      throw .refused(command: command, message: "it answered '\(answer.output.prefix(200))'")
    }
    return String(job)
  }

  /// States of the tasks of a job that are still in the queue, one a line that `squeue` shows; empty when none is.
  func states(job: String) throws(SlurmError) -> [String] {
    let arguments = ["--noheader", "--array", "--format=%T", "--jobs=\(job)"]
    let answer = try run("squeue", arguments)
    if answer.status != 0 {
      // A job that ended some minutes ago is no longer known.
      if answer.message.contains("Invalid job id") { return [] }
      throw .silent(
        command: "squeue \(arguments.joined(separator: " "))",
        message: Self.oneLine(answer.message, status: answer.status))
    }
    return answer.output.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Number of the job of a name that is in the queue, nil when there is none.
  func job(named name: String) throws(SlurmError) -> String? {
    let arguments = ["--noheader", "--format=%F", "--name=\(name)"]
    let answer = try run("squeue", arguments)
    guard answer.status == 0 else {
      throw .silent(
        command: "squeue \(arguments.joined(separator: " "))",
        message: Self.oneLine(answer.message, status: answer.status))
    }
    return answer.output.split(whereSeparator: \.isWhitespace).first.map(String.init)
  }

  /// Largest number of a task in an array: `MaxArraySize` less one; Slurm's own 1000 where it cannot be asked.
  var largestTask: Int {
    guard let answer = try? run("scontrol", ["show", "config"]), answer.status == 0 else { return 1000 }
    for line in answer.output.split(whereSeparator: \.isNewline) where line.hasPrefix("MaxArraySize") {
      if let size = line.split(separator: "=").last.flatMap({ Int($0.trimmingCharacters(in: .whitespaces)) }),
        size > 1
      {
        return size - 1
      }
    }
    return 1000
  }

  // MARK: - Running

  private func path(of name: String) throws(SlurmError) -> String {
    for folder in searchPath {
      let path = "\(folder)/\(name)"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw .missing(program: name)
  }

  /// Runs a command to its end; its output goes to files, so that it never waits for a reader.
  private func run(_ name: String, _ arguments: [String]) throws(SlurmError) -> Answer {
    let path = try path(of: name)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    do {
      let files = try LocalCopy()
      process.standardOutput = try Self.handle(files.file("output"))
      process.standardError = try Self.handle(files.file("message"))
      try process.run()
      process.waitUntilExit()
      return Answer(
        status: process.terminationStatus, output: Self.text(files.file("output")),
        message: Self.text(files.file("message")))
    } catch {
      throw .silent(command: path, message: "\(error)")
    }
  }

  private static func handle(_ path: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  private static func text(_ path: String) -> String {
    ((try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) }) ?? ""
  }

  private static func oneLine(_ message: String, status: Int32) -> String {
    let text = message.split(whereSeparator: \.isNewline).joined(separator: "; ")
    return text.isEmpty ? "it ended with status \(status)" : String(text.prefix(500))
  }
}
