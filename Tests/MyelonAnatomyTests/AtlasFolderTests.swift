import Foundation
import Testing

@testable import MyelonAnatomy

@Suite struct AtlasFolderTests {
  private func folder(_ files: [String: String]) throws -> String {
    let path = NSTemporaryDirectory() + "atlas-" + UUID().uuidString
    for (name, text) in files {
      let file = path + "/" + name
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    return path
  }

  @Test("A folder without files is refused with the first file that is missing")
  func missing() {
    let nowhere = NSTemporaryDirectory() + "no-such-atlas"
    #expect(throws: AnatomyError.missingFile(name: "atlas/info_label.txt", directory: nowhere)) {
      try PAM50Anatomy(directory: nowhere)
    }
  }

  @Test("A list without a tract and a damaged volume are refused by name")
  func damaged() throws {
    let incomplete = try folder(["atlas/info_label.txt": "0, WM left fasciculus gracilis, a.nii.gz\n"])
    defer { try? FileManager.default.removeItem(atPath: incomplete) }
    #expect(
      throws: AnatomyError.missingLabel(name: "WM right fasciculus gracilis", file: "atlas/info_label.txt")
    ) { try PAM50Anatomy(directory: incomplete) }
    var list = ""
    for code in RegionCode.legend.dropFirst() {
      let words = code.name.split(separator: " ", maxSplits: 1)
      let tissue = code.label - 1 < 34 ? "WM" : "GM"
      list += "\(code.label), \(tissue) \(words[0]) \(words[1]), PAM50_atlas_\(code.label).nii.gz\n"
    }
    let broken = try folder([
      "atlas/info_label.txt": list, "template/PAM50_spinal_levels.nii.gz": "not a volume",
    ])
    defer { try? FileManager.default.removeItem(atPath: broken) }
    let error = #expect(throws: AnatomyError.self) { try PAM50Anatomy(directory: broken) }
    guard case .unreadableFile(let name, _)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(name == "template/PAM50_spinal_levels.nii.gz")
  }
}
