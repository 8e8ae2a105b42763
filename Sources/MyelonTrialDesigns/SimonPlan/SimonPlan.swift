import MyelonQuantities
import MyelonStatistics

/// A two-stage single-arm design with its limits.
public struct SimonPlan: Sendable, Hashable, Encodable {
  /// What was asked for.
  public let design: SimonDesign
  /// Patients in the first stage.
  public let firstPatients: Int
  /// At most so many responses in the first stage end the trial.
  public let firstLimit: Int
  /// Patients in both stages.
  public let patients: Int
  /// More responses than this among all patients are success.
  public let finalLimit: Int

  /// Exact operating characteristics at one true response rate.
  public struct Characteristics: Sendable, Hashable, Codable {
    /// True response rate.
    public let rate: Double
    /// Probability of ending after the first stage.
    public let earlyStop: Double
    /// Probability of success.
    public let success: Double
    /// Mean number of patients.
    public let expectedPatients: Double
  }

  /// Makes a plan from its limits.
  ///
  /// - Parameters:
  ///   - design: what was asked for.
  ///   - firstPatients: patients in the first stage.
  ///   - firstLimit: at most so many responses there end the trial.
  ///   - patients: patients in both stages.
  ///   - finalLimit: more responses than this are success.
  /// - Throws: `EfficacyError` naming the limit that does not fit.
  public init(
    design: SimonDesign, firstPatients: Int, firstLimit: Int, patients: Int, finalLimit: Int
  ) throws(EfficacyError) {
    try EfficacyError.require(
      EfficacyError.count(patients, 2...10_000, "patients")
        + EfficacyError.count(firstPatients, 1...max(1, patients - 1), "firstPatients")
        + EfficacyError.count(firstLimit, 0...max(0, firstPatients - 1), "firstLimit")
        + EfficacyError.count(finalLimit, max(0, firstLimit)...max(0, firstLimit, patients - 1), "finalLimit")
    )
    self.design = design
    self.firstPatients = firstPatients
    self.firstLimit = firstLimit
    self.patients = patients
    self.finalLimit = finalLimit
  }

  /// Exact operating characteristics.
  ///
  /// - Parameter rate: true response rate.
  /// - Returns: probabilities and the mean number of patients.
  /// - Throws: `EfficacyError` if the rate is not in [0, 1].
  public func characteristics(rate: Double) throws(EfficacyError) -> Characteristics {
    try EfficacyError.naming("response rate") {
      let first = try BinomialDistribution(trials: firstPatients, probability: rate)
      let second = try BinomialDistribution(trials: patients - firstPatients, probability: rate)
      var success = 0.0
      for responses in (firstLimit + 1)...firstPatients {
        success += first.mass(responses) * second.atLeast(finalLimit + 1 - responses)
      }
      let stop = first.atMost(firstLimit)
      return Characteristics(
        rate: rate, earlyStop: stop, success: success,
        expectedPatients: Double(firstPatients) + (1 - stop) * Double(patients - firstPatients))
    }
  }

  /// The p-value at the end of both stages: the probability at the null rate of going on and having as many responses.
  ///
  /// Koyama & Chen 2008, doi:10.1002/sim.3123, for the planned number of patients.
  ///
  /// - Parameter responses: responses among all patients.
  /// - Returns: the p-value.
  /// - Throws: `EfficacyError` if there cannot be so many.
  public func pValue(responses: Int) throws(EfficacyError) -> Double {
    try EfficacyError.require(EfficacyError.events(responses, of: patients, "responses", "all patients"))
    return try EfficacyError.naming("response rate") {
      let first = try BinomialDistribution(trials: firstPatients, probability: design.nullRate)
      let second = try BinomialDistribution(
        trials: patients - firstPatients, probability: design.nullRate)
      return ((firstLimit + 1)...firstPatients).reduce(0) {
        $0 + first.mass($1) * second.atLeast(responses - $1)
      }
    }
  }

  /// What to do with the data so far, and why.
  ///
  /// - Parameters:
  ///   - treated: patients whose response is known.
  ///   - responses: responses among them.
  /// - Returns: the advice; a limit that can no longer be missed or reached is used as soon as that is certain.
  /// - Throws: `EfficacyError` if the counts are impossible.
  public func recommendation(treated: Int, responses: Int) throws(EfficacyError) -> MonitoringAdvice {
    try EfficacyError.require(
      EfficacyError.count(treated, 0...patients, "treated")
        + EfficacyError.events(responses, of: treated, "responses", "patients so far"))
    let seen = "\(responses) of \(treated) patients responded"
    if responses > finalLimit {
      return MonitoringAdvice(
        treated == patients ? .endWithSuccess : .stopForSuccess,
        reason: "\(seen), more than the \(finalLimit) of \(patients) that count as failure")
    }
    if treated == patients {
      return MonitoringAdvice(
        .endWithoutSuccess, reason: "\(seen); success needs more than \(finalLimit) of \(patients)")
    }
    if responses + patients - treated <= finalLimit {
      return MonitoringAdvice(
        .stopForFutility, reason: "\(seen); more than \(finalLimit) of \(patients) cannot be reached")
    }
    if treated <= firstPatients, responses + firstPatients - treated <= firstLimit {
      let certain = treated < firstPatients ? " cannot be exceeded any more" : " was not exceeded"
      return MonitoringAdvice(
        .stopForFutility,
        reason: "\(seen); the limit of the first stage, \(firstLimit) of \(firstPatients),\(certain)")
    }
    return MonitoringAdvice(
      .goOn,
      reason: "\(seen); the first stage ends the trial at \(firstLimit) of \(firstPatients) or fewer, "
        + "success needs more than \(finalLimit) of \(patients)")
  }

  /// The table to decide by, with the operating characteristics at both rates.
  ///
  /// - Throws: `EfficacyError` if the rates of the design are not in [0, 1].
  public func table() throws(EfficacyError) -> DesignTable {
    let null = try characteristics(rate: design.nullRate)
    let alternative = try characteristics(rate: design.alternativeRate)
    func line(_ found: Characteristics) -> String {
      "rate \(found.rate.shortestText): success \(Wording.percent(found.success, 2)), "
        + "early stop \(Wording.percent(found.earlyStop, 2)), "
        + "\(Wording.decimal(found.expectedPatients, 2)) patients on average (exact)"
    }
    return DesignTable(
      title: "Simon's two-stage design, \(design.criterion.rawValue)",
      columns: ["", "patients", "stop for futility at", "success at"],
      rows: [
        ["first stage", "\(firstPatients)", "<= \(firstLimit) responses", "-"],
        ["both stages", "\(patients)", "<= \(finalLimit) responses", ">= \(finalLimit + 1) responses"],
      ],
      notes: [line(null), line(alternative)])
  }
}

extension SimonPlan: Decodable {
  private enum StoredKey: String, CodingKey {
    case design, firstPatients, firstLimit, patients, finalLimit
  }

  /// Reads a plan and refuses limits that do not fit together.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: StoredKey.self)
    try self.init(
      design: try container.decode(SimonDesign.self, forKey: .design),
      firstPatients: try container.decode(Int.self, forKey: .firstPatients),
      firstLimit: try container.decode(Int.self, forKey: .firstLimit),
      patients: try container.decode(Int.self, forKey: .patients),
      finalLimit: try container.decode(Int.self, forKey: .finalLimit))
  }
}
