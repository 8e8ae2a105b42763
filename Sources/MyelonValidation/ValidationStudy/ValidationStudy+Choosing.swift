import MyelonQuantities
import MyelonSimulation

extension ValidationStudy {
  /// The studies of a folder, or some of them.
  ///
  /// - Parameters:
  ///   - names: identifiers with commas between; nil takes all.
  ///   - folder: the folder.
  /// - Returns: the studies in the order of their files.
  /// - Throws: `ValidationError` when there are none or a name is unknown, `ScenarioError` for a file with faults.
  public static func choose(_ names: String?, in folder: String) throws -> [ValidationStudy] {
    let all = try readAll(in: folder)
    guard !all.isEmpty else { throw ValidationError.noStudies(folder: folder) }
    guard let names else { return all }
    let wanted = names.split(separator: ",").map { String($0).trimmingPrefix(" ") }.map(String.init)
    for name in wanted where !all.contains(where: { $0.id == name }) {
      throw ValidationError.unknownStudy(
        id: name, folder: folder, nearest: NearestName.of(name, in: all.map(\.id)))
    }
    return all.filter { wanted.contains($0.id) }
  }

  /// The same experiment on a grid of another voxel.
  ///
  /// - Parameter voxel: edge of a voxel, mm.
  /// - Returns: the study with its scenario changed.
  public func atVoxel(_ voxel: Double) -> ValidationStudy {
    var changed = scenario
    changed?.run.voxel = voxel
    return ValidationStudy(
      id: id, citation: citation, source: source, confidence: confidence, half: half, reason: reason,
      departures: departures, scenario: changed, rows: rows, omissions: omissions, path: path)
  }
}
