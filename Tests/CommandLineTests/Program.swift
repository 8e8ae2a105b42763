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

/// A new directory that is removed when its owner goes.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("cli-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func handle(_ name: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: file(name), contents: nil)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: file(name)))
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
  }

  func text(_ name: String) -> String {
    (try? Data(contentsOf: URL(fileURLWithPath: file(name)))).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  /// Names of everything below, or below a folder of it.
  func names(_ folder: String = "") -> Set<String> {
    Set((try? FileManager.default.subpathsOfDirectory(atPath: file(folder))) ?? [])
  }

  /// Every file of a run's directory by name; the record without its timings, the page left out.
  func results(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in names(folder) where name != "report.html" {
      var isDirectory: ObjCBool = false
      let path = file("\(folder)/\(name)")
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue
      else { continue }
      files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
    }
    if let data = files["run.json"] {
      var record = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      record["timings"] = nil
      files["run.json"] = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
    }
    return files
  }
}

/// Names of the files whose bytes differ, or that only one side has.
func differences(_ first: [String: Data], _ second: [String: Data]) -> [String] {
  Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
}

/// Small scenarios as files.
enum ScenarioText {
  /// A rat for a day in coarse voxels: a fraction of a second.
  static let rat = """
    myelon: 1
    name: small rat
    subject: {species: rat, age: 10 weeks, sex: female}
    injury: {mechanism: weight-drop, height: 25 mm, mass: 10 g, level: T10}
    run: {days: 1, voxel: 0.5 mm, seed: 3, visits: [1]}
    outputs: {fields: [tissue]}
    """

  /// A person in two arms over a year: long enough to be interrupted.
  static let long = """
    myelon: 1
    name: long
    subject: {species: human, age: 38 years, sex: male}
    injury: {mechanism: contusion, peak-compression: 50 %, level: C5}
    arms:
      - name: first
      - name: second
        injury: {peak-compression: 30 %}
    run: {days: 365, voxel: 1.5 mm, seed: 3, visits: [1, 28, 84, 365]}
    outputs: {fields: [cavity, axons]}
    """
}
