/// The probabilities of all pairs of counts of toxicities and responses while patients come in.
struct MonitorCourse {
  private let width: Int
  private let cells: [Double]
  private var states: [Double]
  /// Probability of each number of patients at the end, from 1.
  private(set) var ends: [Double]
  private(set) var toxicityStop = 0.0
  private(set) var futilityStop = 0.0

  /// Starts with no patient.
  ///
  /// - Parameters:
  ///   - size: most patients.
  ///   - cells: probabilities of neither, response only, toxicity only, both.
  init(size: Int, cells: [Double]) {
    width = size + 1
    self.cells = cells
    states = [Double](repeating: 0, count: width * width)
    states[0] = 1
    ends = [Double](repeating: 0, count: size)
  }

  /// Takes in patient number `people`.
  mutating func add(_ people: Int) {
    // Downwards, so that each state is read before it is written.
    for toxicities in stride(from: people, through: 0, by: -1) {
      for responses in stride(from: people, through: 0, by: -1) {
        let here = toxicities * width + responses
        var sum = cells[0] * states[here]
        if responses > 0 { sum += cells[1] * states[here - 1] }
        if toxicities > 0 { sum += cells[2] * states[here - width] }
        if toxicities > 0, responses > 0 { sum += cells[3] * states[here - width - 1] }
        states[here] = sum
      }
    }
  }

  /// Applies the limits of a look; toxicity comes first.
  mutating func stop(_ row: BayesianMonitorPlan.Row, _ people: Int) {
    let toxic = row.stopAtToxicities ?? .max
    let futile = row.stopAtResponses ?? -1
    for toxicities in 0...people {
      for responses in 0...people where toxicities >= toxic || responses <= futile {
        let here = toxicities * width + responses
        if toxicities >= toxic { toxicityStop += states[here] } else { futilityStop += states[here] }
        ends[people - 1] += states[here]
        states[here] = 0
      }
    }
  }

  /// Ends with all patients and returns the probability of success.
  mutating func finish(successAt limit: Int?) -> Double {
    var success = 0.0
    for toxicities in 0..<width {
      for responses in 0..<width {
        let mass = states[toxicities * width + responses]
        ends[width - 2] += mass
        if let limit, responses >= limit { success += mass }
      }
    }
    return success
  }
}
