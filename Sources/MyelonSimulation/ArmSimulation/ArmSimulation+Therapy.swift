import AnnData
import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonTherapies

extension ArmSimulation {
  /// Records what the treatment has come to at a visit.
  mutating func recordTherapy(visit: Int) throws {
    guard let course, var record = therapy else { return }
    record.visits.append(
      .init(day: plan.scenario.run.visits[visit], transplants: course.graft.summaries(model)))
    record.events = course.graft.events
    record.ledger = course.graft.ledger
    if let found = course.trackingImage(model, exposure: visit) {
      record.tracking.append(found.comparison)
      try WholeFile.write(
        [found.image.t2star, found.image.reporter].map { Self.data($0) }.reduce(Data(), +),
        to: directory.trackingSnapshot(arm: index, visit: visit))
    }
    therapy = record
  }

  private static func data(_ values: [Float]) -> Data {
    values.withUnsafeBytes { Data($0) }
  }

  /// The record of the treatment of an arm that has ended; writes its table of cells.
  func finishTherapy() throws -> TherapyRecord? {
    guard let course, var record = therapy else { return nil }
    record.events = course.graft.events
    record.ledger = course.graft.ledger
    let slug = Self.slugs(of: plan.scenario)[index]
    if !course.graft.isEmpty {
      try directory.make(directory.file(slug))
      let name = "\(slug)/cells.h5ad"
      try cellTable(course).write(to: directory.file(name))
      record.files["cells"] = name
    }
    if !record.tracking.isEmpty {
      record.files["tracking"] = "\(slug)/tracking.nii.gz"
      record.files["tracking_reporter"] = "\(slug)/tracking-reporter.nii.gz"
    }
    return record
  }

  private func cellTable(_ course: TherapyCourse) -> AnnDataTable {
    CellTable.make(
      course.profile(model),
      notes: [
        ("scenario", .text(plan.scenario.name)), ("arm", .text(plan.scenario.arms[index].name)),
        ("day", .number(model.clock.days)), ("species", .text(plan.scenario.subject.species.rawValue)),
        ("program", .text("Myelon \(ProgramVersion.current)")),
        ("notice", .text(ResearchNotice.file)),
      ])
  }
}
