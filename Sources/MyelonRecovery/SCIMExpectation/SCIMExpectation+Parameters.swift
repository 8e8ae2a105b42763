import Foundation
import MyelonQuantities

extension SCIMExpectation {
  /// The numbers of the mapping.
  struct Parameters: Sendable {
    let gradeHalf: Double
    let gradeExponent: Double
    let betterArm: Double
    let betterLeg: Double
    let tenodesis: Double
    let reach: Double
    let push: Double
    let triceps: Double
    let balance: Double
    let proximal: Double
    let walkingSense: Double
    let cough: Double
    let contraction: Double
    let contractionStrength: Double
    let easy: Double
    let hard: Double
    let lowerBody: Double
    let sphincterCare: Double
    let sphincterHands: Double
    let poweredChair: Double
    let distance: Double
    let unlearned: Double
    let learningTime: Double
    let ageOnset: Double
    let ageLoss: Double

    init(_ table: ParameterTable) {
      gradeHalf = table["scim_grade_half"]
      gradeExponent = table["scim_grade_exponent"]
      betterArm = table["scim_better_arm"]
      betterLeg = table["scim_better_leg"]
      tenodesis = table["scim_tenodesis"]
      reach = table["scim_arm_reach"]
      push = table["scim_arm_push"]
      triceps = table["scim_transfer_triceps"]
      balance = table["scim_balance"]
      proximal = table["scim_walk_proximal"]
      walkingSense = table["scim_walk_sense"]
      cough = table["scim_cough"]
      contraction = table["scim_anal_contraction"]
      contractionStrength = table["scim_anal_strength"]
      easy = table["scim_easy_exponent"]
      hard = table["scim_hard_exponent"]
      lowerBody = table["scim_lower_body"]
      sphincterCare = table["scim_sphincter_care"]
      sphincterHands = table["scim_sphincter_hands"]
      poweredChair = table["scim_powered_chair"]
      distance = table["scim_distance_exponent"]
      unlearned = table["scim_unlearned"]
      learningTime = table["scim_learning_time"]
      ageOnset = table["scim_age_onset"]
      ageLoss = table["scim_age_loss"]
    }

    /// Use of a muscle of a grade: `gⁿ/(gⁿ + hⁿ) · (5ⁿ + hⁿ)/5ⁿ`, 0 at grade 0 and 1 at grade 5.
    func use(ofGrade grade: Double) -> Double {
      let raised = pow(grade, gradeExponent)
      let half = pow(gradeHalf, gradeExponent)
      let full = pow(5, gradeExponent)
      return min(1, raised / (raised + half) * (full + half) / full)
    }
  }
}
