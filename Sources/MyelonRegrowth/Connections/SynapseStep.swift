import Foundation
import MyelonAnatomy

/// What a step of constant practice does to synapses; the factors are worked out once a task.
struct SynapseStep {
  /// A task's factors.
  private struct Factors {
    var days: Double
    var aim: Double
    /// Loss of a correct synapse of no strength, 1/d.
    var weakening: Double
    /// What a misdirected synapse keeps.
    var misdirected: Double
  }

  private let maturing: Double
  private let following: Double
  private let time: Double
  private let unpractised: Double
  private let tasks: [Factors]
  private let taskOfSegment: [MotorTask]

  init(
    days: Double, parameters: ConnectionParameters, practice: [Double], excitability: [Double],
    taskOfSegment: [MotorTask]
  ) {
    maturing = exp(-days / parameters.maturation)
    following = exp(-days / parameters.strengthening)
    time = parameters.strengthening
    unpractised = parameters.unpractised
    self.taskOfSegment = taskOfSegment
    func value(_ values: [Double], _ task: MotorTask, _ fallback: Double) -> Double {
      task.rawValue < values.count ? values[task.rawValue] : fallback
    }
    tasks = MotorTask.allCases.map { task in
      let dose = min(max(value(practice, task, 0), 0), 1)
      let activity = parameters.activity(practice: dose, excitability: value(excitability, task, 1))
      return Factors(
        days: days, aim: parameters.unpractised + (1 - parameters.unpractised) * activity,
        weakening: parameters.pruning * (1 - activity),
        misdirected: exp(-parameters.misdirectedPruning * dose * days))
    }
  }

  func apply(to synapses: inout SynapseStore) {
    // A synapse on grafted neurons or at the brain end belongs to no task: it lives on what is practised most.
    guard let busiest = tasks.max(by: { $0.aim < $1.aim }) else { return }
    for slot in 0..<synapses.count {
      let task: Factors
      if case .host(let segment, _, _, _) = Connections.Target(code: synapses.target[slot]) {
        task = tasks[taskOfSegment[segment].rawValue]
      } else {
        task = busiest
      }
      synapses.maturity[slot] = 1 + (synapses.maturity[slot] - 1) * maturing
      let aim = synapses.isCorrect[slot] ? task.aim : unpractised
      let gap = synapses.strength[slot] - aim
      if synapses.isCorrect[slot] {
        // ∫ (1 - s) dt over the step, with s on its way to its aim.
        let weakness = (1 - aim) * task.days - gap * time * (1 - following)
        synapses.kept[slot] *= exp(-task.weakening * weakness)
      } else {
        synapses.kept[slot] *= task.misdirected
      }
      synapses.strength[slot] = aim + gap * following
    }
  }
}
