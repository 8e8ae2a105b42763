import MyelonSimulation
import Foundation

/// Findings as Markdown: a table a study, counts, and the baselines.
public struct ValidationTable: Sendable {
  /// The findings, study by study.
  public let results: [ValidationResult]
  /// Studies with nothing to live, and what was left out of the others.
  public let studies: [ValidationStudy]
  /// Animals that were lived for each study.
  public let animals: Int
  /// Edge of a voxel that replaced that of the files, mm; nil when none did.
  public let voxel: Double?

  /// Joins what a validation found.
  ///
  /// - Parameters:
  ///   - studies: all studies, in the order of the page.
  ///   - results: the findings of those that were lived.
  ///   - animals: animals of each study.
  ///   - voxel: edge of a voxel that replaced that of the files, mm, or nil.
  public init(
    studies: [ValidationStudy], results: [ValidationResult], animals: Int, voxel: Double? = nil
  ) {
    self.studies = studies
    self.results = results
    self.animals = animals
    self.voxel = voxel
  }

  /// Counts, baselines and one table a study.
  public func markdown() -> String {
    let parts = [counts(), baselines()] + ValidationStudy.Half.allCases.map(section)
    return parts.joined(separator: "\n")
  }

  // MARK: - Counts

  private func counts() -> String {
    let verdicts = ValidationVerdict.allCases
    var lines = [
      "## In short", "",
      "| findings | " + (["all"] + verdicts.map(\.rawValue)).joined(separator: " | ") + " |",
      "|---|" + String(repeating: "---:|", count: verdicts.count + 1),
    ]
    for half in ValidationStudy.Half.allCases {
      for isNumber in [true, false] {
        let chosen = results.filter { $0.study.half == half && ($0.row.direction == nil) == isNumber }
        let cells = verdicts.map { verdict in "\(chosen.count { $0.verdict == verdict })" }
        let name = "\(half.title), \(isNumber ? "numbers and bounds" : "directions")"
        lines.append("| \(name) | \(chosen.count) | " + cells.joined(separator: " | ") + " |")
      }
    }
    let grid = voxel.map { ", voxels of \(Self.number($0)) mm instead of those of the files" } ?? ""
    let omitted = studies.reduce(0) { $0 + $1.omissions.count }
    lines += [
      "",
      "\(studies.count) studies, \(animals) animals each\(grid); \(omitted) findings are not simulated (listed below).",
      "",
    ]
    return lines.joined(separator: "\n")
  }

  // MARK: - Baselines

  private func baselines() -> String {
    var lines = ["## Baselines that the model must beat", ""]
    for half in ValidationStudy.Half.allCases.reversed() {
      let own = results.filter { $0.study.half == half }
      lines += [
        "### Studies \(half == .fit ? "of the fit half (for information)" : "held out")", "",
        "| baseline | findings | signs right | model, same findings | numbers (BBB) | mean error | model | beaten |",
        "|---|---:|---:|---:|---:|---:|---:|---|",
      ]
      lines += Baseline.allCases.map { baseline in
        let score = BaselineScore(baseline, results: own)
        let errors = [score.baselineError, score.modelError].map { $0.map(Self.number) ?? "-" }
        let cells = [
          baseline.rawValue, "\(score.findings)", "\(score.baselineSigns)", "\(score.modelSigns)",
          "\(score.numbers)", errors[0], errors[1], score.isBeaten ? "yes" : "**no**",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - Studies

  private func section(_ half: ValidationStudy.Half) -> String {
    var lines = ["## Studies \(half == .fit ? "used to fit" : "held out")", ""]
    for study in studies where study.half == half {
      lines += [
        "### \(study.citation)", "",
        "`\(study.id)`, \(study.source); confidence \(study.confidence). \(sentence(study.reason))"
          + (study.departures.isEmpty ? "" : " \(sentence(study.departures))"), "",
      ]
      lines += table(results.filter { $0.study.id == study.id })
      for omission in study.omissions {
        lines.append("- Not simulated: \(omission.published), because \(omission.because)")
      }
      if !study.omissions.isEmpty { lines.append("") }
    }
    return lines.joined(separator: "\n")
  }

  private func table(_ results: [ValidationResult]) -> [String] {
    guard !results.isEmpty else { return [] }
    let head = [
      "| arm | measure | day | published | simulated | animals | verdict | used |",
      "|---|---|---|---|---|---:|---|---|",
    ]
    return head + results.map { "| " + cells($0).joined(separator: " | ") + " |" } + [""]
  }

  private func cells(_ result: ValidationResult) -> [String] {
    let row = result.row
    let arm = row.arm ?? "all arms"
    let compared = row.against.map { "\(arm) against \($0)" } ?? arm
    let recalled = row.provenance == .recalled ? ", recalled" : ""
    let note = row.note.map { " (\($0))" } ?? ""
    return [
      compared, "\(row.published): \(Self.measure(row))\(note)", row.day.text,
      Self.published(row) + recalled, Self.simulated(result), row.isCorrelation ? "-" : "\(result.count)",
      result.verdict == .agrees ? "agrees" : "**\(result.verdict.rawValue)**", result.study.half.title,
    ].map { $0.replacing("|", with: "/").replacing("\n", with: " ") }
  }

  private static func measure(_ row: ValidationRow) -> String {
    var text = "`\(row.measure)`" + (row.per.map { " per `\($0)`" } ?? "")
    if let with = row.with { text += " and `\(with)`" }
    switch row.reading ?? .mean {
    case .mean: break
    case .peak: text += ", peak"
    case .trough: text += ", trough"
    case .peakDay: text += ", day of the peak"
    case .troughDay: text += ", day of the trough"
    case .change: text += ", change"
    case .reached: text += ", % reached"
    }
    return text
  }

  private static func published(_ row: ValidationRow) -> String {
    let unit = row.unit.map { $0 == "points" ? "" : " \($0)" } ?? ""
    if let value = row.value {
      let kind: String =
        switch row.spreadIs {
        case .deviation: " SD"
        case .error: " SE"
        case .interval95: " (95 %)"
        case .uncertainty, nil: ""
        }
      return number(value) + (row.spread.map { " ± \(number($0))" } ?? "") + unit + kind + comparison(row)
    }
    if let direction = row.direction {
      switch direction {
      case .up: return "more"
      case .down: return "less"
      case .unchanged: return "no difference"
      }
    }
    return [row.atLeast.map { "at least \(number($0))" }, row.atMost.map { "at most \(number($0))" }]
      .compactMap { $0 }.joined(separator: ", ") + unit + comparison(row)
  }

  private static func comparison(_ row: ValidationRow) -> String {
    switch row.comparedAs {
    case .ratio: " fold"
    case .percentChange: " % change"
    case .standardised: " SD apart"
    case .rSquared: " (R²)"
    case .difference, nil: ""
    }
  }

  private static func simulated(_ result: ValidationResult) -> String {
    guard let mean = result.mean else { return "-" }
    return number(mean) + (result.deviation.map { " ± \(number($0))" } ?? "")
  }

  private func sentence(_ text: String) -> String {
    let clean = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard let first = clean.first, let last = clean.last else { return "" }
    let capital = first.uppercased() + clean.dropFirst()
    return ".!?".contains(last) ? capital : capital + "."
  }

  /// A number with three figures.
  static func number(_ value: Double) -> String {
    let size = abs(value)
    if size >= 100 { return String(format: "%.0f", value) }
    if size >= 10 { return String(format: "%.1f", value) }
    return String(format: "%.2f", value)
  }
}
