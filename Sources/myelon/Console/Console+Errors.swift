import MyelonAnatomy
import MyelonImaging
import MyelonLesion
import MyelonQuantities
import MyelonReport
import MyelonSimulation
import MyelonStatistics
import MyelonStimulation
import MyelonStudies
import MyelonTrialDesigns
import MyelonTrials

extension Console {
  /// True for errors that the user's input caused, false for those of disk and program.
  static func isBadInput(_ error: any Error) -> Bool {
    switch error {
    case is ScenarioError, is ParameterError, is InjuryError, is AnatomyError, is QuantityError,
      is ImagingError, is PatientError, is InferenceError,
      is ForecastError, is TrialDesignError, is EfficacyError, is ConductError, is CohortError:
      true
    case let error as StimulationError:
      if case .invalid = error { true } else { false }
    case let error as ReportError:
      switch error {
      case .unknownArm, .nothingToCompare: true
      default: false
      }
    case let error as RunError:
      switch error {
      case .directoryInUse, .directoryBusy, .nothingToResume, .noFinishedRun, .anatomyDirectoryMissing,
        .anatomyDirectoryNotFound,
        .anatomyOfOtherSpecies, .otherVersion, .changedScenario:
        true
      default: false
      }
    case let error as SensitivityError:
      switch error {
      case .unfinished, .tooFewUnits, .statistics: false
      default: true
      }
    case let error as SlurmError:
      switch error {
      case .missing, .refused, .otherWork, .wrongFile: true
      default: false
      }
    case let error as StudyError:
      switch error {
      case .diskFull, .cannotWrite, .cannotRead, .conflictingResults, .wrongOutcomes, .damaged: false
      default: true
      }
    default: false
    }
  }
}
