import Foundation
import MyelonAnatomy
import MyelonQuantities

/// What practice has taught the spared connections, task by task.
///
/// Each task has three two-stage chains (see `Chain`) with these rates k, and m = k but for sprouting:
/// - trained: `p / τ_t`, by practice p;
/// - sprouted: `v P min(1, p + p₀) / τ_s`, by practice and everyday use while spared fibres may sprout (P); what has sprouted
///   matures at `m = min(1, p + p₀) / τ_s` whether or not more may sprout;
/// - disturbed: `W p' (1 - p) / τ_s`, by practice p' of the other task while the net is open.
///
/// `P = 1 - (1 - W)(1 - u)` joins the open share W of the perineuronal net and what else supports sprouting, u; v is the
/// vigour of growth. The gain of
/// what conducts is `1 + (g_t - 1)(l + μ_c y - c_t z)` with the levels l, y, z of the three. Sprouting serves the task that
/// is used: practice of one never raises another. Stepping is what a caged animal does all day, skilled reaching is not, so
/// that chondroitinase alone brings something for the first and little for the second (Garcia-Alias et al 2009 Nat Neurosci
/// 12:1145).
public struct TaskLearning: Sendable, Hashable {
  /// Two first-order stages in a row: `x' = k (1 - x) - x / τ_f`, `y' = m (x - y) - y / τ_f`.
  ///
  /// Exact for rates that are constant over a step, so that the length of steps does not matter.
  struct Chain: Sendable, Hashable {
    var first = 0.0
    var second = 0.0

    mutating func advance(forming: Double, maturing: Double, loss: Double, days: Double) {
      guard days > 0, min(forming, maturing) + loss > 0 else { return }
      let firstEnd = forming / (forming + loss)
      let secondEnd = firstEnd * maturing / (maturing + loss)
      let firstGap = first - firstEnd
      // (e^(-(k + 1/τ) t) - e^(-(m + 1/τ) t)) / (m - k) over the second exponential, t where both rates are one.
      let difference = maturing - forming
      let delay = abs(difference) * days > 1e-12 ? expm1(difference * days) / difference : days
      let decay = exp(-(maturing + loss) * days)
      second = secondEnd + (second - secondEnd + maturing * firstGap * delay) * decay
      first = firstEnd + firstGap * exp(-(forming + loss) * days)
    }
  }

  /// Indices of the chains.
  private static let trained = 0
  private static let sprouted = 1
  private static let disturbed = 2

  private let time: Double
  private let loss: Double
  private let gain: Double
  private let sproutingGain: Double
  private let competition: Double
  private let sproutingTime: Double
  /// Everyday use of each task, by `MotorTask.rawValue`.
  private let everydayUse: [Double]
  private let opening: Double
  private let closing: Double
  /// Chains of each task: trained, sprouted, disturbed.
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
    sproutingGain = table["training_plasticity"]
    competition = table["training_competition"]
    sproutingTime = table["sprouting_time"]
    everydayUse = MotorTask.allCases.map { task in
      switch task {
      case .stepping: table["everyday_use_stepping"]
      case .reaching: table["everyday_use_reaching"]
      }
    }
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
  ///   - permission: how far each task's circuits let spared fibres sprout.
  public mutating func advance(days: Double, practice: [Double], permission: SproutingPermission = .none) {
    guard days > 0 else { return }
    let doses = MotorTask.allCases.map { Self.share(practice, $0.rawValue) }
    for task in doses.indices {
      let dose = doses[task]
      let others = doses.indices.reduce(0) { $1 == task ? $0 : max($0, doses[$1]) }
      let open = openNet[task]
      let permitted = 1 - (1 - open) * (1 - Self.share(permission.supported, task))
      let use = min(1, dose + everydayUse[task]) / sproutingTime
      let rates = [
        dose / time, permission.vigour * permitted * use, open * others * (1 - dose) / sproutingTime,
      ]
      for (index, rate) in rates.enumerated() {
        chains[task][index].advance(
          forming: rate, maturing: index == Self.sprouted ? use : rate, loss: loss, days: days)
      }
      let digested = Self.share(permission.digested, task)
      let speed = digested > open ? opening : closing
      openNet[task] = digested + (open - digested) * exp(-speed * days)
    }
  }

  private static func share(_ values: [Double], _ index: Int) -> Double {
    index < values.count && values[index] > 0 ? min(values[index], 1) : 0
  }

  /// Level of a chain that full practice without end brings to 1.
  private func level(_ task: MotorTask, _ chain: Int) -> Double {
    let end = 1 / (1 + (chain == Self.trained ? time : sproutingTime) * loss)
    return min(1, chains[task.rawValue][chain].second / (end * end))
  }

  /// How far a task has been learnt with the net closed, 0 to 1.
  public func level(of task: MotorTask) -> Double { level(task, Self.trained) }

  /// Gain of spared connections of a task, fold; 1 where nobody has practised and nothing has sprouted, below 1 after harm.
  public func gain(of task: MotorTask) -> Double {
    let learnt =
      level(task, Self.trained) + sproutingGain * level(task, Self.sprouted)
      - competition * level(task, Self.disturbed)
    return max(0, 1 + gain * learnt)
  }
}
