import MyelonQuantities

extension ScenarioReader {
  private static let runKeys = [
    "days", "voxel", "seed", "visits", "threads", "examiner-noise", "individual-variation", "window",
    "time-step-tolerance", "agents", "growth-cones",
  ]

  /// Most examinations of one life: daily for a year leaves room, and each writes volumes.
  private static let mostVisits = 400

  /// Reads the keys of `run`, without their values.
  func runSection(_ value: ScenarioValue) -> ScenarioSection? {
    value.section(allowed: Self.runKeys)
  }

  /// Reads the values of `run`; a value that is wrong is a finding and leaves the usual one in its place, so
  /// that the rest of the file can still be checked.
  func run(_ section: ScenarioSection) -> Scenario.Run {
    var run = Scenario.Run()
    let days = self.days(section)
    run.days = days ?? run.days
    run.voxel = section["voxel"]?.quantity(as: .length, .voxel) ?? run.voxel
    run.seed = section["seed"]?.wholeNumber() ?? run.seed
    let visits = section["visits"].flatMap { self.visits($0, days: days) }
    run.visits = visits ?? Scenario.Run.standardVisits(upTo: run.days)
    run.threads = section["threads"].flatMap { count($0, .threads) }
    run.examinerNoise = section["examiner-noise"]?.flag() ?? run.examinerNoise
    run.individualVariation = section["individual-variation"]?.flag() ?? run.individualVariation
    run.window = section["window"].flatMap(window) ?? run.window
    run.timeStepTolerance = section["time-step-tolerance"]?.quantity(as: .fraction, .timeStepTolerance)
    run.agents = section["agents"].flatMap { count($0, .agents) } ?? run.agents
    run.growthCones = section["growth-cones"].flatMap { count($0, .growthCones) } ?? run.growthCones
    return run
  }

  /// The days of the run: as given, the usual ones when not given, nil when given wrongly.
  func days(_ section: ScenarioSection) -> Double? {
    guard let value = section["days"] else { return Scenario.Run().days }
    return value.days().flatMap { value.checked($0, .days, shown: ShownText.plain(value.scalarText)) }
  }

  /// A whole number within a limit.
  private func count(_ value: ScenarioValue, _ limit: ScenarioLimit) -> Int? {
    guard let number = value.number(limit) else { return nil }
    guard number == number.rounded() else {
      value.add(.wrongType, "a whole number is required", found: ShownText.quoted(value.scalarText))
      return nil
    }
    return Int(number)
  }

  private func window(_ value: ScenarioValue) -> Scenario.Window? {
    if value.scalarText == "auto" { return .automatic }
    return value.quantity(as: .length, .window, or: "auto").map { .length($0) }
  }

  /// Reads `visits`: days after injury, ascending, none beyond the run.
  private func visits(_ value: ScenarioValue, days: Double?) -> [Double]? {
    guard let items = value.list("a list of days") else { return nil }
    guard (1...Self.mostVisits).contains(items.count) else {
      value.add(
        .outOfRange, "a list of days is required", found: value.node.shown,
        allowed: "1 to \(Self.mostVisits) visits")
      return nil
    }
    var visits: [Double] = []
    for item in items {
      guard let day = item.days() else { continue }
      if day <= 0 {
        item.add(
          .outOfRange, "a visit before the injury", found: item.scalarText, allowed: "more than 0 days")
      }
      if let days, day > days {
        item.add(
          .impossible, "the run ends before this visit", found: "day \(day.shortestText)",
          allowed: "up to day \(days.shortestText)")
      }
      if let last = visits.last, day <= last {
        item.add(
          .impossible, "visits must ascend",
          found: "day \(day.shortestText) after day \(last.shortestText)",
          allowed: "later days only"
        )
      }
      visits.append(day)
    }
    return visits.count == items.count ? visits : nil
  }
}
