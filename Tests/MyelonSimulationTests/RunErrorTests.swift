import MyelonSimulation
import Testing

@Suite struct RunErrorTests {
  private static let all: [RunError] = [
    .directoryInUse(path: "P", isUnfinishedRun: false), .directoryInUse(path: "P", isUnfinishedRun: true),
    .directoryBusy(path: "P"), .directoryNotMade(path: "P", reason: "R"), .notWritten(path: "P", reason: "R"),
    .notRead(path: "P", reason: "R"), .nothingToResume(path: "P", isFinished: false),
    .nothingToResume(path: "P", isFinished: true), .noFinishedRun(path: "P", isUnfinished: false),
    .noFinishedRun(path: "P", isUnfinished: true), .otherVersion(path: "P", found: "F", required: "Q"),
    .changedScenario(path: "P"), .damagedCheckpoint(path: "P", problem: "R"), .anatomyDirectoryMissing,
    .anatomyDirectoryNotFound(path: "P"),
    .anatomyOfOtherSpecies(required: "rat"), .notFinite(field: "axons", voxel: 3, day: 2),
  ]

  @Test(arguments: all)
  func everyErrorIsASentenceWithItsPathAndReason(error: RunError) {
    let text = error.description
    #expect(text.count > 20 && text.hasSuffix(".") && !text.contains("\n"))
    switch error {
    case .anatomyDirectoryMissing, .anatomyOfOtherSpecies, .notFinite: break
    default: #expect(text.contains("'P"))
    }
    switch error {
    case .directoryNotMade, .notWritten, .notRead, .damagedCheckpoint: #expect(text.contains(": R."))
    default: break
    }
  }

  @Test func noTwoErrorsReadTheSame() {
    #expect(Set(Self.all.map(\.description)).count == Self.all.count)
  }
}
