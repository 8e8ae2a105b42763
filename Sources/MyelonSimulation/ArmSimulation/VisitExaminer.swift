import ISNCSCI
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRecovery
import MyelonRegrowth

/// Examines the subject at a visit: ISNCSCI and SCIM III for people, open-field locomotion and skilled reaching
/// for rats.
struct VisitExaminer {
  private let humanFunction: HumanFunction?
  private let recorder: ExaminationRecorder?
  private let independence: SCIMExpectation?
  private let ratLocomotion: RatLocomotion?
  private let ratReaching: RatReaching?
  private let age: Double

  /// Prepares for a subject.
  ///
  /// - Parameters:
  ///   - species: human or rat.
  ///   - age: age at injury, years.
  ///   - parameters: the run's table.
  init(species: Species, age: Double, parameters: ParameterTable) {
    self.age = age
    independence = species == .human ? SCIMExpectation(parameters) : nil
    humanFunction = species == .human ? HumanFunction(parameters) : nil
    recorder = species == .human ? ExaminationRecorder(parameters) : nil
    ratLocomotion = species == .rat ? RatLocomotion(parameters) : nil
    ratReaching = species == .rat ? RatReaching(parameters) : nil
  }

  /// The record of a visit.
  ///
  /// - Parameters:
  ///   - day: day after injury.
  ///   - model: the cord at that day.
  ///   - connections: what has regrown and what training has brought by then, or nil.
  ///   - stream: the examiner's random stream, or nil for an examiner without error.
  /// - Returns: what was found.
  /// - Throws: `ExaminationError` if the function read from the cord does not fill the worksheet; `SCIMError` if
  ///   the age is no age.
  func visit(
    day: Double, of model: LesionModel, connections: ConnectionSupply? = nil, stream: RandomStream?
  ) throws -> VisitRecord {
    var errors = stream
    if let humanFunction, let recorder {
      let state = humanFunction.state(of: model, connections: connections)
      var none: RandomStream?
      let noiseFree = try recorder.examination(of: state, stream: &none)
      let examination = try recorder.examination(of: state, stream: &errors)
      return VisitRecord(
        day: day, examination: examination, classification: examination.classified(),
        noiseFreeExamination: noiseFree,
        // What a person does hangs on the muscles, not on the examiner's error.
        independence: try independence?.score(of: noiseFree, age: age, days: day),
        walkingProbability: day <= WalkingRule.lastDay
          ? WalkingRule.probability(of: examination, age: age) : nil,
        details: details(state))
    }
    guard let ratLocomotion, let ratReaching else { return VisitRecord(day: day) }
    let found = ratLocomotion.score(of: model, connections: connections, stream: &errors)
    let reaching = ratReaching.result(of: model, connections: connections)
    return VisitRecord(day: day, locomotion: found.score, details: details(found, reaching))
  }

  /// Drive and score of each hind limb, success of each paw, and what the kinds of connection contribute.
  private func details(_ locomotion: LocomotionResult, _ reaching: ReachingResult) -> [String: Double] {
    var contributions = locomotion.contributions
    contributions.scores.append(reaching.attribution)
    var details = contributions.details
    details["locomotor_drive"] = locomotion.drive
    details["reaching"] = reaching.success
    details["reaching_drive"] = reaching.drive
    for (side, name) in ["right", "left"].enumerated() {
      details["BBB_\(name)"] = locomotion.sideScores[side].value
      details["locomotor_drive_\(name)"] = locomotion.sideShares[side].total
      details["reaching_\(name)"] = reaching.sides[side]
    }
    return details
  }

  /// Drive of every key muscle, as `drive_right_C5`, and what the kinds of connection contribute.
  private func details(_ state: FunctionalState) -> [String: Double] {
    var details = state.contributions.details
    for (side, name) in ["right", "left"].enumerated() {
      for (muscle, level) in SpinalLevel.keyMuscles.enumerated() {
        details["drive_\(name)_\(level.key)"] = state.drive[side][muscle]
      }
    }
    return details
  }
}
