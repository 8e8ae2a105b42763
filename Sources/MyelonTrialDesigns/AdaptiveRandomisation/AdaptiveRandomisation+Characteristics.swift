import Foundation
import MyelonFields
import MyelonQuantities
import MyelonRandom

extension AdaptiveRandomisation {
  /// Most people for which all counts are followed; 140 MB of probabilities.
  public static let mostExact = 120

  /// Exact operating characteristics: the probabilities of all counts, person by person.
  ///
  /// The state is (treated, responders among them, responders among controls); time and memory grow with the fourth and third power of
  /// people, so that only designs up to `mostExact` people are counted.
  ///
  /// - Parameters:
  ///   - treatedRate: true response rate under treatment.
  ///   - controlRate: true response rate without.
  /// - Returns: probabilities and mean counts.
  /// - Throws: `EfficacyError` if the design cannot be used or a rate is not in [0, 1].
  public func characteristics(treatedRate: Double, controlRate: Double) throws(EfficacyError)
    -> AdaptiveCharacteristics
  {
    try require(treatedRate, controlRate)
    guard maximumPeople <= Self.mostExact else {
      throw .outOfRange(
        cell: "maximumPeople", allowed: "at most \(Self.mostExact) to be counted exactly, else simulate",
        found: Double(maximumPeople))
    }
    var found = AdaptiveCharacteristics(
      treatedRate: treatedRate, controlRate: controlRate, success: 0, futility: 0, expectedTreated: 0,
      expectedControl: 0, expectedResponders: 0, wrongWay: 0, method: .exact)
    let lattice = BetaLattice(people: maximumPeople, alpha: priorEvents, beta: priorNonEvents)
    let width = maximumPeople + 1
    var states = [Double](repeating: 0, count: width * width * width)
    states[0] = 1
    for people in 0...maximumPeople {
      var next = [Double](repeating: 0, count: people == maximumPeople ? 0 : states.count)
      let isLook = people == maximumPeople || looks.contains(people)
      for treated in 0...people {
        let controls = people - treated
        for first in 0...treated {
          for second in 0...controls {
            let mass = states[(treated * width + first) * width + second]
            guard mass > 0 else { continue }
            let superiority = lattice.probability(
              first, treated - first, second, controls - second)
            if isLook, ends(people, superiority, mass, treated, first + second, &found) { continue }
            let chance = treatmentProbability(people: people, superiority: superiority)
            let up = mass * chance
            let here = ((treated + 1) * width + first) * width + second
            next[here + width] += up * treatedRate
            next[here] += up * (1 - treatedRate)
            let down = mass - up
            let there = (treated * width + first) * width + second
            next[there + 1] += down * controlRate
            next[there] += down * (1 - controlRate)
          }
        }
      }
      states = next
    }
    return found
  }

  /// Books a state that ends the trial; whether it does.
  private func ends(
    _ people: Int, _ superiority: Double, _ mass: Double, _ treated: Int, _ responders: Int,
    _ found: inout AdaptiveCharacteristics
  ) -> Bool {
    let isLast = people == maximumPeople
    if superiority > successCutoff {
      found.success += mass
    } else if !isLast, superiority < futilityCutoff {
      found.futility += mass
    } else if !isLast {
      return false
    }
    let controls = people - treated
    found.expectedTreated += mass * Double(treated)
    found.expectedControl += mass * Double(controls)
    found.expectedResponders += mass * Double(responders)
    let excess = found.treatedRate >= found.controlRate ? controls - treated : treated - controls
    if 10 * excess > maximumPeople { found.wrongWay += mass }
    return true
  }

  private func require(_ treatedRate: Double, _ controlRate: Double) throws(EfficacyError) {
    var findings = findings()
    for (rate, cell) in [(treatedRate, "treatedRate"), (controlRate, "controlRate")] where !(0...1 ~= rate) {
      findings.append(.outOfRange(cell: cell, allowed: "0 to 1", found: rate))
    }
    try EfficacyError.require(findings)
  }

