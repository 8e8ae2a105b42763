import MyelonAnatomy
import MyelonLesion
import MyelonQuantities

extension ScenarioReader {
  /// What the run's settings and the injuries say about each other.
  ///
  /// - Parameters:
  ///   - run: the run's settings.
  ///   - keys: the keys of `run`; nil when the file has none.
  ///   - root: the file, the place of a finding when `run` is not given.
  ///   - species: the species, when known.
  ///   - injuries: the readable injuries, each with the name of its arm; nil for the scenario's own.
  func check(
    _ run: Scenario.Run, keys: ScenarioSection?, root: ScenarioSection, species: Scenario.Species?,
    injuries: [(arm: String?, injury: Injury)]
  ) {
    let place = keys?["voxel"] ?? keys?.owner ?? root.owner
    if let limit = voxelLimit(run.voxel, species: species, levels: injuries.map(\.injury.level)) {
      findings.add(
        .impossible, line: place.node.line, column: place.node.column, path: "run.voxel",
        "the voxel is too coarse for the cord", found: "\(run.voxel.shortestText) mm", allowed: limit)
    }
    guard case .length(let window) = run.window, let value = keys?["window"] else { return }
    for (arm, injury) in injuries {
      guard let length = injuredLength(injury), window <= length else { continue }
      let whose = arm.map { " of arm '\($0)'" } ?? ""
      value.add(
        .impossible, "the window must be longer than the injured stretch\(whose)",
        found: "\(window.shortestText) mm",
        allowed: "more than \(length.shortestText) mm")
    }
  }

  /// What a voxel may measure, when this one is too coarse: half the cord's smaller diameter at the injury.
  private func voxelLimit(_ voxel: Double, species: Scenario.Species?, levels: [String]) -> String? {
    if species == .rat {
      let limit = ScenarioLimit.ratVoxel
      return voxel > limit.range.upperBound ? "\(limit.text) (\(limit.reason))" : nil
    }
    let narrowest = levels.min {
      CordLevels.smallestHumanDiameter(at: $0) < CordLevels.smallestHumanDiameter(at: $1)
    }
    guard species == .human, let narrowest else { return nil }
    let limit = CordLevels.smallestHumanDiameter(at: narrowest) / 2
    return voxel > limit
      ? "up to \(limit.shortestText) mm, half the smaller diameter at \(narrowest)" : nil
  }

  /// The length that was cut out or struck, mm, as far as the file gives it.
  private func injuredLength(_ injury: Injury) -> Double? {
    switch injury.mechanism {
    case .hemisection(side: _, let gap), .dorsalSection(depth: _, let gap), .transection(let gap): gap
    default: injury.length
    }
  }
}
