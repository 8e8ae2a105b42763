import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonRecovery
import Testing

/// What a reader may expect of every number that the lesion and recovery models declare.
@Suite struct DeclaredParameterTests {
  private func all(_ species: Species) -> [Parameter] {
    LesionParameters.table(for: species).appending(RecoveryParameters.table(for: species)).parameters
  }

  @Test(arguments: Species.allCases)
  func everyParameterIsDescribedAndSourced(species: Species) {
    let parameters = all(species)
    #expect(parameters.count > 100)
    for parameter in parameters {
      for text in [
        parameter.id, parameter.symbol, parameter.unit, parameter.meaning, parameter.evidence.text,
      ] {
        let isBlank = text.allSatisfy { $0.isWhitespace }
        #expect(!isBlank, "\(parameter.id) of the \(species.rawValue)")
      }
      #expect(parameter.id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
      #expect(parameter.plausible.contains(parameter.value), "\(parameter.id)")
      #expect(parameter.plausible.lowerBound.isFinite && parameter.plausible.upperBound.isFinite)
      #expect(!parameter.isOverridden)
    }
  }

  @Test(arguments: Species.allCases)
  func identifiersAreUnique(species: Species) {
    let ids = all(species).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func bothSpeciesDeclareTheSameLesionParametersInTheSameUnits() {
    let rat = LesionParameters.table(for: .rat).parameters
    let human = LesionParameters.table(for: .human).parameters
    #expect(rat.map(\.id) == human.map(\.id))
    #expect(rat.map(\.unit) == human.map(\.unit))
    #expect(rat.map(\.symbol) == human.map(\.symbol))
  }

  @Test(arguments: Species.allCases)
  func everyRateHasAWorkingUnitAndNoRangeReachesBelowZeroUnlessItIsAPlace(species: Species) {
    for parameter in all(species) where parameter.plausible.lowerBound < 0 {
      #expect(parameter.unit == "half-diameters", "\(parameter.id) may be negative")
    }
  }

  @Test(arguments: Species.allCases)
  func aTableSurvivesCoding(species: Species) throws {
    let table = LesionParameters.table(for: species)
    let copy = try JSONDecoder().decode(ParameterTable.self, from: JSONEncoder().encode(table))
    #expect(copy == table)
    for parameter in table.parameters { #expect(copy[parameter.id] == parameter.value) }
  }
}
