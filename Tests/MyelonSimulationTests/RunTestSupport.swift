import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonSimulation

/// A new directory that is removed when its owner goes.
final class RunScratch {
  /// Absolute path.
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func directory(_ name: String) -> RunDirectory { RunDirectory("\(path)/\(name)") }
}

/// Scenarios that are coarse and short, so that a whole run takes a part of a second.
enum CoarseScenario {
  /// A compressed human cord in two arms, one of them decompressed within the run.
  static func human(days: Double = 3, visits: [Double]? = [1, 3]) -> Scenario {
    let lasting = Injury(
      mechanism: .compression(peakCompression: 0.6, residualCompression: 0.3, decompression: 12), level: "C5")
    let blow = Injury(mechanism: .contusion(peakCompression: 0.4), level: "C5", laterality: 0.3)
    return Scenario(
      name: "coarse human", subject: .init(species: .human, age: 38, sex: .male), injury: lasting,
      arms: [.init(name: "compression"), .init(name: "a blow, \"brief\"", injury: blow)],
      run: .init(days: days, voxel: 2, seed: 11, visits: visits, individualVariation: true),
      outputs: .init(fields: .named(["cavity", "axons", "oedema"])))
  }

  /// A rat after a weight drop, one arm.
  static func rat(days: Double = 3, visits: [Double]? = [1, 3]) -> Scenario {
    Scenario(
      name: "coarse rat", subject: .init(species: .rat, age: 0.2, sex: .female),
      injury: Injury(mechanism: .weightDrop(height: 25, mass: 10), level: "T10"),
      run: .init(days: days, voxel: 0.5, seed: 7, visits: visits),
      outputs: .init(fields: .named(["tissue"])))
  }
}

/// Runs to the end or to a step.
enum CoarseRun {
  /// Starts a run and stops it after a number of steps, counted over all arms; nil runs to the end.
  @discardableResult static func start(
    _ scenario: Scenario, in directory: RunDirectory, threads: Int = 1, overwrite: Bool = false,
    stopAfter steps: Int? = nil
  ) throws -> Simulation.Outcome {
    let plan = try RunPlan(scenario: scenario, scenarioPath: "test.yaml", threads: threads)
    var taken = 0
    return try Simulation(plan: plan, directory: directory).start(
      overwrite: overwrite, progress: { _ in taken += 1 }, shouldStop: { steps.map { taken >= $0 } ?? false })
  }

  /// Resumes a run and stops it after a number of further steps; nil runs to the end.
  @discardableResult static func resume(
    _ directory: RunDirectory, threads: Int = 1, stopAfter steps: Int? = nil
  ) throws -> Simulation.Outcome {
    var taken = 0
    return try Simulation.resume(
      directory, threads: threads, progress: { _ in taken += 1 },
      shouldStop: { steps.map { taken >= $0 } ?? false })
  }
}

extension Simulation.Outcome {
  /// The record of a run that has ended, or nil.
  var record: RunRecord? {
    guard case .finished(let record) = self else { return nil }
    return record
  }
}

/// Every file of a directory by relative name; the record without its timings, which differ between runs.
func results(of directory: RunDirectory) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
    var isDirectory: ObjCBool = false
    let path = directory.file(name)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue
    else { continue }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    files[name] = name == "run.json" ? try withoutTimings(data) : data
  }
  return files
}

private func withoutTimings(_ data: Data) throws -> Data {
  var record = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  let timings = record.removeValue(forKey: "timings") as? [String: Any]
  guard timings?.isEmpty == false else { throw CocoaError(.coderValueNotFound) }
  return try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
}

/// Names of the files whose bytes differ, or that only one side has.
func differences(_ first: [String: Data], _ second: [String: Data]) -> [String] {
  Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
}
