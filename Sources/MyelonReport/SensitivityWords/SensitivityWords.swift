import MyelonStudies

/// Words and names that the parts of a sensitivity page share.
struct SensitivityWords {
  let record: SensitivityRecord

  /// Whether indices are elementary effects; else shares of variance.
  var isMorris: Bool { record.scheme.method.word == "morris" }

  /// The index by which factors are ranked, as markup.
  var importance: String { isMorris ? "μ*" : "S<sub>T</sub>" }

  /// The second index, as markup.
  var direct: String { isMorris ? "μ" : "S<sub>1</sub>" }

  /// An outcome as a title, such as "motor drive, day 28".
  static func title(_ outcome: SensitivityOutcome) -> String {
    let name = Markup.escape(outcome.name.replacing("_", with: " "))
    let day = NumberText.day(outcome.day)
    let against = outcome.against.map { " less <b>\(Markup.escape($0))</b>" } ?? ""
    let arm =
      against.isEmpty && !outcome.text.contains(":") ? "" : ", <b>\(Markup.escape(outcome.arm))</b>\(against)"
    return "\(name), \(day)\(arm)"
  }

  /// A unit behind a number, as markup; nothing for pure numbers.
  static func unit(_ unit: String) -> String {
    ["", "-", "fraction", "code"].contains(unit) ? "" : " <small>\(Markup.escape(unit))</small>"
  }

  /// A factor's symbol and identifier, as markup.
  func name(_ row: SensitivityRow) -> String {
    let code = "<code>\(Markup.escape(row.factor))</code>"
    guard let symbol = record.factor(row.factor)?.parameter?.symbol else { return code }
    return "<span class=\"symbol\">\(Parameters.symbol(symbol))</span> \(code)"
  }

  /// Class of evidence: that of the parameter, `scenario` for its numbers, the weakest of a group.
  func evidence(_ factor: String) -> String {
    let kinds = record.factor(factor)?.members.compactMap(\.evidence) ?? []
    return ["assumed", "fitted", "derived", "measured"].first { kinds.contains($0) } ?? "scenario"
  }

  /// The colours of evidence, for charts.
  var legend: String {
    let kinds = ["measured", "derived", "fitted", "assumed", "scenario"].filter { kind in
      record.factors.contains { evidence($0.name) == kind }
    }
    let items = kinds.map { kind in
      "<li><i style=\"background:var(--ev)\" class=\"ev-\(kind)\"></i>\(kind == "scenario" ? "number of the scenario" : kind)</li>"
    }
    return "<ul class=\"legend\">\(items.joined())</ul>"
  }

  /// Round numbers from zero to beyond a value, for an axis.
  static func ticks(to highest: Double) -> [Double] {
    guard highest > 0, highest.isFinite else { return [0, 1] }
    var power = 1.0
    while power > highest { power /= 10 }
    while power * 10 <= highest { power *= 10 }
    let step = [0.2, 0.5, 1, 2.5].map { $0 * power }.first { highest / $0 <= 5 } ?? 2 * power
    var ticks = [0.0]
    while let last = ticks.last, last < highest { ticks.append(Double(ticks.count) * step) }
    return ticks
  }
}
