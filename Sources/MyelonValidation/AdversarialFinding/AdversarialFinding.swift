import Foundation

/// What an adversarial check found.
public struct AdversarialFinding: Sendable, Hashable {
  /// The property.
  public let check: AdversarialCheck
  /// Study and arm, or drug.
  public let subject: String
  /// What was found, in words with numbers.
  public let found: String
  /// Whether the property holds.
  public let holds: Bool

  /// Findings as Markdown: a table a check.
  ///
  /// - Parameter findings: findings of all checks.
  /// - Returns: text that ends with a newline.
  public static func markdown(_ findings: [AdversarialFinding]) -> String {
    var lines = [
      "# Adversarial checks", "",
      "Made by `myelon validate checks --output Docs/AdversarialChecks.md`: properties that a model which assumes benefit, or",
      "depends on its grid, would break. Treatments are those of the arms of `Validation/`. Research software: it predicts nobody's",
      "outcome.", "",
    ]
    for check in AdversarialCheck.allCases {
      let own = findings.filter { $0.check == check }
      guard !own.isEmpty else { continue }
      let kept = own.count { $0.holds }
      lines += [
        "## \(check.rawValue.replacing("-", with: " ").capitalized(with: Locale(identifier: "en")))", "",
        "Must hold: \(check.requirement).", "",
        "\(kept) of \(own.count) hold.", "", "| subject | found | holds |", "|---|---|---|",
      ]
      lines += own.map {
        "| \($0.subject.replacing("|", with: "/")) | \($0.found) | \($0.holds ? "yes" : "**no**") |"
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }
}
