import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import NIfTI

extension Simulation {
  /// Joins the snapshots of the visits to one 4-D volume a field and arm, and writes the intact cord.
  func writeVolumes(_ arms: [ArmRecord], cord: CordModel) throws {
    try directory.writeAnatomy(cord)
    for (index, arm) in arms.enumerated() where !arm.volumes.isEmpty {
      try directory.make(directory.file(arm.slug))
      let fields = plan.fields(of: plan.scenario.arms[index])
      let snapshots = try (0..<arm.visits.count).map {
        try snapshot(directory.snapshot(arm: index, visit: $0), values: fields.count * cord.grid.count)
      }
      for (position, field) in fields.enumerated() {
        guard let name = arm.volumes[field.name] else { continue }
        let volume = joinedVolume(field.name, at: position, of: snapshots, cord: cord)
        try volume.write(to: directory.file(name), compressionLevel: 4)
      }
      try writeTracking(arm, index: index, cord: cord)
    }
  }

  /// Joins the images of labelled cells: the T2*-weighted signal and the reporter's.
  private func writeTracking(_ arm: ArmRecord, index: Int, cord: CordModel) throws {
    guard let therapy = arm.therapy, !therapy.tracking.isEmpty else { return }
    let snapshots = try (0..<arm.visits.count).map {
      try snapshot(directory.trackingSnapshot(arm: index, visit: $0), values: 2 * cord.grid.count)
    }
    for (position, key) in ["tracking", "tracking_reporter"].enumerated() {
      guard let name = therapy.files[key] else { continue }
      let volume = joinedVolume(key, at: position, of: snapshots, cord: cord)
      try volume.write(to: directory.file(name), compressionLevel: 4)
    }
  }

  /// The values of one visit; mapped, so that a long run does not fill the memory.
  private func snapshot(_ path: String, values: Int) throws(RunError) -> Data {
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) } catch {
      throw .damagedCheckpoint(path: path, problem: error.localizedDescription)
    }
    let needed = values * MemoryLayout<Float>.stride
    guard data.count == needed else {
      throw .damagedCheckpoint(path: path, problem: "\(needed) bytes needed, \(data.count) found")
    }
    return data
  }

  private func joinedVolume(
    _ name: String, at position: Int, of snapshots: [Data], cord: CordModel
  ) -> NIfTIVolume {
    let count = cord.grid.count
    var voxels: [Float] = []
    voxels.reserveCapacity(count * snapshots.count)
    for snapshot in snapshots {
      snapshot.withUnsafeBytes { bytes in
        let values = bytes.bindMemory(to: Float.self)[(position * count)..<(position + 1) * count]
        for (value, part) in zip(values, cord.cordFraction) {
          // Outside the cord there is nothing: zero, whatever the padding of the model holds.
          voxels.append(part > 0 ? value : 0)
        }
      }
    }
    var dimensions = [cord.grid.nx, cord.grid.ny, cord.grid.nz]
    if snapshots.count > 1 { dimensions.append(snapshots.count) }
    var volume = NIfTIVolume(
      dimensions: dimensions, voxels: voxels, affine: CordModel.affine(of: cord.grid))
    // Visits are not evenly spaced, so the step is one visit, without a unit; a step of zero is refused by ITK.
    if snapshots.count > 1 { volume.header.timeStep = 1 }
    volume.header.intentName = String(name.prefix(15))
    volume.header.description = "Myelon \(ProgramVersion.current) \(name), one volume a visit"
    return volume
  }
}

extension ArmSimulation {
  /// The record of an arm that has ended.
  func record() throws -> ArmRecord {
    let arm = plan.scenario.arms[index]
    let slug = Self.slugs(of: plan.scenario)[index]
    let volumes = plan.fields(of: arm).map { ($0.name, "\(slug)/\($0.name).nii.gz") }
    return ArmRecord(
      name: arm.name, slug: slug, injury: plan.scenario.injury(of: arm),
      epicentre: try plan.epicentre(of: plan.scenario.injury(of: arm)), series: series, visits: visits,
      volumes: Dictionary(uniqueKeysWithValues: volumes), published: arm.published,
      therapy: try finishTherapy(), regrowth: try finishRegrowth())
  }

  /// Folders of the arms: their names made fit for a directory, with a number where two arms would share one or
  /// where a file of the run has the name.
  static func slugs(of scenario: Scenario) -> [String] {
    let names = scenario.arms.map { Scenario.directoryName(for: $0.name) }
    var taken = Set(RunDirectory.fixedNames)
    for name in names where names.count(where: { $0 == name }) == 1 && !taken.contains(name) {
      taken.insert(name)
    }
    return names.enumerated().map { index, name in
      let isShared = names.count(where: { $0 == name }) > 1
      if !isShared, !RunDirectory.fixedNames.contains(name) { return name }
      var slug = "\(name)-\(index + 1)"
      while !taken.insert(slug).inserted { slug += "-\(index + 1)" }
      return slug
    }
  }
}
