import Foundation
import NIfTI

/// The files of an atlas folder.
struct PAM50Folder {
  let directory: String

  /// File of every region, from the atlas's list of labels.
  func regionFiles() throws(AnatomyError) -> [(code: RegionCode, file: String)] {
    let list = "atlas/info_label.txt"
    let text = try text(list)
    var files: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 3, parts[2].hasSuffix(".nii.gz") else { continue }
      files[parts[1]] = "atlas/" + parts[2]
    }
    var result: [(code: RegionCode, file: String)] = []
    for side in Side.allCases {
      let sideName = side == .left ? "left" : "right"
      for tract in Tract.allCases where tract != .dorsalCorticospinal && tract != .propriospinal {
        let name = "WM \(sideName) \(tract.name)"
        guard let file = files[name] else { throw .missingLabel(name: name, file: list) }
        result.append((RegionCode(tract, side), file))
      }
      for grey in GreyRegion.allCases {
        let name = "GM \(sideName) \(grey.name)"
        guard let file = files[name] else { throw .missingLabel(name: name, file: list) }
        result.append((RegionCode(grey, side), file))
      }
    }
    return result
  }

  /// Reads a volume with axes to the left, front and head, and checks its dimensions.
  func volume(_ name: String, like required: [Int]?) throws(AnatomyError) -> NIfTIVolume {
    let path = try existing(name)
    let volume: NIfTIVolume
    do {
      let stored = try NIfTIVolume(contentsOf: path)
      volume = stored.affine.axisCodes == "LAS" ? stored : try stored.reoriented(to: "LAS")
    } catch {
      throw .unreadableFile(name: name, reason: String(describing: error))
    }
    if let required, volume.dimensions != required {
      throw .wrongDimensions(file: name, found: volume.dimensions, required: required)
    }
    return volume
  }

  private func text(_ name: String) throws(AnatomyError) -> String {
    let path = try existing(name)
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw .unreadableFile(name: name, reason: String(describing: error))
    }
  }

  private func existing(_ name: String) throws(AnatomyError) -> String {
    let path = directory + "/" + name
    guard FileManager.default.fileExists(atPath: path) else {
      throw .missingFile(name: name, directory: directory)
    }
    return path
  }
}
