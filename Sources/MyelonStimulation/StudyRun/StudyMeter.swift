import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// Adds up what is done and tells how far the work has come.
final class StudyMeter {
  private let total: Double
  private var done = 0.0
  private let sink: (StudyProgress) -> Void

  init(total: Double, sink: @escaping (StudyProgress) -> Void) {
    self.total = max(total, 1)
    self.sink = sink
  }

  func report(_ stage: String, _ work: Double) {
    done += work
    sink(StudyProgress(stage: stage, fraction: min(1, done / total)))
  }
}
