import ArgumentParser
import MyelonSimulation

/// A number of threads as given on the command line.
struct ThreadCount: ExpressibleByArgument {
  let count: Int

  /// Reads a whole number that a scenario could give too.
  init?(argument: String) {
    guard let count = Int(argument), ScenarioLimit.threads.range.contains(Double(count)) else { return nil }
    self.count = count
  }

  static let help: ArgumentHelp = "Threads to use, 1 to 1024; changes nothing but speed."
}
