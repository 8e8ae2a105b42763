import Foundation
import Testing

@testable import ISNCSCI

@Suite struct CaseTests {
  @Test(
    "Every published and random case without untested items has the expected values and totals",
    .enabled(if: CaseFiles.areAvailable, "the case files are not beside the package"))
  func casesWithoutUntestedItems() throws {
    let cases = try CaseFiles.all().filter { !$0.hasUntested }
    #expect(cases.count == 1384)
    for item in cases {
      let result = item.examination.classified()
      for output in Output.allCases {
        let expected = try #require(item.expected[output.key])
        let ours = result[output].replacing("*", with: "")
        #expect(ours == expected.replacing("*", with: ""), "\(item.name), \(output.name)")
      }
      #expect(result.printedTotals == item.totals, "\(item.name)")
    }
  }

  @Test(
    "With untested items every set is inside the reference algorithm's, apart from the motor zone with a non-key muscle",
    .enabled(if: CaseFiles.areAvailable, "the case files are not beside the package"))
  func casesWithUntestedItems() throws {
    var differing: [String] = []
    for item in try CaseFiles.all().filter(\.hasUntested) {
      let result = item.examination.classified()
      for output in Output.allCases {
        let theirs = try #require(item.expected[output.key]).replacing("*", with: "").split(separator: ",")
        let ours = result[output].replacing("*", with: "").split(separator: ",")
        if theirs != ours {
          differing.append(
            "\(item.name) \(output.key): \(ours.joined(separator: ",")) for \(theirs.joined(separator: ","))")
        }
        if case .motorZone(let side) = output, item.examination[side].lowestNonKeyMuscle != nil { continue }
        #expect(Set(theirs).isSuperset(of: ours), "\(item.name), \(output.name)")
      }
      #expect(result.printedTotals == item.totals, "\(item.name)")
    }
    print(differing.joined(separator: "\n"))
  }
}
