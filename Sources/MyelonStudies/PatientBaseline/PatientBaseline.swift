import ISNCSCI
import MyelonImaging
import MyelonSimulation

/// What is known of a patient, read and measured.
public struct PatientBaseline: Sendable {
  /// What the scenario says, with its paths.
  public let stated: Scenario.Baseline
  /// The examination.
  public let examination: Examination
  /// Its classification.
  public let classification: Classification
  /// Measures of the lesion in the images; nil without images.
  public let image: ImageMeasures?
  /// How the image would be stated as an injury; nil without levels.
  public let suggestion: InjurySuggestion?
  /// What a reader of the images should know.
  public let notes: [String]

  /// Day on which the last part of the baseline was taken.
  public var lastDay: Double { days.max() ?? stated.day }

  /// Days on which parts of the baseline were taken, ascending.
  public var days: [Double] {
    Set([stated.day, stated.image?.day, stated.serum?.day].compactMap { $0 }).sorted()
  }

  /// Joins what is known.
  ///
  /// - Parameters:
  ///   - stated: what the scenario says.
  ///   - examination: the examination.
  ///   - image: measures of the lesion, or nil.
  ///   - suggestion: how the image would be stated as an injury, or nil.
  ///   - notes: what a reader should know.
  public init(
    stated: Scenario.Baseline, examination: Examination, image: ImageMeasures? = nil,
    suggestion: InjurySuggestion? = nil, notes: [String] = []
  ) {
    self.stated = stated
    self.examination = examination
    classification = examination.classified()
    self.image = image
    self.suggestion = suggestion
    self.notes = notes
  }
}
