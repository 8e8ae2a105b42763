import Foundation
import Testing

/// `myelon lesion` on the images of the example.
@Suite struct LesionTests {
  private static let folder = "\(Program.package)/Examples/patient-c6"
  private static let masks = ["lesion", "\(folder)/lesion.nii.gz", "--cord", "\(folder)/cord.nii.gz"]
  private static let levels = ["--levels", "\(folder)/levels.nii.gz"]

  /// The report as JSON.
  private static func report(_ more: [String]) throws -> [String: Any] {
    let found = try Program.run(masks + more + ["--json"])
    #expect(found.status == 0, "\(found.remarks)")
    return try #require(try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [String: Any])
  }

  @Test func theExampleHasTheMeasuresItWasMadeWith() throws {
    let report = try Self.report(Self.levels)
    let measures = try #require(report["measures"] as? [String: Any])
    func measure(_ name: String) -> Double { measures[name] as? Double ?? .nan }
    // scripts/make-patient-c6: 26 mm long, 6.8 wide, 3.8 high; masks know an end to half a voxel.
    #expect(abs(measure("length") - 26) < 1 && abs(measure("width") - 6.8) < 1)
    #expect(abs(measure("height") - 3.8) < 0.7)
    let suggestion = try #require(report["suggestion"] as? [String: Any])
    #expect(suggestion["level"] as? String == "C6")
    #expect(abs((suggestion["z"] as? Double ?? .nan) - 75.25) < 1.5)
    // Left of the middle by 1 mm of 6.25.
    #expect(abs((suggestion["laterality"] as? Double ?? .nan) - 0.16) < 0.05)
    let compression = try #require(measures["compression"] as? [String: Any])
    #expect(abs((compression["ratio"] as? Double ?? .nan) - 0.2) < 0.05)
    let bridges = try #require(measures["bridges"] as? [String: Any])
    #expect((bridges["ventral"] as? Double ?? -1) > 0.3 && (bridges["dorsal"] as? Double ?? -1) > 0.3)
    #expect((report["profile"] as? [Any])?.count ?? 0 > 200)
  }

  @Test func tablesAreWrittenWholeAndNeverOverOthers() throws {
    let scratch = try Scratch()
    let arguments = Self.masks + Self.levels + ["--output", "out"]
    let found = try Program.run(arguments, in: scratch.path)
    #expect(found.status == 0 && found.output.contains("Epicentre in C6"), "\(found.remarks)")
    #expect(found.output.contains("Ventral tissue bridge") && found.output.contains("lateral corticospinal"))
    #expect(scratch.names("out") == ["lesion.json", "profile.csv", "segments.csv", "tracts.csv"])
    let tracts = scratch.text("out/tracts.csv").split(separator: "\n")
    #expect(tracts.first == "tract,side,interrupted,worst_section,worst_z_mm,over_lesion")
    #expect(tracts.count == 33 && tracts.allSatisfy { $0.split(separator: ",").count == 6 })
    let again = try Program.run(arguments, in: scratch.path)
    #expect(again.status == 2 && again.output.isEmpty)
    #expect(try Program.run(arguments + ["--overwrite"], in: scratch.path).status == 0)
  }

  @Test func withoutLevelsShapesAreMeasuredAndTractsAreNot() throws {
    let found = try Program.run(Self.masks)
    #expect(found.status == 0 && found.output.contains("No levels") && !found.output.contains("Epicentre in"))
    let report = try Self.report(["--epicentre", "C6"])
    #expect(report["damage"] is [String: Any])
    #expect((report["notes"] as? [String])?.contains { $0.contains("one level") } == true)
  }

  @Test(arguments: [
    (["lesion", "none.nii.gz", "--cord", "none.nii.gz"], "lesion image cannot be used"),
    (masks + levels + ["--number", "teeth"], "--number"),
    (masks + levels + ["--template"], "one of"),
    (masks + ["--template"], "PAM50 space"),
    (masks + ["--epicentre", "C9"], "C9"),
    (masks + levels + ["--species", "rat"], "human cord"),
    (masks + levels + ["--atlas", "missing"], "missing"),
    (["lesion", "\(folder)/levels.nii.gz", "--cord", "broken.nii.gz"], "cord image cannot be used"),
  ])
  func imagesThatCannotBeUsedAreRefused(arguments: [String], words: String) throws {
    let scratch = try Scratch()
    try scratch.write("no image", to: "broken.nii.gz")
    let found = try Program.run(arguments + ["--output", "out"], in: scratch.path)
    #expect(found.status == 2 && found.output.isEmpty && found.remarks.contains(words), "\(found.remarks)")
    #expect(scratch.names() == ["broken.nii.gz"])
  }
}