  /// Operating characteristics by simulation, for designs too large to be counted.
  ///
  /// - Parameters:
  ///   - treatedRate: true response rate under treatment.
  ///   - controlRate: true response rate without.
  ///   - trials: number of simulated trials.
  ///   - seed: seed of the streams; trial i draws from (seed, i).
  ///   - threads: threads; the result does not depend on them.
  /// - Returns: shares and mean counts.
  /// - Throws: `EfficacyError` if the design cannot be used, a rate is not in [0, 1] or there are no trials.
  public func simulated(
    treatedRate: Double, controlRate: Double, trials: Int = 10_000, seed: UInt64 = 1, threads: Int = 1
  ) throws(EfficacyError) -> AdaptiveCharacteristics {
    try require(treatedRate, controlRate)
    try EfficacyError.require(EfficacyError.count(trials, 1...EfficacySimulation.mostTrials, "trials"))
    let empty = AdaptiveCharacteristics(
      treatedRate: treatedRate, controlRate: controlRate, success: 0, futility: 0, expectedTreated: 0,
      expectedControl: 0, expectedResponders: 0, wrongWay: 0,
      method: .simulation(trials: trials, seed: seed))
    let slabSize = 256
    let slabs = (trials + slabSize - 1) / slabSize
    var parts = [AdaptiveCharacteristics](repeating: empty, count: slabs)
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let target = buffer
      SlabExecutor(threads: threads).run(slabs: slabs) { slab in
        var part = empty
        for trial in slab * slabSize..<min(trials, (slab + 1) * slabSize) {
          simulate(RandomStream(seed: seed, entity: UInt32(truncatingIfNeeded: trial)), &part)
        }
        target[slab] = part
      }
    }
    var sum = empty
    let count = Double(trials)
    for part in parts {
      sum.success += part.success / count
      sum.futility += part.futility / count
      sum.expectedTreated += part.expectedTreated / count
      sum.expectedControl += part.expectedControl / count
      sum.expectedResponders += part.expectedResponders / count
      sum.wrongWay += part.wrongWay / count
    }
    return sum
  }

  private func simulate(_ start: RandomStream, _ found: inout AdaptiveCharacteristics) {
    var stream = start
    var comparison = BetaComparison(alpha: priorEvents, beta: priorNonEvents)
    var treated = 0
    var responders = 0
    for people in 0...maximumPeople {
      let isLook = people == maximumPeople || looks.contains(people)
      if isLook, ends(people, comparison.probability, 1, treated, responders, &found) { return }
      let chance = treatmentProbability(people: people, superiority: comparison.probability)
      let isTreated = stream.uniform() < chance
      let isEvent = stream.uniform() < (isTreated ? found.treatedRate : found.controlRate)
      comparison.add(isFirst: isTreated, isEvent: isEvent)
      if isTreated { treated += 1 }
      if isEvent { responders += 1 }
    }
  }
}

extension AdaptiveRandomisation {
  /// The probability of treatment for the next person, by people so far and by Pr(θ_T > θ_C | data).
  ///
  /// - Throws: `EfficacyError` if the design cannot be used.
  public func table() throws(EfficacyError) -> DesignTable {
    try validate()
    let columns = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]
    let step = max(1, maximumPeople / 10)
    let rows = stride(from: 0, to: maximumPeople, by: step).map { people in
      ["\(people)"] + columns.map { Wording.decimal(treatmentProbability(people: people, superiority: $0)) }
    }
    let ends = (looks + [maximumPeople]).map { "\($0)" }.joined(separator: ", ")
    var notes = ["success if Pr(treated better | data) > \(successCutoff) at \(ends) people"]
    if futilityCutoff > 0, !looks.isEmpty {
      notes.append("futility if it is below \(futilityCutoff) at a look before the end")
    }
    return DesignTable(
      title: "Probability that the next person is treated",
      columns: ["people so far"] + columns.map { "Pr \($0.shortestText)" }, rows: rows, notes: notes)
  }
}
