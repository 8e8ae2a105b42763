/// What is wrong with a parameter vector or a choice of parameters.
public enum ParameterFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nothing of this name can vary.
  case unknown(name: String, nearest: String?)
  /// The same name twice.
  case repeated(name: String)
  /// A member lacks a value that others have.
  case missing(name: String, member: Int)
  /// A value outside what is allowed, or not finite.
  case outOfRange(name: String, value: Double, unit: String, allowed: ClosedRange<Double>)
  /// A range that is no range, or not inside what is allowed.
  case wrongRange(name: String, low: Double, high: Double, unit: String, allowed: ClosedRange<Double>)
  /// A number of an injury's that needs a range and has none.
  case rangeNeeded(name: String, allowed: ClosedRange<Double>)
  /// A number of an injury's that this injury does not have.
  case notOfThisInjury(name: String, mechanism: String)
  /// The evidence leaves a parameter no range.
  case noRange(name: String)
  /// More weights than members, or fewer, or a weight that is negative or not finite.
  case wrongWeights(problem: String)
  /// More members than streams of random numbers.
  case tooManyMembers(count: Int, allowed: Int)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "Nothing that can vary is called '\(name)'\(nearest.map { "; did you mean '\($0)'?" } ?? ".") "
        + "`myelon parameters` lists the model's parameters; numbers of the injury begin with `injury.`."
    case .repeated(let name): "'\(name)' may be given once; it is given twice."
    case .missing(let name, let member):
      "Every member needs a value of '\(name)'; member \(member) has none."
    case .outOfRange(let name, let value, let unit, let allowed):
      "'\(name)' must lie between \(allowed.lowerBound) and \(allowed.upperBound)\(Self.unit(unit)); found \(value)."
    case .wrongRange(let name, let low, let high, let unit, let allowed):
      "The range of '\(name)' must run upwards inside \(allowed.lowerBound) to \(allowed.upperBound)"
        + "\(Self.unit(unit)); found \(low)..\(high)."
    case .rangeNeeded(let name, let allowed):
      "'\(name)' needs a range, for example `--vary \(name)=\(allowed.lowerBound)..\(allowed.upperBound)`."
    case .notOfThisInjury(let name, let mechanism):
      "'\(name)' means nothing for an injury by \(mechanism). Leave it out."
    case .noRange(let name):
      "The evidence leaves '\(name)' one value only, so that it cannot vary. Leave it out."
    case .wrongWeights(let problem):
      "Weights must be as many as members, finite and not negative; \(problem)."
    case .tooManyMembers(let count, let allowed):
      "A study may have \(allowed) members at most; \(count) were asked for."
    }
  }

  private static func unit(_ unit: String) -> String { unit.isEmpty ? "" : " \(unit)" }
}
