import Foundation
import MyelonSimulation

/// What the tasks of a study have in common, in `manifest.json` of the shared folder.
public struct SlurmManifest: Sendable, Hashable, Codable {
  /// Version of the program that wrote it.
  public let programVersion: String
  /// `StudyDescription.identityHash` of the study.
  public let study: String
  /// The scenario as it was read, to the bit.
  public let scenario: Scenario
  /// Path of its file, for messages.
  public let scenarioPath: String
  /// Directory of the PAM50 template, nil for the parametric cord.
  public let anatomyDirectory: String?
  /// What distinguishes a member's life from a run.
  public let life: LifeSettings
  /// Most tries of a member in a task.
  public let attempts: Int

  /// Describes the tasks of a study.
  ///
  /// - Parameters:
  ///   - study: `identityHash` of the study's description.
  ///   - scenario: the scenario as it was read.
  ///   - scenarioPath: path of its file.
  ///   - anatomyDirectory: directory of the PAM50 template, or nil.
  ///   - life: what distinguishes a member's life from a run.
  ///   - attempts: most tries of a member in a task.
  public init(
    study: String, scenario: Scenario, scenarioPath: String, anatomyDirectory: String?, life: LifeSettings,
    attempts: Int
  ) {
    programVersion = ProgramVersion.current
    self.study = study
    self.scenario = scenario
    self.scenarioPath = scenarioPath
    self.anatomyDirectory = anatomyDirectory.map(StudyStore.absolute)
    self.life = life
    self.attempts = attempts
  }
}
