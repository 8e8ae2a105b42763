import MyelonStatistics

/// What was asked for of a sensitivity study's method; what is left open comes from the study or is the usual.
public struct SensitivityChoice: Sendable, Hashable {
  /// The two methods.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Elementary effects.
    case morris
    /// Shares of variance.
    case sobol
  }

  /// The method, or nil.
  public var method: Method?
  /// Trajectories or stars, or nil.
  public var trajectories: Int?
  /// Levels of the grid of trajectories, or nil.
  public var levels: Int?
  /// Trajectories among which the most distant are chosen, or nil for as many as are used.
  public var candidates: Int?
  /// Whether rows are stars around points of a low-discrepancy sequence.
  public var isRadial: Bool
  /// Points of a sample, or nil.
  public var points: Int?
  /// Whether pairs are estimated.
  public var withSecondOrder: Bool
  /// What is varied together.
  public var groups: [SensitivityGroup]

  /// Describes a choice.
  ///
  /// - Parameters:
  ///   - method: the method, or nil.
  ///   - trajectories: trajectories or stars, or nil.
  ///   - levels: levels of the grid, or nil.
  ///   - candidates: trajectories among which the most distant are chosen, or nil.
  ///   - isRadial: whether rows are stars.
  ///   - points: points of a sample, or nil.
  ///   - withSecondOrder: whether pairs are estimated.
  ///   - groups: what is varied together.
  public init(
    method: Method? = nil, trajectories: Int? = nil, levels: Int? = nil, candidates: Int? = nil,
    isRadial: Bool = false, points: Int? = nil, withSecondOrder: Bool = false, groups: [SensitivityGroup] = []
  ) {
    self.method = method
    self.trajectories = trajectories
    self.levels = levels
    self.candidates = candidates
    self.isRadial = isRadial
    self.points = points
    self.withSecondOrder = withSecondOrder
    self.groups = groups
  }

  /// The scheme of a study.
  ///
  /// - Parameter stored: the scheme of the study that is continued, or nil for a new one.
  /// - Returns: the scheme, with what was left open filled in.
  /// - Throws: `SensitivityError` for what does not go together; sizes are checked by `SensitivityPlan`.
  public func scheme(continuing stored: SensitivityScheme? = nil) throws(SensitivityError)
    -> SensitivityScheme
  {
    let kind = method ?? stored.flatMap { Method(rawValue: $0.method.word) } ?? .morris
    let groups = self.groups.isEmpty ? stored?.groups ?? [] : self.groups
    switch kind {
    case .morris:
      let foreign = [
        ("The number of points", points != nil), ("Second order", withSecondOrder),
        ("A group of parameters", !groups.isEmpty),
      ]
      try Self.refuse(foreign, "the method morris")
      return SensitivityScheme(method: try morris(stored?.method), groups: [])
    case .sobol:
      let foreign = [
        ("The number of trajectories", trajectories != nil), ("The number of levels", levels != nil),
        ("The number of candidates", candidates != nil), ("A radial design", isRadial),
      ]
      try Self.refuse(foreign, "the method sobol")
      var usual = (points: SensitivityMethod.standardPoints, pairs: false)
      if case .sobol(let points, let pairs)? = stored?.method { usual = (points, pairs) }
      return SensitivityScheme(
        method: .sobol(points: points ?? usual.points, withSecondOrder: withSecondOrder || usual.pairs),
        groups: groups, isScrambled: stored?.isScrambled ?? true)
    }
  }

  private func morris(_ stored: SensitivityMethod?) throws(SensitivityError) -> SensitivityMethod {
    var blocks = SensitivityMethod.standardTrajectories
    var isRadial = self.isRadial
    var grid = (levels: SensitivityMethod.standardLevels, candidates: nil as Int?)
    if case .morris(let own, let kind)? = stored {
      blocks = own
      switch kind {
      case .radial: isRadial = isRadial || levels == nil && candidates == nil
      case .trajectories(let levels, let candidates):
        grid = (levels, candidates == own ? nil : candidates)
      }
    }
    blocks = trajectories ?? blocks
    guard isRadial else {
      return .morris(
        blocks: blocks,
        kind: .trajectories(
          levels: levels ?? grid.levels, candidates: candidates ?? grid.candidates ?? blocks))
    }
    try Self.refuse(
      [("The number of levels", levels != nil), ("The number of candidates", candidates != nil)],
      "a radial design")
    return .morris(blocks: blocks, kind: .radial)
  }

  private static func refuse(
    _ settings: [(name: String, isGiven: Bool)], _ method: String
  ) throws(SensitivityError) {
    if let foreign = settings.first(where: \.isGiven) {
      throw .notOfThisMethod(setting: foreign.name, method: method)
    }
  }
}
