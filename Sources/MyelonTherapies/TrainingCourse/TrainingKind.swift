import MyelonAnatomy
import MyelonQuantities

/// What is trained and how.
public enum TrainingKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Step training on a treadmill, with body-weight support as needed, in which the subject steps as far as it can.
  case treadmill
  /// A treadmill or robot that moves limbs which the subject does not move itself.
  case automatedTreadmill = "automated-treadmill"
  /// Walking over ground towards a goal, with a robot that only holds the trunk as needed.
  case overground
  /// Skilled reaching and grasping.
  case reaching
  /// General exercise: enriched housing, swimming, cycling, running wheels.
  case general
  /// Exercise of the forelimbs (arms) that trains no skill.
  case forelimb

  /// Share of the training that practises a task: minutes of the task itself in a minute of training, 0 to 1.
  ///
  /// Gains are specific to the trained task (García-Alías et al 2009 Nat Neurosci 12:1145), and training of the
  /// forelimbs alone did nothing for walking (Ward et al 2016 Neural Plast 4307694).
  ///
  /// - Parameters:
  ///   - task: what may be practised.
  ///   - table: holds `TherapyParameters`.
  /// - Returns: the share.
  public func share(of task: MotorTask, table: ParameterTable) -> Double {
    switch (self, task) {
    case (.treadmill, .stepping), (.automatedTreadmill, .stepping), (.overground, .stepping): 1
    case (.reaching, .reaching): 1
    case (.general, .stepping): table["training_share_general"]
    case (.forelimb, .reaching): table["training_share_forelimb"]
    default: 0
    }
  }

  /// Share of the practice that the subject's own will drives, 0 to 1.
  ///
  /// Rats trained on a robot over ground walked by their own will with stimulation, rats moved by a treadmill never
  /// did (van den Brand et al 2012 Science 336:1182), so only active practice teaches descending connections.
  ///
  /// - Parameter table: holds `TherapyParameters`.
  /// - Returns: the share.
  public func activeShare(_ table: ParameterTable) -> Double {
    self == .automatedTreadmill ? table["training_active_automated"] : 1
  }
}
