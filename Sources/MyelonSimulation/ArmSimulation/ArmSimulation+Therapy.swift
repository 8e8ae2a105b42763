import AnnData
import Foundation
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
    therapy = record
  }

  /// The record of the treatment of an arm that has ended; writes its table of cells.
  func finishTherapy() throws -> TherapyRecord? {
    guard let course, var record = therapy else { return nil }
    record.events = course.graft.events
    record.ledger = course.graft.ledger
    return record
  }
}
