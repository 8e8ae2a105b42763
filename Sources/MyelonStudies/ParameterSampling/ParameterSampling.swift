import Foundation
import MyelonFields
import MyelonQuantities
import MyelonRandom
import MyelonSimulation

/// Draws parameter values for the members of a study, each from its range.
///
/// A value is spread evenly over the logarithm of its range where that begins above zero and spans a factor of ten or
/// more, and evenly over the range otherwise. Assumed because a range of a decade says that the order of magnitude is
/// known, and a narrower one says nothing of the shape. Values are drawn independently of each other; a member's value of
/// a parameter depends on the study's seed, the member's number and the parameter's name alone, so that more members or
/// other parameters change none of it.
public struct ParameterSampling: Sendable {
  /// What varies.
  public let parameters: [StudyParameter]
  /// Seed of the study.
  public let seed: UInt64
  /// Whether members share their random streams.
  public let seeding: MemberSeeding

  /// Ratio of a range's ends from which values are spread over its logarithm.
  public static let logarithmicFrom = 10.0

  /// Joins what varies and a seed.
  ///
  /// - Parameters:
  ///   - parameters: what varies.
  ///   - seed: seed of the study.
  ///   - seeding: whether members share their random streams.
  public init(_ parameters: [StudyParameter], seed: UInt64, seeding: MemberSeeding = .own) {
    self.parameters = parameters
    self.seed = seed
    self.seeding = seeding
  }

  /// Members with values of their own.
  ///
  /// - Parameter indices: numbers of the members.
  /// - Returns: members in that order.
  /// - Throws: `StudyError.wrongValues` when there are more than a study may have.
  public func members(_ indices: Range<Int>) throws(StudyError) -> [StudyMember] {
    guard indices.lowerBound >= 0, indices.upperBound <= StudyMember.limit else {
      throw .wrongValues(.tooManyMembers(count: indices.upperBound, allowed: StudyMember.limit))
    }
    return indices.map { index in
      StudyMember(
        index: index, seed: seeding.seed(study: seed, index: index),
        values: parameters.map { value(of: $0, member: index) })
    }
  }

  private func value(of parameter: StudyParameter, member: Int) -> Double {
    var name = StableHash()
    name.add(parameter.name)
    var stream = RandomStream(
      seed: seed, entity: UInt32(truncatingIfNeeded: member),
      step: UInt32(truncatingIfNeeded: name.value ^ name.value >> 32))
    let share = stream.uniform()
    let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
    let drawn: Double
    switch parameter.scale {
    case .linear, .given: drawn = low + share * (high - low)
    case .logarithmic: drawn = exp(log(low) + share * (log(high) - log(low)))
    }
    return min(max(drawn, low), high)
  }
}
