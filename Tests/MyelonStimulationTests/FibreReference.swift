import Foundation

@testable import MyelonStimulation

/// Reference runs beside the package, and the fields they were made with.
enum FibreReference {
  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/facts/stimulation").path
  static let isPresent = FileManager.default.fileExists(atPath: directory + "/cv_mrg.csv")

  /// Rows of a table as dictionaries by the names of its heading.
  static func rows(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
    var lines = text.split(whereSeparator: \.isNewline).map(fields)
    let heading = lines.removeFirst()
    return lines.map { Dictionary(uniqueKeysWithValues: zip(heading, $0)) }
  }

  /// Fields of a line; commas in quotation marks belong to a field.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == "," && !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  static func model(_ name: String) throws -> FibreModel {
    switch name {
    case "MRG_DISCRETE": .mrgDiscrete
    case "MRG_INTERPOLATION": .mrgInterpolated
    case "PENA": .smallMyelinated
    case "SUNDT": .unmyelinated
    default: throw UnknownModel(name: name)
    }
  }

  struct UnknownModel: Error { var name: String }

  /// A fibre beside a point source over its middle node, mm from its axis, shifted by um along it; S/m across, across and along.
  static func pointSource(
    _ fibre: NerveFibre, distance: Double, offset: Double = 0,
    conductivity: SIMD3<Double> = SIMD3(repeating: 0.2), sign: Double = -1
  ) -> FibreCase {
    let centres = fibre.centres
    let source = centres[fibre.nodeCompartments[(fibre.nodes.count - 1) / 2]] + offset
    let s = conductivity
    let potentials = centres.map { centre in
      let z = (centre - source) / 1000
      let reach = (s.y * s.z * distance * distance + s.x * s.y * z * z).squareRoot()
      // 1 mA over S/m and mm is 1 V, or 1000 mV.
      return sign * 1000 / (4 * Double.pi * reach)
    }
    return FibreCase(fibre: fibre, potentials: potentials)
  }
}

extension [String: String] {
  func number(_ name: String) -> Double { Double(self[name] ?? "") ?? .nan }
}
