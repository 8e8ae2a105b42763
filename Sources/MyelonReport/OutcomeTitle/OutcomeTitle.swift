/// Names and units of outcomes as a reader knows them.
enum OutcomeTitle {
  private static let titles = [
    "motor_score": "Motor score", "upper_extremity_motor_score": "Upper extremity motor score",
    "lower_extremity_motor_score": "Lower extremity motor score", "light_touch_score": "Light touch",
    "pin_prick_score": "Pin prick", "impairment_scale": "AIS grade",
    "neurological_level": "Neurological level", "motor_level_right": "Motor level, right",
    "motor_level_left": "Motor level, left",
    "motor_score_without_error": "Motor score without examiner's error",
    "motor_drive": "Drive of key muscles", "scim": "SCIM III",
    "walking_probability": "Walking at a year, by rule",
    "bbb": "BBB", "bbb_right": "BBB, right", "bbb_left": "BBB, left", "lesion_volume": "Lesion volume",
    "cavity_volume": "Cavity volume", "lesion_length": "Lesion length",
    "spared_white_epicentre": "Spared white matter, worst section", "allodynia_risk": "Allodynia",
    "spasticity_risk": "Spasticity", "graft_survival": "Graft survival", "tumour_volume": "Volume of clones",
    "graft_sprouting_risk": "Pain or spasticity from sprouting that the graft drives",
    "infection_risk": "Infection under immunosuppression", "injury.decompression": "Time to decompression",
    "injury.peak_compression": "Peak compression", "injury.residual_compression": "Residual compression",
    "injury.laterality": "Offset to one side", "injury.depth": "Offset to front or back",
    "injury.length": "Struck length",
  ]

  /// A title; names that are not known become words. Escaped.
  static func of(_ name: String) -> String {
    titles[name]
      ?? Markup.escape(
        name.split(whereSeparator: { $0 == "_" || $0 == "." }).joined(separator: " ").capitalizedFirst)
  }

  /// A unit in words; empty for codes and pure numbers. Escaped.
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
