/// Colours of grades: dark is lost, light is normal.
///
/// Lightness falls steadily from normal to absent and the hues run from blue-white through orange to violet, so
/// that the steps stay apart in print and for colour-blind readers. The numbers are always printed too.
enum GradeColor {
  /// Six steps, grade 0 to 5 of a key muscle.
  private static let steps = ["#4b2a86", "#8a4b9c", "#c3648f", "#ea8f4f", "#f7cf93", "#e3edf5"]

  /// The fill for a share of normal function, 0 to 1; white when not testable.
  static func fill(share: Double?) -> String {
    guard let share else { return "#ffffff" }
    return steps[min(5, max(0, Int((share * 5).rounded())))]
  }

  /// The colour of text on the fill.
  static func ink(share: Double?) -> String {
    guard let share else { return "#1c2733" }
    return share < 0.5 ? "#ffffff" : "#1c2733"
  }

  /// The share of normal function of a score, or nil when not testable.
  static func share(_ score: Score, _ modality: Modality) -> Double? {
    score.grade.map { Double($0) / Double(modality.normalGrade) }
  }
}
