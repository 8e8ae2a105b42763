/// Counts over simulated trials, added in the order of the trials.
package struct SimulatedTally {
  var trials = 0
  var successes: [Int]
  var stops: [Int]
  var failures = 0
  var peopleSum = 0.0
  var peopleSquares = 0.0
  var estimates: [Double] = []
  var covered = 0

  package init(looks: Int) {
    successes = [Int](repeating: 0, count: looks)
    stops = successes
  }

  package mutating func add(_ trial: SimulatedTrial) {
    trials += 1
    let people = Double(trial.people)
    peopleSum += people
    peopleSquares += people * people
    guard !trial.isFailed else {
      failures += 1
      return
    }
    if trial.isSuccess { successes[trial.look - 1] += 1 }
    if trial.isStopped { stops[trial.look - 1] += 1 }
    estimates.append(trial.estimate)
    if trial.covers { covered += 1 }
  }
}
