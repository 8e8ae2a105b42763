extension EnsembleKalmanInversion {
  /// How to move the ensemble.
  public struct Options: Sendable, Hashable, Codable {
    /// How an update spreads the ensemble.
    public enum Update: String, Sendable, Hashable, Codable {
      /// Each member sees the data with its own draw of noise; the spread is right on average (Emerick & Reynolds 2013).
      case perturbedData
      /// The deviations are shrunk by a symmetric square root; no draws, and exact for the ensemble's own moments (Bishop,
      /// Etherton & Majumdar 2001, doi:10.1175/1520-0493(2001)129<0420:ASWTET>2.0.CO;2).
      case squareRoot
    }

    /// How much of the information each step takes in.
    public enum Schedule: Sendable, Hashable, Codable {
      /// As much as keeps the weights of the members comparable: the data misfit controller of Iglesias & Yang 2021,
      /// "Adaptive regularisation for ensemble Kalman inversion", doi:10.1088/1361-6420/abd29b; at most so many steps, of
      /// which the last takes in what is left.
      case adaptive(maximumSteps: Int)
      /// The given inflations of the noise covariance, whose inverses sum to 1: ensemble smoother with multiple data
      /// assimilation, Emerick & Reynolds 2013, doi:10.1016/j.cageo.2012.03.011.
      case multipleDataAssimilation([Double])
    }

    /// How spurious correlations of a small ensemble are kept out; with perturbed data only.
    public enum Localisation: Sendable, Hashable, Codable {
      /// Not at all.
      case none
      /// Covariances are tapered by Gaspari and Cohn's function of (1 - |r|) / (1 - c/√members), r being the sample
      /// correlation of parameter and datum: Luo & Bhakta 2020, doi:10.1016/j.petrol.2019.106559; c = 3 there.
      case correlation(c: Double)
      /// One factor in 0...1 for each parameter (row) and datum (column).
      case factors(DenseMatrix)
    }

    /// Members of the ensemble.
    public var members = 200
    /// How an update spreads the ensemble.
    public var update = Update.perturbedData
    /// How much of the information each step takes in.
    public var schedule = Schedule.adaptive(maximumSteps: 20)
    /// How spurious correlations are kept out.
    public var localisation = Localisation.none
    /// Factor on the deviations after each update but the last, at least 1, against collapse of a small ensemble.
    public var inflation = 1.0
    /// Largest share of runs of one step that may fail.
    public var largestFailedShare = 0.2
    /// Seed of all draws.
    public var seed: UInt64

    /// Makes options.
    ///
    /// - Parameter seed: seed of all draws.
    public init(seed: UInt64) {
      self.seed = seed
    }

    /// Equal steps of multiple data assimilation.
    ///
    /// - Parameter steps: number of steps, at least 1.
    /// - Returns: the schedule.
    public static func equalSteps(_ steps: Int) -> Schedule {
      .multipleDataAssimilation([Double](repeating: Double(max(1, steps)), count: max(1, steps)))
    }
  }
}

extension EnsembleKalmanInversion.Options {
  func validate(parameters: Int, data: Int) throws(InferenceError) {
    guard members >= 4, members <= 1 << 20 else {
      throw .options("An ensemble needs 4 to 2^20 members; found \(members)")
    }
    guard inflation >= 1, inflation < 10 else {
      throw .options("Inflation must be in 1..<10; found \(inflation)")
    }
    guard 0..<1 ~= largestFailedShare else {
      throw .options("The largest failed share must be in 0..<1; found \(largestFailedShare)")
    }
    try validateSchedule()
    try validateLocalisation(parameters: parameters, data: data)
  }

  private func validateSchedule() throws(InferenceError) {
    switch schedule {
    case .adaptive(let most):
      guard 1...1000 ~= most else { throw .options("1 to 1000 steps are possible; found \(most)") }
    case .multipleDataAssimilation(let inflations):
      guard inflations.count <= 1000 else {
        throw .options("At most 1000 steps are possible; found \(inflations.count)")
      }
      guard inflations.allSatisfy({ $0 >= 1 && $0.isFinite }) else {
        throw .options("Inflations of the noise must be at least 1; found \(inflations)")
      }
      let sum = inflations.reduce(0) { $0 + 1 / $1 }
      guard abs(sum - 1) < 1e-9 else {
        throw .options("The inverses of the inflations must sum to 1; found \(sum)")
      }
    }
  }

  private func validateLocalisation(parameters: Int, data: Int) throws(InferenceError) {
    guard localisation != .none else { return }
    guard update == .perturbedData else {
      throw .options("Localisation needs the update with perturbed data; found \(update.rawValue)")
    }
    switch localisation {
    case .none: break
    case .correlation(let c):
      guard c >= 0, c < Double(members).squareRoot() else {
        throw .options("The threshold c must be in 0..<√members; found \(c)")
      }
    case .factors(let matrix):
      guard matrix.rows == parameters, matrix.columns == data else {
        throw .options(
          "Localisation needs factors for \(parameters) x \(data); found \(matrix.rows) x \(matrix.columns)")
      }
      guard matrix.elements.allSatisfy({ 0...1 ~= $0 }) else {
        throw .options("Localisation factors must be in 0...1")
      }
    }
  }
}
