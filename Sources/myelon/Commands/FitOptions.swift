import ArgumentParser
import MyelonStudies

/// How a fit is made.
struct FitOptions: ParsableArguments {
  @Option(help: "kalman: few lives, one solution; sequential: many lives, several solutions.")
  var method = MethodName.kalman

  @Option(help: "Draws that stand for the patient.")
  var draws = FitSettings().draws

  @Option(help: "sequential: lives drawn before any data are looked at.")
  var prior = FitSettings().prior

  @Option(help: "sequential: most lives in all.")
  var most = FitSettings().maximum

  @Option(help: "Fewest effective draws with which anything is predicted.")
  var effective = FitSettings().minimumEffectiveSize

  enum MethodName: String, ExpressibleByArgument, CaseIterable {
    case kalman, sequential
  }

  func validate() throws {
    guard (20...100_000).contains(draws) else {
      throw ValidationError("--draws must be 20 to 100000; found \(draws).")
    }
    guard prior >= draws, most >= prior, most <= 10_000_000 else {
      throw ValidationError("--prior must be at least --draws, --most at least --prior and at most 10000000.")
    }
    guard effective >= 10 else {
      throw ValidationError("--effective must be at least 10; found \(effective).")
    }
  }

  var settings: FitSettings {
    FitSettings(
      method: method == .kalman ? .kalman : .sequential, draws: draws, prior: prior, maximum: most,
      minimumEffectiveSize: effective)
  }
}
