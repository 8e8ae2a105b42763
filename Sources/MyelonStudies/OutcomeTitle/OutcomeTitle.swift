/// Names of outcomes and parameters as a reader knows them.
public enum OutcomeTitle {
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

  /// A title, such as "Lesion length" of `lesion_length`; of names that are not known the words.
  public static func of(_ name: String) -> String {
    if let title = titles[name] { return title }
    let words = name.split { $0 == "_" || $0 == "." }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A title within a sentence: without a capital unless it is an abbreviation.
  public static func inSentence(_ name: String) -> String {
    let title = of(name)
    return title.dropFirst().first?.isUppercase == true
      ? title : title.prefix(1).lowercased() + title.dropFirst()
  }
}
