extension ExaminationSheet {
  /// The score table of one side; on the left side the columns are mirrored, as on the worksheet.
  static func table(_ examination: Examination, _ side: Side, _ classification: Classification) -> String {
    let scores = examination[side]
    let heads = [
      "<th>Key muscle</th>", "<th>Motor</th>", "<th>Level</th>", "<th>Light touch</th>", "<th>Pin prick</th>",
    ]
    let sums = classification.totals[side]
    let feet = [
      "<th class=\"isncsci-muscle\">Subtotals</th>", "<td>\(sums.motor)</td>", "<th></th>",
      "<td>\(sums.lightTouch)</td>", "<td>\(sums.pinPrick)</td>",
    ]
    let maxima = [
      "<th class=\"isncsci-muscle\">Maximum</th>", "<td>50</td>", "<th></th>", "<td>56</td>", "<td>56</td>",
    ]
    let order = { (cells: [String]) in (side == .right ? cells : cells.reversed()).joined() }
    var text =
      "<table class=\"isncsci-table isncsci-\(side)\"><caption>\(side == .right ? "Right" : "Left")</caption>"
    text += "<thead><tr>\(order(heads))</tr></thead><tbody>"
    for level in SpinalLevel.dermatomes { text += "<tr\(mark(level))>\(order(cells(scores, level)))</tr>" }
    text +=
      "</tbody><tfoot><tr>\(order(feet))</tr><tr class=\"isncsci-max\">\(order(maxima))</tr></tfoot></table>"
    return text
  }

  /// A rule above the first level of each region of the spine.
  private static func mark(_ level: SpinalLevel) -> String {
    [.t1, .l1, .s1].contains(level) ? " class=\"isncsci-region\"" : ""
  }

  private static func cells(_ side: ExaminationSide, _ level: SpinalLevel) -> [String] {
    let action = level.keyMuscleAction ?? ""
    let muscle = "<td class=\"isncsci-muscle\">\(action)</td>"
    let motor = side[.motor, level].map { cell($0, .motor) } ?? "<td class=\"isncsci-none\"></td>"
    let touch = side[.lightTouch, level].map { cell($0, .lightTouch) } ?? "<td></td>"
    let prick = side[.pinPrick, level].map { cell($0, .pinPrick) } ?? "<td></td>"
    return [muscle, motor, "<th>\(level)</th>", touch, prick]
  }

  private static func cell(_ score: Score, _ modality: Modality) -> String {
    let share = GradeColor.share(score, modality)
    guard share != nil else { return "<td class=\"isncsci-nt\">\(score)</td>" }
    return
      "<td style=\"background:\(GradeColor.fill(share: share));color:\(GradeColor.ink(share: share))\">\(score)</td>"
  }

  /// The subtotals in a box.
  static func totals(_ totals: Totals) -> String {
    func row(_ name: String, _ right: Subtotal, _ left: Subtotal, _ sum: Subtotal, _ maximum: Int) -> String {
      "<tr><th>\(name)</th><td>\(right)</td><td>\(left)</td><td class=\"isncsci-sum\">\(sum)</td>"
        + "<td class=\"isncsci-of\">of \(maximum)</td></tr>"
    }
    let right = totals.right
    let left = totals.left
    return
      "<table class=\"isncsci-totals\"><caption>Totals</caption><thead><tr><th></th><th>Right</th><th>Left</th>"
      + "<th>Sum</th><th></th></tr></thead><tbody>"
      + row(
        "Upper extremity motor (UEMS)", right.upperExtremity, left.upperExtremity, totals.upperExtremity, 50)
      + row(
        "Lower extremity motor (LEMS)", right.lowerExtremity, left.lowerExtremity, totals.lowerExtremity, 50)
      + row("Light touch", right.lightTouch, left.lightTouch, totals.lightTouch, 112)
      + row("Pin prick", right.pinPrick, left.pinPrick, totals.pinPrick, 112) + "</tbody></table>"
  }

  /// The classification box.
  static func result(_ result: Classification) -> String {
    func pair(_ name: String, _ right: String, _ left: String) -> String {
      "<tr><th>\(name)</th><td>\(right)</td><td>\(left)</td></tr>"
    }
    let levels =
      "<table class=\"isncsci-levels\"><caption>Levels and zones</caption><thead><tr><th></th><th>Right</th><th>Left</th>"
      + "</tr></thead><tbody>"
      + pair("Sensory level", short(result.right.sensoryLevel), short(result.left.sensoryLevel))
      + pair("Motor level", short(result.right.motorLevel), short(result.left.motorLevel))
      + pair("Sensory zone (ZPP)", short(result.right.sensoryZone), short(result.left.sensoryZone))
      + pair("Motor zone (ZPP)", short(result.right.motorZone), short(result.left.motorZone))
      + "</tbody></table>"
    func big(_ name: String, _ value: String, _ note: String) -> String {
      "<div><dt>\(name)</dt><dd\(value.utf8.count > 5 ? " class=\"isncsci-long\"" : "")>\(value)</dd>"
        + "<small>\(note)</small></div>"
    }
    let completeness = result.completeness.single.map { $0 == .complete ? "complete" : "incomplete" }
    return levels + "<dl class=\"isncsci-box\">"
      + big("Neurological level", short(result.neurologicalLevel), "NLI")
      + big("Injury", result.completeness.description, completeness ?? "not determinable")
      + big(
        "AIS", result.impairmentScale.description,
        result.impairmentScale.single?.meaning ?? "not determinable")
      + "</dl>"
  }

  /// A set as printed; long runs are shortened to their ends.
  static func short<Value>(_ values: PossibleValues<Value>) -> String {
    let list = values.values
    guard list.count > 4, let first = list.first, let last = list.last else { return "\(values)" }
    return "<span title=\"\(values)\">\(first) … \(last) <small>(\(list.count) values)</small></span>"
  }
}
