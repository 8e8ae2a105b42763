import MyelonStatistics

/// When a dose is closed for good because it is probably too toxic.
///
/// A dose and all above it are eliminated if Pr(p > target | data) > cutoff under a uniform prior, Beta(1 + y, 1 + n - y); if
/// that is the lowest dose, the trial stops. Liu & Yuan 2015, doi:10.1111/rssc.12089, with their cutoff of 0.95.
public struct OverdoseControl: Sendable, Hashable {
  /// Posterior probability above which a dose is eliminated; 1 turns the rule off.
  public var cutoff: Double
  /// Patients at a dose before it can be eliminated.
  public var minimumPatients: Int
  /// If set, the trial stops already when that probability at the lowest dose exceeds the cutoff less this number.
  public var extraSafeOffset: Double?

  /// Describes a rule.
  ///
  /// - Parameters:
  ///   - cutoff: posterior probability above which a dose is eliminated.
  ///   - minimumPatients: patients at a dose before it can be eliminated.
  ///   - extraSafeOffset: how much earlier the lowest dose stops the trial; 0.05 is usual, nil turns it off.
  public init(cutoff: Double = 0.95, minimumPatients: Int = 3, extraSafeOffset: Double? = nil) {
    self.cutoff = cutoff
    self.minimumPatients = minimumPatients
    self.extraSafeOffset = extraSafeOffset
  }

  /// What is wrong with the rule; nothing if it can be used.
  public func findings() -> [TrialDesignError] {
    var findings: [TrialDesignError] = []
    if !(cutoff > 0.5 && cutoff <= 1) {
      findings.append(.outOfRange(cell: "overdose, cutoff", allowed: "above 0.5, at most 1", found: cutoff))
    }
    findings += TrialDesignError.count(
      minimumPatients, 1...DoseTally.maximumPatients, "overdose, minimumPatients")
    if let offset = extraSafeOffset, !(offset > 0 && offset < 0.5) {
      findings.append(
        .outOfRange(
          cell: "overdose, extraSafeOffset", allowed: "between 0 and 0.5, both excluded", found: offset))
    }
    return findings
  }

  /// Pr(p > target) for Beta(1 + y, 1 + n - y).
  ///
  /// - Parameters:
  ///   - target: rate of toxicity that is aimed at.
  ///   - patients: patients at the dose.
  ///   - toxicities: toxicities among them.
  /// - Returns: the posterior probability of overdosing.
  public static func probability(above target: Double, patients: Int, toxicities: Int) -> Double {
    let y = Double(toxicities)
    return 1 - IncompleteBeta.regularised(y + 1, Double(patients) - y + 1, target)
  }

  /// Whether a dose is eliminated by what was seen there.
  func eliminates(target: Double, patients: Int, toxicities: Int) -> Bool {
    patients >= minimumPatients
      && Self.probability(above: target, patients: patients, toxicities: toxicities) > cutoff
  }

  /// Whether the extra rule stops the trial by what was seen at the lowest dose.
  func stopsAtLowest(target: Double, patients: Int, toxicities: Int) -> Bool {
    guard let offset = extraSafeOffset, patients >= minimumPatients else { return false }
    return Self.probability(above: target, patients: patients, toxicities: toxicities) > cutoff - offset
  }
}

extension OverdoseControl: Codable {
  private enum Key: String, CodingKey {
    case cutoff, minimumPatients, extraSafeOffset
  }

  /// Reads a rule; everything may be missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      cutoff: try container.decodeIfPresent(Double.self, forKey: .cutoff) ?? 0.95,
      minimumPatients: try container.decodeIfPresent(Int.self, forKey: .minimumPatients) ?? 3,
      extraSafeOffset: try container.decodeIfPresent(Double.self, forKey: .extraSafeOffset))
  }
}
