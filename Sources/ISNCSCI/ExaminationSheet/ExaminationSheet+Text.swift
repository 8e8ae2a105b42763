extension ExaminationSheet {
  /// The worksheet as plain text, 72 columns wide, for a terminal or a file.
  ///
  /// - Parameters:
  ///   - examination: The scores.
  ///   - classification: The result for them.
  ///   - includesReasons: Whether the reasons are listed under the table; false by default.
  /// - Returns: Lines separated by newlines.
  public static func text(
    _ examination: Examination, _ classification: Classification, includesReasons: Bool = false
  ) -> String {
    var lines = ["              RIGHT                              LEFT"]
    lines.append("Motor  Level  Light touch  Pin prick     Light touch  Pin prick  Level  Motor")
    func cell(_ score: Score?, _ width: Int) -> String { centred(score?.description ?? "", width) }
    for level in SpinalLevel.dermatomes {
      let right = examination.right
      let left = examination.left
      lines.append(
        trimmed(
          cell(right[.motor, level], 5) + "  " + centred(level.description, 5) + "  "
            + cell(right[.lightTouch, level], 11) + "  " + cell(right[.pinPrick, level], 9) + "     "
            + cell(left[.lightTouch, level], 11) + "  " + cell(left[.pinPrick, level], 9) + "  "
            + centred(level.description, 5) + "  " + cell(left[.motor, level], 5)))
    }
    let sums = classification.totals
    lines.append(
      trimmed(
        centred(sums.right.motor.description, 5) + "  total  "
          + centred(sums.right.lightTouch.description, 11)
          + "  " + centred(sums.right.pinPrick.description, 9) + "     "
          + centred(sums.left.lightTouch.description, 11) + "  " + centred(sums.left.pinPrick.description, 9)
          + "  total  " + centred(sums.left.motor.description, 5)))
    lines.append("")
    lines.append(
      "Voluntary anal contraction: \(examination.voluntaryAnalContraction)    "
        + "Deep anal pressure: \(examination.deepAnalPressure)")
    for side in Side.allCases {
      guard let level = examination[side].lowestNonKeyMuscle else { continue }
      lines.append("Lowest non-key muscle with motor function, \(side): \(level)")
    }
    lines.append(
      "UEMS \(sums.upperExtremity)/50   LEMS \(sums.lowerExtremity)/50   "
        + "Light touch \(sums.lightTouch)/112   Pin prick \(sums.pinPrick)/112")
    lines.append("")
    lines += results(classification)
    if includesReasons {
      lines.append("")
      lines += classification.reasons(for: examination).map { "- \($0.text)" }
    }
    return lines.joined(separator: "\n")
  }

  private static func results(_ result: Classification) -> [String] {
    func pair(_ name: String, _ right: String, _ left: String) -> String {
      "\(name.padding(to: 22))R \(right.padding(to: 12))L \(left)"
    }
    return [
      pair("Sensory level", "\(result.right.sensoryLevel)", "\(result.left.sensoryLevel)"),
      pair("Motor level", "\(result.right.motorLevel)", "\(result.left.motorLevel)"),
      pair("Sensory zone (ZPP)", "\(result.right.sensoryZone)", "\(result.left.sensoryZone)"),
      pair("Motor zone (ZPP)", "\(result.right.motorZone)", "\(result.left.motorZone)"),
      "\("Neurological level".padding(to: 22))\(result.neurologicalLevel)",
      "\("Complete/incomplete".padding(to: 22))\(result.completeness)",
      "\("AIS".padding(to: 22))\(result.impairmentScale)",
      "\("Standard revision".padding(to: 22))\(result.standardRevision.rawValue)",
    ]
  }

  private static func centred(_ text: String, _ width: Int) -> String {
    let space = max(0, width - text.count)
    return String(repeating: " ", count: space / 2) + text + String(repeating: " ", count: space - space / 2)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
