import Foundation

/// How an ensemble is run; changes nothing in its members' numbers.
public struct EnsembleSettings: Sendable, Hashable {
  /// Members that run at once, each on a thread of its own.
  public var workers: Int
  /// Most tries of a member that ends in an error.
  public var attempts: Int
  /// A member that was under way that many times when the program was killed is given up.
  ///
  /// Assumed because nobody kills one study ten times while the same member happens to run, and a member that brings
  /// the program down must not do so for ever.
  public var interruptionLimit: Int

  /// Most tries when nothing is said; assumed because what a second try does not cure is no accident.
  public static let standardAttempts = 2
  /// See `interruptionLimit`.
  public static let standardInterruptionLimit = 10

  /// Decides how to run.
  ///
  /// - Parameters:
  ///   - workers: members that run at once; nil for the machine's cores.
  ///   - attempts: most tries of a member that ends in an error, 1 to 100.
  ///   - interruptionLimit: kills of the program after which a member is given up, 1 to 1,000,000.
  /// - Throws: `StudyError.wrongSetting` for a number outside its range.
  public init(
    workers: Int? = nil, attempts: Int = Self.standardAttempts,
    interruptionLimit: Int = Self.standardInterruptionLimit
  ) throws(StudyError) {
    let workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
    try Self.require(workers, in: 1...1024, "The number of workers")
    try Self.require(attempts, in: 1...100, "The number of attempts")
    try Self.require(interruptionLimit, in: 1...1_000_000, "The limit of interruptions")
    self.workers = workers
    self.attempts = attempts
    self.interruptionLimit = interruptionLimit
  }

  static func require(_ value: Int, in range: ClosedRange<Int>, _ name: String) throws(StudyError) {
    guard range.contains(value) else {
      throw .wrongSetting(
        name: name, found: "\(value)", allowed: "\(range.lowerBound) to \(range.upperBound)")
    }
  }
}
