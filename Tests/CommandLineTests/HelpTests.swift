import Foundation
import Testing

/// What a new user sees first.
@Suite struct HelpTests {
  private static let commands = [
    "new", "check", "run", "resume", "report", "anatomy", "parameters", "products", "classify", "lesion",
    "ensemble", "sensitivity", "stimulate",
    "bench",
  ]

  @Test(arguments: commands)
  func everyCommandShowsAnExampleOfItself(command: String) throws {
    let found = try Program.run([command, "--help"])
    #expect(found.status == 0 && found.remarks.isEmpty)
    #expect(found.output.contains("Example") && found.output.contains("myelon \(command)"))
    #expect(found.output.contains("USAGE: myelon \(command)"))
  }

  @Test func theProgramListsItsCommandsAndItsVersion() throws {
    let help = try Program.run(["--help"])
    #expect(help.status == 0)
    for command in Self.commands { #expect(help.output.contains("\n  \(command) ")) }
    #expect(help.output.contains("predicts nobody's outcome"))
    let version = try Program.run(["--version"])
    #expect(version.status == 0)
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(try Program.run([]).output == help.output)
  }

  @Test(arguments: [
    ["fly"], ["run"], ["run", "x.yaml", "--wings"], ["run", "x.yaml", "--seed", "-1"],
    ["run", "x.yaml", "--seed", "many"], ["run", "x.yaml", "--days", "soon"],
    ["run", "x.yaml", "--threads", "0"],
    ["run", "x.yaml", "--threads", "-3"], ["run", "x.yaml", "--threads", "100000"], ["resume"], ["report"],
    ["check"], ["new", "cat"], ["parameters", "--species", "cat"], ["anatomy", "--species", "cat"],
    ["bench", "--threads", "0"], ["resume", "x", "--threads", "none"],
  ])
  func argumentsThatCannotBeUsedEndWithStatusTwo(arguments: [String]) throws {
    let scratch = try Scratch()
    let found = try Program.run(arguments, in: scratch.path)
    #expect(found.status == 2 && !found.wasKilled, "\(arguments)")
    #expect(found.output.isEmpty && found.remarks.contains("Error:"), "\(arguments)")
    #expect(scratch.names().isEmpty)
  }

  @Test(arguments: ["human", "rat", "combination"])
  func aNewScenarioPassesTheCheck(subject: String) throws {
    let scratch = try Scratch()
    let text = try Program.run(["new", subject])
    #expect(text.status == 0 && text.remarks.isEmpty)
    #expect(text.output.hasSuffix("\n") && !text.output.hasSuffix("\n\n"))
    try scratch.write(text.output, to: "new.yaml")
    let found = try Program.run(["check", "new.yaml"], in: scratch.path)
    #expect(found.status == 0 && found.output.hasPrefix("new.yaml: fine.") && found.remarks.isEmpty)
    #expect(scratch.names() == ["new.yaml"])
  }

  @Test func aBrokenScenarioIsReportedByLineAndNothingIsWritten() throws {
    let scratch = try Scratch()
    let text = ScenarioText.rat.replacing("height: 25 mm", with: "hight: 25 mm")
      .replacing("voxel: 0.5 mm", with: "voxel: 0.5 lb")
    try scratch.write(text, to: "broken.yaml")
    for command in [
      ["check", "broken.yaml"], ["run", "broken.yaml"], ["run", "broken.yaml", "--days", "2"],
    ] {
      let found = try Program.run(command, in: scratch.path)
      #expect(found.status == 2 && found.output.isEmpty)
      #expect(found.remarks.contains("broken.yaml:4: injury.hight") && found.remarks.contains("'height'"))
      #expect(found.remarks.contains("broken.yaml:5: run.voxel"))
      #expect(scratch.names() == ["broken.yaml"])
    }
  }

  @Test func aFileThatIsNotThereOrADirectoryIsRefused() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.file("folder"), withIntermediateDirectories: false)
    for (name, words) in [("missing.yaml", "no such file"), ("folder", "directory")] {
      for command in ["check", "run"] {
        let found = try Program.run([command, name], in: scratch.path)
        #expect(found.status == 2 && found.output.isEmpty)
        #expect(found.remarks.contains("\(name):") && found.remarks.contains(words))
      }
    }
    #expect(scratch.names() == ["folder"])
  }

  @Test(arguments: ["human", "rat"])
  func parametersAreListedAndParseAsJSON(species: String) throws {
    let found = try Program.run(["parameters", "--species", species, "--json"])
    #expect(found.status == 0)
    let parameters = try #require(
      try JSONSerialization.jsonObject(with: Data(found.output.utf8)) as? [[String: Any]])
    #expect(parameters.count > 50)
    let names = parameters.compactMap { $0["id"] as? String }
    #expect(Set(names).count == parameters.count)
    #expect(parameters.allSatisfy { $0["value"] is Double && $0["unit"] is String })
    let one = try Program.run(["parameters", "--species", species, "--match", names[0]])
    #expect(one.status == 0 && one.output.contains("\(names[0])  ("))
    let none = try Program.run(["parameters", "--match", "no such thing"])
    #expect(none.status == 0 && none.output.contains("0 parameters"))
  }

  @Test(arguments: [
    ("human", ["--from", "C4", "--to", "C6", "--voxel", "1 mm"], "C5  area"),
    ("rat", ["--from", "T9", "--to", "T11"], "T10  area"),
  ])
  func theAnatomyIsPrintedAndWritten(species: String, arguments: [String], words: String) throws {
    let scratch = try Scratch()
    let found = try Program.run(
      ["anatomy", "--species", species, "--output", "cord"] + arguments, in: scratch.path)
    #expect(found.status == 0 && found.output.contains(words), "\(found.remarks)")
    #expect(scratch.names("cord") == ["anatomy.nii.gz", "cord.nii.gz", "grey.nii.gz"])
    let printed = try Program.run(["anatomy", "--species", species] + arguments, in: scratch.path)
    #expect(printed.status == 0 && found.output.hasPrefix(printed.output))
  }

  @Test(arguments: [
    (["--from", "C9"], "C9"), (["--to", "neck"], "neck"), (["--from", "T4", "--to", "C2"], "window"),
    (["--voxel", "0 mm"], "voxel"), (["--voxel", "-1 mm"], "voxel"), (["--voxel", "1"], "unit"),
    (["--voxel", "1 s"], "length"), (["--voxel", "0.001 mm"], "voxels"),
    (["--anatomy", "missing"], "missing"),
    (["--species", "rat", "--anatomy", "missing"], "human"),
  ])
  func anAnatomyThatCannotBeMadeIsRefused(arguments: [String], words: String) throws {
    let scratch = try Scratch()
    let found = try Program.run(["anatomy", "--output", "cord"] + arguments, in: scratch.path)
    #expect(found.status == 2 && found.output.isEmpty && found.remarks.contains(words), "\(found.remarks)")
    #expect(scratch.names().isEmpty)
  }
}
