import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonSimulation
import Testing

@testable import MyelonStudies

@Suite struct ParameterSamplingTests {
  static let human = Scenario(
    name: "h", subject: .init(species: .human, age: 38, sex: .male),
    injury: Injury(
      mechanism: .compression(peakCompression: 0.6, residualCompression: 0.35, decompression: 12), level: "C5"
    ),
    run: .init(days: 2, voxel: 2, visits: [1, 2]))

  private func fault(_ chosen: [VariedParameter], _ scenario: Scenario = human) -> ParameterFault? {
    do {
      _ = try ParameterSampling.parameters(chosen, of: scenario, path: "h.yaml")
      return nil
    } catch StudyError.wrongValues(let fault) {
      return fault
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  @Test("Values fill their range as the rule says: evenly, or evenly in the logarithm over a decade or more")
  func spread() throws {
    let parameters = [
      StudyParameter(name: "a", unit: "", scale: .linear, range: -2...3, usual: nil, meaning: ""),
      StudyParameter(name: "b", unit: "", scale: .logarithmic, range: 0.01...100, usual: nil, meaning: ""),
    ]
    let members = try ParameterSampling(parameters, seed: 3).members(0..<4000)
    for (column, share) in [
      { (member: StudyMember) in (member.values[0] + 2) / 5 },
      { (member: StudyMember) in (log10(member.values[1]) + 2) / 4 },
    ].enumerated().map({ ($0, $1) }) {
      let sorted = members.map(share).sorted()
      #expect(sorted[0] >= 0 && sorted[3999] <= 1)
      // Kolmogorov and Smirnov: above 1.95 / sqrt(n) once in a thousand.
      let gap = sorted.enumerated().map { abs((Double($0) + 0.5) / 4000 - $1) }.max() ?? 1
      #expect(gap < 1.95 / 4000.0.squareRoot(), "column \(column)")
    }
    // Independent of each other.
    let product = members.map { ($0.values[0] - 0.5) / 5 * log10($0.values[1]) / 4 }.reduce(0, +) / 4000
    #expect(abs(product) < 4 / 12 / 4000.0.squareRoot())
    #expect(Set(members.map(\.seed)).count == 4000)
  }

  @Test("A member's value depends on neither the other parameters nor the other members")
  func independence() throws {
    let all = try ParameterSampling.parameters([], of: Self.human, path: "h")
    let some = [all[7], all[2]]
    let wide = try ParameterSampling(all, seed: 11).members(0..<5)
    let narrow = try ParameterSampling(some, seed: 11).members(3..<9)
    #expect(narrow[0].values == [wide[3].values[7], wide[3].values[2]])
    #expect(narrow[0].seed == wide[3].seed)
    #expect(try ParameterSampling(all, seed: 12).members(0..<1)[0].values != wide[0].values)
  }

  @Test("Without a choice every parameter with a range varies, except those that the scenario sets")
  func everything() throws {
    var scenario = Self.human
    let table = RunPlan.table(for: .human)
    let set = try #require(table.parameter("individual_variation"))
    scenario.parameters = [ParameterOverride(id: set.id, value: set.plausible.upperBound)]
    let found = try ParameterSampling.parameters([], of: scenario, path: "h")
    let expected = table.parameters.filter {
      $0.plausible.lowerBound < $0.plausible.upperBound && $0.id != set.id
    }
    #expect(found.map(\.name) == expected.map(\.id))
    for (parameter, original) in zip(found, expected) {
      #expect(parameter.range == original.plausible && parameter.unit == original.unit)
      #expect(parameter.usual == original.value)
      let isDecade =
        original.plausible.lowerBound > 0
        && original.plausible.upperBound >= 10 * original.plausible.lowerBound
      #expect(parameter.scale == (isDecade ? .logarithmic : .linear))
    }
    #expect(Set(found.map(\.scale)) == [.linear, .logarithmic])
  }

  @Test("A choice is taken in the model's order, with narrower ranges and numbers of the injury")
  func choice() throws {
    let found = try ParameterSampling.parameters(
      [
        VariedParameter("injury.peak_compression", range: 0.4...0.7),
        VariedParameter("impact_length", range: 1...2),
        VariedParameter("D_glutamate"),
      ], of: Self.human, path: "h")
    #expect(Set(found.prefix(2).map(\.name)) == ["D_glutamate", "impact_length"])
    #expect(
      found[2].name == "injury.peak_compression" && found[2].range == 0.4...0.7 && found[2].usual == 0.6)
    #expect(found.first { $0.name == "impact_length" }?.range == 1...2)
  }

  @Test("Names and ranges that cannot be are refused, each with what would do")
  func faults() throws {
    #expect(
      fault([VariedParameter("impact_lenght")]) == .unknown(name: "impact_lenght", nearest: "impact_length"))
    #expect(
      fault([VariedParameter("impact_length"), VariedParameter("impact_length")])
        == .repeated(name: "impact_length"))
    #expect(
      fault([VariedParameter("impact_length", range: 1...400)])
        == .wrongRange(name: "impact_length", low: 1, high: 400, unit: "AP diameters", allowed: 0.3...4))
    #expect(
      fault([VariedParameter("impact_length", range: 1...1)])
        == .wrongRange(name: "impact_length", low: 1, high: 1, unit: "AP diameters", allowed: 0.3...4))
    #expect(
      fault([VariedParameter("injury.laterality")])
        == .rangeNeeded(name: "injury.laterality", allowed: -1...1))
    guard
      case .notOfThisInjury(name: "injury.height", _)? = fault([
        VariedParameter("injury.height", range: 1...2)
      ])
    else {
      Issue.record("a drop height was taken for a compression")
      return
    }
    #expect(throws: StudyError.wrongValues(.tooManyMembers(count: 1 << 32, allowed: (1 << 32) - 1))) {
      try ParameterSampling([], seed: 1).members((1 << 32) - 1..<1 << 32)
    }
  }

  @Test("Every number of an injury is set and read back, and only where the injury has it")
  func variables() throws {
    let mechanisms: [(InjuryMechanism, Set<ScenarioVariable>)] = [
      (.weightDrop(height: 12.5, mass: 10), [.height, .mass]), (.impactForce(force: 200), [.force]),
      (.clip(force: 20, duration: 0.1), [.force, .duration]),
      (.contusion(peakCompression: 0.5), [.peakCompression]),
      (
        .compression(peakCompression: 0.6, residualCompression: 0.3, decompression: 8),
        [.peakCompression, .residualCompression, .decompression]
      ),
      (.hemisection(side: .left, gap: 1), [.gap]), (.dorsalSection(depth: 0.5, gap: 1), [.gap, .cutDepth]),
      (.transection(gap: 2), [.gap]),
    ]
    let common: Set<ScenarioVariable> = [.laterality, .depth, .length, .offset, .age, .susceptibility]
    for (mechanism, own) in mechanisms {
      var scenario = Self.human
      scenario.injury.mechanism = mechanism
      for variable in ScenarioVariable.allCases {
        let applies = own.contains(variable) || common.contains(variable)
        #expect(variable.applies(to: scenario) == applies, "\(variable) of \(mechanism)")
        var changed = scenario
        let value = variable == .residualCompression ? 0.5 : variable.limit(in: scenario).upperBound
        #expect(variable.set(value, in: &changed) == applies)
        #expect(applies ? variable.value(in: changed) == value : changed == scenario)
      }
    }
    var pressed = Self.human
    ScenarioVariable.peakCompression.set(0.2, in: &pressed)
    #expect(ScenarioVariable.residualCompression.value(in: pressed) == 0.2)
  }
}
