import MyelonQuantities
import MyelonSimulation

/// Settings of the command line that stand in for a scenario's own.
struct RunSettings {
  var voxel: String?
  var days: Double?
  var seed: UInt64?

  /// The scenario with these settings, checked again as a file would be.
  ///
  /// - Throws: `QuantityError`, or `ScenarioError` with findings that name the option instead of a line.
  func applied(to scenario: Scenario) throws -> Scenario {
    guard voxel != nil || days != nil || seed != nil else { return scenario }
    var changed = scenario
    if let voxel { changed.run.voxel = try Quantity(voxel, as: .length).workingValue }
    if let seed { changed.run.seed = seed }
    if let days { changed.shorten(to: days) }
    do throws(ScenarioError) {
      _ = try Scenario.read(text: changed.yaml, name: "the command line")
    } catch {
      // A wrong number of days makes a wrong last visit, which the user did not write.
      let isAboutDays = error.findings.contains { $0.path == "run.days" }
      let written = error.findings.filter { !(isAboutDays && $0.path.hasPrefix("run.visits")) }
      throw ScenarioError(file: "the command line", findings: written.map(finding))
    }
    // Not what was read back: a finding about a parameter is to name the line of the user's own file.
    return changed
  }

  /// A finding about the rewritten scenario as one about what the user typed.
  private func finding(_ found: ScenarioFinding) -> ScenarioFinding {
    let options = [("run.voxel", "--voxel"), ("run.days", "--days"), ("run.seed", "--seed")]
    let option = options.first { $0.0 == found.path }?.1
    return ScenarioFinding(
      file: found.file, path: option ?? found.path, kind: found.kind, problem: found.problem,
      found: found.found, allowed: found.allowed, nearest: found.nearest)
  }
}

extension Scenario {
  /// Ends the run at another day; what lies beyond it is left out, and the last day gets a visit.
  fileprivate mutating func shorten(to days: Double) {
    run.days = days
    let kept = run.visits.filter { $0 <= days }
    run.visits = kept.last == days ? kept : kept + [days]
    for index in arms.indices { arms[index].published.removeAll { $0.lastDay > days } }
  }
}
