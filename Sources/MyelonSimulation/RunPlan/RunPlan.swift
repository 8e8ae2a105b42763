import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRecovery
import MyelonRegrowth
import MyelonTherapies

/// A scenario with everything it leaves open decided: species, parameters, window, threads, sampling times.
///
/// Two runs of equal plans give the same bits; `threads` is the one entry that changes nothing but speed.
public struct RunPlan: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Path of its file as given.
  public let scenarioPath: String
  /// All parameters in force.
  public let parameters: ParameterTable
  /// Absolute path of the PAM50 template's directory, or nil for the parametric anatomy.
  ///
  /// Absolute, so that an interrupted run can be resumed from elsewhere.
  public let anatomyDirectory: String?
  /// Threads to use.
  public let threads: Int
  /// The parametric cord of the species: segment names and positions, and the anatomy unless PAM50 is read.
  public let anatomy: CordAnatomy

  /// Decides what a scenario leaves open.
  ///
  /// - Parameters:
  ///   - scenario: a checked scenario.
  ///   - scenarioPath: path of its file, for messages and records.
  ///   - anatomyDirectory: directory of the PAM50 template given on the command line, or nil.
  ///   - threads: threads to use, held within 1 to 1024; nil for the scenario's choice or the machine's cores.
  /// - Throws: `ScenarioError` for a parameter that the model does not take, `RunError` when the anatomy and the
  ///   subject do not go together.
  public init(
    scenario: Scenario, scenarioPath: String, anatomyDirectory: String? = nil, threads: Int? = nil
  ) throws {
    self.scenario = scenario
    self.scenarioPath = scenarioPath
    let species = scenario.subject.species
    parameters = try scenario.overriding(Self.table(for: species), file: scenarioPath)
    anatomy = CordAnatomy.standard(species)
    let wanted = threads ?? scenario.run.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let limit = ScenarioLimit.threads.range
    self.threads = Int(min(max(Double(wanted), limit.lowerBound), limit.upperBound))
    self.anatomyDirectory = try Self.directory(scenario, commandLine: anatomyDirectory)
  }

  /// Every parameter of the model for a species.
  public static func table(for species: Species) -> ParameterTable {
    LesionParameters.table(for: species).appending(TherapyParameters.table(for: species))
      .appending(RegrowthParameters.table(for: species))
      .appending(RecoveryParameters.table(for: species))
  }

  /// Identifiers of the parameters of therapies and of growing axons: those that an untreated baseline hardly knows.
  public var treatmentParameterNames: [String] {
    let species = scenario.subject.species
    let tables = [TherapyParameters.table(for: species), RegrowthParameters.table(for: species)]
    return tables.flatMap(\.parameters).map(\.id)
  }

  private static func directory(_ scenario: Scenario, commandLine: String?) throws(RunError) -> String? {
    var directory = commandLine
    if case .pam50(let named) = scenario.anatomy {
      directory = commandLine ?? named
      guard directory != nil else { throw .anatomyDirectoryMissing }
    }
    if directory != nil, scenario.subject.species != .human {
      throw .anatomyOfOtherSpecies(required: scenario.subject.species.rawValue)
    }
    guard let directory else { return nil }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory.boolValue
    else { throw .anatomyDirectoryNotFound(path: directory) }
    return URL(fileURLWithPath: directory).standardizedFileURL.path
  }

  /// Times at which the series is sampled, in seconds: dense at first, and at every visit.
  public var sampleSeconds: [Int] {
    let hours = [0.0, 1, 3, 6, 12]
    let days = [
      1.0, 1.5, 2, 3, 4, 5, 7, 10, 14, 17, 21, 28, 35, 42, 49, 56, 63, 70, 84, 98, 112, 140, 168, 210, 252,
      300, 365,
    ]
    let yearly = stride(from: 455.0, through: max(455, scenario.run.days), by: 90)
    let all =
      hours.map { $0 / 24 } + days + Array(yearly) + scenario.run.visits + [scenario.run.days]
      + therapySamples
    let limit = Self.seconds(scenario.run.days)
    return Set(all.map(Self.seconds)).filter { $0 <= limit }.sorted()
  }

  /// Days as whole seconds.
  static func seconds(_ days: Double) -> Int { Int((days * 86_400).rounded()) }

  /// The individual's deviation of severity: the same person in every arm.
  var severity: Double {
    if let susceptibility = scenario.subject.susceptibility { return susceptibility }
    guard scenario.run.individualVariation else { return 1 }
    var stream = RandomStream(seed: scenario.run.seed, entity: StreamEntity.individual.rawValue)
    return stream.logNormal(median: 1, variation: parameters["individual_variation"])
  }

  /// The examiner's stream at a visit: the same examiner, with the same error, in every arm.
  func examinerStream(visit: Int) -> RandomStream? {
    guard scenario.run.examinerNoise else { return nil }
    return RandomStream(
      seed: scenario.run.seed, entity: StreamEntity.examiner.rawValue, step: UInt32(truncatingIfNeeded: visit)
    )
  }
}
