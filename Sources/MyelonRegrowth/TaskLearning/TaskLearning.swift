import Foundation
import MyelonAnatomy
import MyelonQuantities

/// What practice has taught the spared connections, task by task.
///
/// Each task has three two-stage chains (see `Chain`) with these rates of learning:
/// - trained: `p / τ_t`, by practice p;
/// - plastic: `W min(1, p + p₀) / τ_t`, by practice and everyday use while the perineuronal net is open (W);
/// - disturbed: `W p' (1 - p) / τ_t`, by practice p' of the other task while the net is open.
///
/// The gain of what conducts is `1 + (g_t - 1)(l + μ_c y - c_t z)` with the levels l, y, z of the three. Practice of one
/// task therefore never raises another, and chondroitinase brings little without practice (Garcia-Alias et al 2009 Nat
/// Neurosci 12:1145).
public struct TaskLearning: Sendable, Hashable {
  /// Two first-order stages in a row: `x' = k (1 - x) - x / τ_f`, `y' = k (x - y) - y / τ_f`.
  ///
  /// Exact for a rate k that is constant over a step, so that the length of steps does not matter.
  struct Chain: Sendable, Hashable {
    var first = 0.0
    var second = 0.0

    mutating func advance(rate: Double, loss: Double, days: Double) {
      let total = rate + loss
      guard days > 0, total > 0 else { return }
      let firstEnd = rate / total
      let secondEnd = firstEnd * firstEnd
      let decay = exp(-total * days)
      let firstGap = first - firstEnd
      second = secondEnd + (second - secondEnd + rate * firstGap * days) * decay
      first = firstEnd + firstGap * decay
    }
  }

  private let time: Double
  private let loss: Double
  private let gain: Double
  private let plasticGain: Double
  private let competition: Double
  private let everydayUse: Double
  private let opening: Double
  private let closing: Double
  /// Chains of each task: trained, plastic, disturbed.
  var chains: [[Chain]]
  /// Share of the perineuronal net of each task's circuits that is open, 0 to 1, by `MotorTask.rawValue`.
  public internal(set) var openNet: [Double]

  /// A subject that has not practised.
  ///
  /// - Parameter table: a table that holds `RegrowthParameters`.
  public init(_ table: ParameterTable) {
    time = table["training_time"]
    loss = 1 / table["training_forgetting"]
    gain = table["sprouting_gain_training"] - 1
    plasticGain = table["training_plasticity"]
    competition = table["training_competition"]
    everydayUse = table["everyday_use"]
    opening = table["plasticity_opening"]
    closing = 1 / table["plasticity_closing"]
    let tasks = MotorTask.allCases.count
    chains = [[Chain]](repeating: [Chain](repeating: Chain(), count: 3), count: tasks)
    openNet = [Double](repeating: 0, count: tasks)
  }

  /// Lives through a step.
  ///
  /// The net follows the digested share: it opens towards it at κ_o and closes to it with τ_o. Learning sees the net as
  /// it is at the start of the step.
  ///
  /// - Parameters:
  ///   - days: length of the step, d.
  ///   - practice: daily dose of each task, 0 to 1, constant over the step.
  ///   - plasticity: share of the net of each task's circuits that enzyme keeps digested, 0 to 1.
  public mutating func advance(days: Double, practice: [Double], plasticity: [Double]) {
    guard days > 0 else { return }
    let doses = MotorTask.allCases.map { Self.share(practice, $0.rawValue) }
    for task in doses.indices {
      let dose = doses[task]
      let others = doses.indices.reduce(0) { $1 == task ? $0 : max($0, doses[$1]) }
      let open = openNet[task]
      let rates = [dose, open * min(1, dose + everydayUse), open * others * (1 - dose)]
      for (index, rate) in rates.enumerated() {
        chains[task][index].advance(rate: rate / time, loss: loss, days: days)
      }
      let digested = Self.share(plasticity, task)
      let speed = digested > open ? opening : closing
      openNet[task] = digested + (open - digested) * exp(-speed * days)
    }
  }

  private static func share(_ values: [Double], _ index: Int) -> Double {
    index < values.count && values[index] > 0 ? min(values[index], 1) : 0
  }

  /// Level of a chain that full practice without end brings to 1.
  private func level(_ task: MotorTask, _ chain: Int) -> Double {
    let end = 1 / (1 + time * loss)
    return min(1, chains[task.rawValue][chain].second / (end * end))
  }

  /// How far a task has been learnt with the net closed, 0 to 1.
  public func level(of task: MotorTask) -> Double { level(task, 0) }

  /// Gain of spared connections of a task, fold; 1 in a subject that has not practised, below 1 after harm.
  public func gain(of task: MotorTask) -> Double {
    let learnt = level(task, 0) + plasticGain * level(task, 1) - competition * level(task, 2)
    return max(0, 1 + gain * learnt)
  }
}
