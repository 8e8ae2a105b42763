import MyelonQuantities
import MyelonRandom
import MyelonStatistics

/// The rows of a sensitivity study: which parameter values each member is given.
///
/// Member i of the study is row i of the design. All members share their random streams (common random numbers), so that
/// two rows differ by their values alone and what does not act on an outcome leaves every bit of it.
public struct SensitivityPlan: Sendable {
  /// What varies, in the order of a member's values.
  public let parameters: [StudyParameter]
  /// Method and groups.
  public let scheme: SensitivityScheme
  /// Seed of the study, of the placing of rows and of every member.
  public let seed: UInt64
  /// The design behind it.
  let design: Design
  /// What is varied: single parameters or groups, as indices of parameters.
  let factors: SensitivityFactors

  enum Design: Sendable {
    case morris(MorrisDesign)
    case sobol(SobolDesign)

    var rows: any SensitivityDesign {
      switch self {
      case .morris(let design): design
      case .sobol(let design): design
      }
    }
  }

  /// Most rows of a study; assumed because parameter values of more would fill a database of many gigabytes.
  public static let rowLimit = 5_000_000
  /// Most blocks or points; with 32 binary digits a sequence has no more that are of use.
  private static let unitLimit = 1 << 20

  /// Plans a study.
  ///
  /// - Parameters:
  ///   - parameters: what varies; each has a range.
  ///   - scheme: method and groups.
  ///   - seed: seed of the study.
  /// - Throws: `SensitivityError` for sizes, ranges or groups that cannot be.
  public init(
    _ parameters: [StudyParameter], scheme: SensitivityScheme, seed: UInt64
  ) throws(SensitivityError) {
    try Self.require(scheme.method)
    let space = try Self.space(parameters)
    factors = try Self.factors(scheme.groups, of: space)
    let perUnit =
      switch scheme.method {
      case .morris: space.count + 1
      case .sobol(_, let pairs): pairs ? 2 * factors.count + 2 : factors.count + 2
      }
    guard scheme.method.units <= Self.rowLimit / perUnit else {
      throw .wrongSetting(
        name: "The number of \(scheme.method.unitWord)", found: "\(scheme.method.units)",
        allowed: "at most \(Self.rowLimit / perUnit), because each takes \(perUnit) rows")
    }
    do throws(StatisticsError) {
      switch scheme.method {
      case .morris(let blocks, let kind):
        design = .morris(try MorrisDesign(space: space, blocks: blocks, kind: kind, seed: seed))
      case .sobol(let points, let pairs):
        design = .sobol(
          try SobolDesign(
            space: space, factors: factors, points: points, withSecondOrder: pairs,
            scrambling: scheme.isScrambled ? .owen(seed: seed) : .none))
      }
    } catch { throw .statistics(error) }
    self.parameters = parameters
    self.scheme = scheme
    self.seed = seed
  }

  /// Number of rows.
  public var count: Int { design.rows.count }
  /// Rows that stand or fall together.
  public var rowsPerUnit: Int { design.rows.runsPerUnit }

  /// The members of some rows.
  ///
  /// - Parameter rows: numbers of the rows.
  /// - Returns: members of the same numbers.
  public func members(_ rows: Range<Int>) -> [StudyMember] {
    let design = design.rows
    let seeding = MemberSeeding.shared
    return rows.map { row in
      StudyMember(index: row, seed: seeding.seed(study: seed, index: row), values: design.row(row))
    }
  }

  // MARK: - Checking

  private static func require(_ method: SensitivityMethod) throws(SensitivityError) {
    func require(_ value: Int, _ range: ClosedRange<Int>, _ name: String) throws(SensitivityError) {
      guard range.contains(value) else {
        throw .wrongSetting(
          name: name, found: "\(value)", allowed: "\(range.lowerBound) to \(range.upperBound)")
      }
    }
    switch method {
    case .morris(let blocks, let kind):
      try require(blocks, 2...unitLimit, "The number of \(method.unitWord)")
      guard case .trajectories(let levels, let candidates) = kind else { return }
      guard levels % 2 == 0 else {
        throw .wrongSetting(name: "The number of levels", found: "\(levels)", allowed: "even")
      }
      try require(levels, 2...1000, "The number of levels")
      // Choosing takes every pair of candidates.
      try require(candidates, blocks...max(blocks, 10_000), "The number of candidates")
    case .sobol(let points, _):
      try require(points, 8...unitLimit, "The number of points")
      guard points & (points - 1) == 0 else {
        throw .wrongSetting(
          name: "The number of points", found: "\(points)", allowed: "a power of two, such as 256")
      }
    }
  }

  private static func space(_ parameters: [StudyParameter]) throws(SensitivityError) -> ParameterSpace {
    var marginals: [(name: String, marginal: Marginal)] = []
    for parameter in parameters {
      let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
      switch parameter.scale {
      case .linear: marginals.append((parameter.name, .uniform(low: low, high: high)))
      case .logarithmic: marginals.append((parameter.name, .logUniform(low: low, high: high)))
      case .given: throw .noSpread(name: parameter.name)
      }
    }
    do throws(StatisticsError) { return try ParameterSpace(marginals) } catch { throw .statistics(error) }
  }

  private static func factors(
    _ groups: [SensitivityGroup], of space: ParameterSpace
  ) throws(SensitivityError) -> SensitivityFactors {
    var groupOf: [String: String] = [:]
    var names = Set(space.names)
    for group in groups {
      guard names.insert(group.name).inserted else { throw .repeatedInGroups(name: group.name) }
      for pattern in group.parameters {
        let found = space.names.filter {
          pattern.hasSuffix("*") ? $0.hasPrefix(pattern.dropLast()) : $0 == pattern
        }
        guard !found.isEmpty else {
          throw .unknownInGroup(
            group: group.name, name: pattern, nearest: NearestName.of(pattern, in: space.names))
        }
        for name in found {
          guard groupOf.updateValue(group.name, forKey: name) == nil else {
            throw .repeatedInGroups(name: name)
          }
        }
      }
    }
    do throws(StatisticsError) {
      return try SensitivityFactors(groups: space.names.map { groupOf[$0] ?? $0 }, of: space)
    } catch { throw .statistics(error) }
  }
}
