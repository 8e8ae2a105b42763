import MyelonTrialDesigns

/// The stage in which more people are treated at the selected dose, without controls.
public struct ExpansionStage: Sendable, Hashable {
  /// True rates that characteristics are computed for.
  public struct Assumption: Sendable, Hashable, Codable {
    /// Name for tables.
    public var name: String
    /// True rate of toxicity.
    public var toxicity: Double
    /// True rate of response.
    public var response: Double

    /// Describes a truth.
    ///
    /// - Parameters:
    ///   - name: name for tables.
    ///   - toxicity: true rate of toxicity.
    ///   - response: true rate of response.
    public init(name: String, toxicity: Double = 0, response: Double = 0) {
      self.name = name
      self.toxicity = toxicity
      self.response = response
    }
  }

  /// The rules, solved.
  public let plan: ExpansionPlan
  /// What counts as a response; nil if the data say so themselves.
  public let response: ProtocolOutcome?
  /// Whether people of the dose finding at the same dose count.
  public let countsDoseFinding: Bool
  /// True rates that characteristics are computed for, as the file names them.
  public let assumptions: [Assumption]

  /// Describes the stage.
  ///
  /// - Parameters:
  ///   - plan: the rules.
  ///   - response: what counts as a response.
  ///   - countsDoseFinding: whether people of the dose finding at the same dose count.
  ///   - assumptions: true rates that characteristics are computed for.
  public init(
    plan: ExpansionPlan, response: ProtocolOutcome? = nil, countsDoseFinding: Bool = false,
    assumptions: [Assumption] = []
  ) {
    self.plan = plan
    self.response = response
    self.countsDoseFinding = countsDoseFinding
    self.assumptions = assumptions
  }

  /// The assumptions of the file, each first beside a therapy without effect, then a therapy that is too toxic.
  public var scenarios: [Assumption] {
    let toxicity = assumptions.first?.toxicity ?? 0
    var all = assumptions
    if let null = plan.nullResponse {
      all.append(Assumption(name: "null therapy", toxicity: toxicity, response: null))
    }
    if let limit = plan.toxicityLimit {
      all.append(
        Assumption(
          name: "too toxic", toxicity: min(0.9, 2 * limit),
          response: assumptions.first?.response ?? plan.nullResponse ?? 0))
    }
    return all
  }
}
