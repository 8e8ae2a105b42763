import MyelonQuantities
import MyelonStatistics

/// A trial with borrowed controls and its table of decisions.
public struct BinaryBorrowingPlan: Sendable, Hashable, Encodable {
  /// The trial.
  public let design: BinaryBorrowing
  /// For each number of responders among the controls, from 0: treated responders needed for success; nil if out of reach.
  public let needed: [Int?]
  /// For each of these numbers, how many people the posterior of the control rate is worth.
  public let effectiveControls: [Double]

  /// Computes the table.
  ///
  /// - Parameter design: the trial.
  /// - Throws: `EfficacyError` if it cannot be planned.
  public init(_ design: BinaryBorrowing) throws(EfficacyError) {
    try design.validate()
    self.design = design
    var needed: [Int?] = []
    var sizes: [Double] = []
    for responders in 0...design.control {
      let posterior = design.controlPrior.updated(
        Double(responders), Double(design.control - responders))
      // The probability rises with treated responders.
      var low = 0
      var high = design.treated + 1
      while low < high {
        let middle = (low + high) / 2
        if try design.superiority(middle, posterior) > design.cutoff {
          high = middle
        } else {
          low = middle + 1
        }
      }
      needed.append(low > design.treated ? nil : low)
      sizes.append(posterior.effectiveSampleSize)
    }
    self.needed = needed
    effectiveControls = sizes
  }

  /// Exact operating characteristics.
  ///
  /// - Parameters:
  ///   - treatedRate: true response rate under treatment.
  ///   - controlRate: true response rate of the trial's own controls.
  /// - Returns: the probability of success.
  /// - Throws: `EfficacyError` if a rate is not in [0, 1].
  public func characteristics(treatedRate: Double, controlRate: Double) throws(EfficacyError)
    -> BorrowingCharacteristics
  {
    try EfficacyError.naming("true rates") {
      let own = try BinomialDistribution(trials: design.treated, probability: treatedRate)
      let other = try BinomialDistribution(trials: design.control, probability: controlRate)
      var success = 0.0
      for (responders, limit) in needed.enumerated() {
        guard let limit else { continue }
        success += other.mass(responders) * own.atLeast(limit)
      }
      return BorrowingCharacteristics(treated: treatedRate, control: controlRate, success: success)
    }
  }

  /// Whether the trial has succeeded, and why.
  ///
  /// - Parameters:
  ///   - treatedResponders: responders among the treated.
  ///   - controlResponders: responders among the trial's own controls.
  /// - Returns: the advice.
  /// - Throws: `EfficacyError` if the counts are impossible.
  public func recommendation(treatedResponders: Int, controlResponders: Int) throws(EfficacyError)
    -> MonitoringAdvice
  {
    let found = try design.superiority(
      treatedResponders: treatedResponders, controlResponders: controlResponders)
    let isSuccess = found > design.cutoff
    return MonitoringAdvice(
      isSuccess ? .endWithSuccess : .endWithoutSuccess,
      reason: "\(treatedResponders) of \(design.treated) treated and \(controlResponders) of "
        + "\(design.control) controls responded; Pr(difference > \(design.margin.shortestText)) = "
        + "\(Wording.decimal(found, 4)) \(isSuccess ? ">" : "<=") \(design.cutoff.shortestText), "
        + "the controls being worth \(Wording.decimal(effectiveControls[controlResponders], 1)) people")
  }

  /// The table of decisions.
  public var table: DesignTable {
    DesignTable(
      title: "Borrowed controls: \(design.treated) treated, \(design.control) controls of the trial",
      columns: ["responders among controls", "success if treated responders >=", "controls worth"],
      rows: needed.indices.map { responders in
        [
          "\(responders)", needed[responders].map { "\($0)" } ?? "-",
          Wording.decimal(effectiveControls[responders], 1),
        ]
      },
      notes: [
        "success if Pr(rate of treated - rate of controls > \(design.margin.shortestText) | data) > "
          + design.cutoff.shortestText,
        "prior of the control rate: mean \(Wording.decimal(design.controlPrior.mean)), worth "
          + "\(Wording.decimal(design.controlPrior.effectiveSampleSize, 1)) people",
      ])
  }
}

extension BinaryBorrowingPlan: Decodable {
  private enum StoredKey: String, CodingKey {
    case design
  }

  /// Reads the trial and computes its table again, so that limits always fit it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: StoredKey.self)
    try self.init(try container.decode(BinaryBorrowing.self, forKey: .design))
  }
}
