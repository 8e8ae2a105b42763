import MyelonQuantities

extension EfficacySize {
  /// What the data of the trial say, and whether it goes on.
  ///
  /// Without interim looks, the data are analysed once all people are in. With interim looks by error spending, bounds are computed
  /// for the looks as they were made; other bounds belong to the planned looks, and the statistic is compared with theirs.
  ///
  /// - Parameters:
  ///   - data: the data so far.
  ///   - look: number of this look, from 1; the last planned one analyses everything that is left to spend.
  ///   - earlier: shares of people at the looks before, if they differ from the plan.
  /// - Returns: the advice with its reason, and the analysis it rests on; nil if it was not made.
  /// - Throws: `EfficacyError` naming the cell.
  public func recommendation(_ data: TrialData, look: Int = 1, earlier: [Double]? = nil) throws(EfficacyError)
    -> (advice: MonitoringAdvice, result: EffectResult?)
  {
    try EfficacyError.require(data.findings())
    guard let plan else { return try final(data) }
    let looks = plan.informationFractions.count
    try EfficacyError.require(EfficacyError.count(look, 1...looks, "look"))
    let result = try design.endpoint.analyse(data)
    let used = try self.plan(plan, for: data, look: look, earlier: earlier)
    let advice = try used.recommendation(look: look, statistic: result.boundedZ)
    return (MonitoringAdvice(advice.action, reason: "\(advice.reason); \(result.sentence)"), result)
  }

  /// The plan for the looks as they were made.
  private func plan(
    _ plan: GroupSequentialPlan, for data: TrialData, look: Int, earlier: [Double]?
  ) throws(EfficacyError) -> GroupSequentialPlan {
    let isLast = look == plan.informationFractions.count
    let before = earlier ?? Array(plan.informationFractions.prefix(look - 1))
    if before.count != look - 1 {
      throw .wrongLength(cell: "earlier looks", required: look - 1, found: before.count)
    }
    let here = isLast ? 1 : Double(data.count) / sizes.total
    let planned = plan.informationFractions.prefix(look)
    let isAsPlanned = zip(before + [here], planned).allSatisfy { abs($0 - $1) < 0.005 }
    guard !isAsPlanned, case .spending = plan.design.efficacy else { return plan }
    if !isLast, here >= 1 {
      throw .outOfRange(
        cell: "people at look \(look)", allowed: "fewer than \(total), or make it the last look",
        found: Double(data.count))
    }
    return try GroupSequentialPlan(try plan.design.observed(before + [here]))
  }

  private func final(_ data: TrialData) throws(EfficacyError) -> (
    advice: MonitoringAdvice, result: EffectResult?
  ) {
    guard data.count >= total else {
      return (
        MonitoringAdvice(
          .goOn,
          reason: "\(data.count) of \(total) people are in; no look is planned before all are"), nil
      )
    }
    let result = try design.endpoint.analyse(data)
    let isSuccess = result.isSignificant(design.test) && result.statistic > 0
    let isHarm = result.isSignificant(design.test) && result.statistic < 0
    let level = "level \(design.test.significance.shortestText)"
    return (
      MonitoringAdvice(
        isSuccess ? .endWithSuccess : .endWithoutSuccess,
        reason: "\(result.sentence); "
          + (isSuccess
            ? "significant at \(level)"
            : isHarm
              ? "significant at \(level), but on the side of harm" : "not significant at \(level)")), result
    )
  }
}
