/// The truth under which a design is tried: rates of toxicity and efficacy at each dose.
public struct DoseScenario: Codable, Sendable, Hashable {
  /// Name for tables.
  public var name: String
  /// True rate of toxicity at each dose, within the window of observation.
  public var toxicity: [Double]
  /// True rate of efficacy at each dose; nil if efficacy is not looked at.
  public var efficacy: [Double]?

  /// Describes a truth.
  ///
  /// - Parameters:
  ///   - name: name for tables.
  ///   - toxicity: true rate of toxicity at each dose.
  ///   - efficacy: true rate of efficacy at each dose, given independently of toxicity; nil if it is not looked at.
  public init(name: String = "", toxicity: [Double], efficacy: [Double]? = nil) {
    self.name = name
    self.toxicity = toxicity
    self.efficacy = efficacy
  }

  /// What is wrong with the truth for a number of doses; rates of 0 and 1 are allowed.
  ///
  /// - Parameter doses: number of doses of the design.
  /// - Returns: the findings.
  public func findings(doses: Int) -> [TrialDesignError] {
    var findings = TrialDesignError.perDose(toxicity, doses: doses, "true rate of toxicity", ends: true)
    if let efficacy {
      findings += TrialDesignError.perDose(efficacy, doses: doses, "true rate of efficacy", ends: true)
    }
    return findings
  }
}
