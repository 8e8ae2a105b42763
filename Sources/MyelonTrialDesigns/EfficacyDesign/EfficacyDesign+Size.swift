import MyelonStatistics

extension EfficacyDesign {
  /// Most people that are searched.
  public static let mostPeople = 1_000_000
  /// Most people in an arm for which Fisher's power is summed; one size of this many takes some 20 ms.
  static let mostFisher = 500
  /// Most people of a single arm for which exact sizes are tried.
  static let mostBinomial = 3000

  /// The size that a trial without interim looks needs, people counted in fractions.
  ///
  /// For exact tests of responders it is the smallest whole size.
  ///
  /// - Returns: people in both arms.
  /// - Throws: `EfficacyError` if the design cannot be used or no size has the power.
  public func fixedTotal() throws(EfficacyError) -> Double {
    try validate()
    if endpoint.isDiscrete { return sizes(try wholeCount()).total }
    guard try endpoint.power(sizes(total: leastTotal), test) < power else { return leastTotal }
    let upper = try bracket(endpoint)
    return try EfficacyError.naming("sample size") {
      try BracketedRoot.solve(
        from: leastTotal, to: upper, tolerance: 1e-9, what: "The size that gives the power"
      ) { try endpoint.power(sizes(total: $0), test) - power }
    }
  }

  /// The size by the normal approximation: ((z_α + z_β) / drift of one person)².
  ///
  /// - Returns: people in both arms, in fractions.
  /// - Throws: `EfficacyError` if the design cannot be used.
  public func normalTotal() throws(EfficacyError) -> Double {
    try validate()
    let drift = try endpoint.drift(sizes(total: 1))
    let needed = test.criticalZ + NormalDistribution.standard.quantile(power)
    return (needed / drift) * (needed / drift)
  }

  /// The size of the trial and what it leads to.
  ///
  /// - Returns: people in each arm, with interim looks if there are any.
  /// - Throws: `EfficacyError` if the design cannot be used or no size has the power.
  public func size() throws(EfficacyError) -> EfficacySize {
    let fixed = try fixedTotal()
    guard let sequential else {
      let sizes = sizes(try wholeCount())
      return EfficacySize(
        design: self, sizes: sizes, fixedTotal: fixed, power: try endpoint.power(sizes, test), plan: nil)
    }
    let plan = try GroupSequentialPlan(sequential)
    let wanted = plan.inflation * fixed
    let count = isSingleArm ? wanted : wanted / (1 + allocationRatio)
    let sizes = sizes(Int((count - 1e-9).rounded(.up)))
    let drift = effectiveDrift(sizes, plan, fixedTotal: fixed)
    return EfficacySize(
      design: self, sizes: sizes, fixedTotal: fixed, power: plan.probabilities(drift: drift).totalSuccess,
      plan: plan)
  }

  /// Power of the trial with given numbers of people.
  ///
  /// - Parameter sizes: people analysed in each arm.
  /// - Returns: probability of success; with interim looks by the normal approximation of their statistics.
  /// - Throws: `EfficacyError`.
  public func power(with sizes: GroupSizes) throws(EfficacyError) -> Double {
    try validate()
    var findings = EfficacyError.positive(sizes.treated, "people in the treated arm")
    if isSingleArm, sizes.control != 0 {
      findings.append(
        .outOfRange(
          cell: "people in the control arm", allowed: "0 in a single-arm trial", found: sizes.control))
    } else if !isSingleArm {
      findings += EfficacyError.positive(sizes.control, "people in the control arm")
    }
    try EfficacyError.require(findings)
    guard let sequential else { return try endpoint.power(sizes, test) }
    let plan = try GroupSequentialPlan(sequential)
    let drift = effectiveDrift(sizes, plan, fixedTotal: try fixedTotal())
    return plan.probabilities(drift: drift).totalSuccess
  }

  /// The drift with which a sequential trial of these sizes goes.
  ///
  /// The plan's own drift belongs to its inflated fixed size, which counts with degrees of freedom and exact tests; other sizes are
  /// related to it by their information.
  func effectiveDrift(_ sizes: GroupSizes, _ plan: GroupSequentialPlan, fixedTotal: Double) -> Double {
    let wanted = self.sizes(total: plan.inflation * fixedTotal)
    return plan.drift * (wanted.inverse / sizes.inverse).squareRoot()
  }

  /// Fewest people for which a t test has a degree of freedom.
  private var leastTotal: Double {
    switch endpoint {
    case .continuous(let endpoint):
      let groups: Double = isSingleArm ? 1 : 2
      return groups + 1 + (endpoint.analysis == .covariance ? Double(endpoint.covariates) : 0)
    case .repeated(let endpoint):
      return ((isSingleArm ? 1 : 2) + 1 + (endpoint.hasBaseline ? 1 : 0)) / (endpoint.retention.last ?? 1)
    case .ordinal, .responder: return 1e-3
    }
  }

  /// A total that has the power.
  private func bracket(_ endpoint: EfficacyEndpoint) throws(EfficacyError) -> Double {
    var upper = max(2 * leastTotal, 4)
    while try endpoint.power(sizes(total: upper), test) < power {
      guard upper < Double(Self.mostPeople) else { throw unreachable(Self.mostPeople) }
      upper *= 2
    }
    return upper
  }

  private func unreachable(_ people: Int) -> EfficacyError {
    .unreachable(cell: "sample size", required: "power \(power)", searched: "up to \(people) people")
  }

  /// The smallest number of controls (or people of a single arm) with the power.
  func wholeCount() throws(EfficacyError) -> Int {
    let groups = isSingleArm ? 1 : 1 + allocationRatio
    let smooth = endpoint.smooth
    let reach = try bracket(smooth)
    var low = 1
    var high = Int((reach / groups).rounded(.up)) + 1
    func suffices(_ count: Int, _ endpoint: EfficacyEndpoint) throws(EfficacyError) -> Bool {
      let sizes = sizes(count)
      guard sizes.total >= leastTotal else { return false }
      return try endpoint.power(sizes, test) >= power
    }
    while low < high {
      let middle = (low + high) / 2
      if try suffices(middle, smooth) { high = middle } else { low = middle + 1 }
    }
    guard endpoint.isDiscrete else { return low }
    // Exact power goes up and down with the size, so that sizes are tried one by one; Fisher's test needs more people than the
    // approximation, small exact binomial tests may need fewer.
    let most = isSingleArm ? Self.mostBinomial : Self.mostFisher
    let start = low > 60 ? low * 9 / 10 : 1
    for count in start...(4 * low + 20) {
      guard sizes(count).treated <= Double(most), count <= most else {
        throw .unreachable(
          cell: "sample size by an exact test", required: "power \(power)",
          searched: "up to \(most) people in an arm (use method normal beyond)")
      }
      if try suffices(count, endpoint) { return count }
    }
    throw unreachable(Int(Double(4 * low + 20) * groups))
  }
}
