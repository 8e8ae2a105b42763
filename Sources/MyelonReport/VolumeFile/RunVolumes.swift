import Foundation
import MyelonSimulation

/// Finds and reads the volumes of a run by the names of their fields.
struct RunVolumes {
  let context: ReportContext

  /// Reads a field of an arm over the visits.
  func field(_ name: String, of arm: ArmRecord) -> Result<VolumeFile, VolumeFile.Problem> {
    guard let path = path(name, of: arm) else {
      return .failure(VolumeFile.Problem(text: "\(name) was not written for '\(arm.name)'"))
    }
    return VolumeFile.read(path, grid: context.record.grid, visits: max(1, arm.visits.count))
  }

  /// Reads a map that does not change: `cord`, `grey` or `anatomy`.
  func map(_ name: String) -> Result<VolumeFile, VolumeFile.Problem> {
    VolumeFile.read("\(context.directory)/\(name).nii.gz", grid: context.record.grid, visits: 1)
  }

  /// Whether a field of an arm was written.
  func has(_ name: String, of arm: ArmRecord) -> Bool { path(name, of: arm) != nil }

  /// Path of a field's volume.
  ///
  /// Names are compared without case and underscores, so `reactive_astrocytes` and `reactiveAstrocytes` are
  /// one; `pro_inflammatory_macrophages` is the scenario's name of `inflammatoryMacrophages`. A path that
  /// leaves the run's directory is not followed.
  private func path(_ name: String, of arm: ArmRecord) -> String? {
    let wanted = Self.plain(name)
    let entry = arm.volumes.sorted { $0.key < $1.key }.first { Self.plain($0.key) == wanted }
    guard let relative = entry?.value, !relative.hasPrefix("/"),
      !relative.split(separator: "/").contains("..")
    else { return nil }
    return "\(context.directory)/\(relative)"
  }

  private static func plain(_ name: String) -> String {
    let plain = name.lowercased().filter { $0 != "_" }
    return plain.hasPrefix("proinflammatorymacro") ? String(plain.dropFirst(3)) : plain
  }
}
