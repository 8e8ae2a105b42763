import MyelonStudies

/// Outcomes, their units and margins as markup.
enum OutcomeText {
  /// The title of an outcome or parameter.
  static func title(_ name: String) -> String { Markup.escape(OutcomeTitle.of(name)) }

  /// A sentence that came with a forecast, with its first letter in upper case.
  static func sentence(_ text: String) -> String {
    Markup.escape(text.capitalizedFirst).replacing(" mm3", with: " mm³")
  }

  /// A unit in words, as markup; empty for codes and pure numbers.
  static func unit(_ unit: String) -> String {
    ["code", "fraction", "probability"].contains(unit)
      ? "" : Markup.escape(unit).replacing("mm3", with: "mm³").replacing("mm2", with: "mm²")
  }

  /// A margin in words, such as "5 points", "1 grade".
  static func margin(_ value: Double, outcome: String, unit: String) -> String {
    let word =
      outcome == "impairment_scale"
      ? "grade" : outcome.contains("level") && unit == "code" ? "level" : Self.unit(unit)
    let plural = ["grade", "level"].contains(word) && value != 1 ? "s" : ""
    return NumberText.short(value) + (word.isEmpty ? "" : " \(word)\(plural)")
  }
}
