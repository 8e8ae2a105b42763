import Dispatch
import MyelonAnatomy

extension LesionModel {
  /// Measured speed of the reactions: voxels of cord advanced per second, best of some repetitions.
  ///
  /// Advances the reactions alone, by a minute each time, so the cord is no longer one that has lived; use it on
  /// a model that serves nothing else.
  public func measureReactionRate(repetitions: Int = 20) -> Double {
    let voxels = cord.cordFraction.reduce(0) { $1 > 0 ? $0 + 1 : $0 }
    var best = Double.infinity
    for _ in 0..<repetitions {
      let start = DispatchTime.now().uptimeNanoseconds
      _ = react(hours: 1.0 / 60)
      best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9)
    }
    return Double(voxels) / best
  }
}
