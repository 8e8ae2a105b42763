import MyelonAnatomy
import MyelonQuantities
import Testing
@testable import MyelonStimulation

/// A valid study with one thing spoilt, and the fault that must follow.
struct SpoiltStudy: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let field: String
  /// Words and numbers that the sentence must hold: what was found and what to do.
  let words: [String]
  let spoil: @Sendable (inout StimulationStudy) -> Void

  init(
    _ name: String, at field: String, _ words: [String],
    _ spoil: @escaping @Sendable (inout StimulationStudy) -> Void
  ) {
    testDescription = name
    self.field = field
    self.words = words
    self.spoil = spoil
  }
}
