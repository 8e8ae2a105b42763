import Foundation

/// Reference numbers beside the repository, if they are there.
enum TrialFacts {
  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/facts/trials")
  static let arePresent = FileManager.default.fileExists(
    atPath: directory.appending(path: "boin_boundaries.csv").path)
  static let absence = "reference numbers of ../shared/facts/trials are not there"

  /// Rows of a file of comma-separated values as column name -> cell.
  static func rows(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: directory.appending(path: name), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
    guard let heading = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(heading, $0)) }
  }

  static func json<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: directory.appending(path: name)))
  }

  static func numbers(_ cell: String?) -> [Double] {
    (cell ?? "").split(separator: " ").compactMap { Double($0) }
  }

  static func integers(_ cell: String?) -> [Int] { numbers(cell).map { Int($0) } }

  private static func cells(_ line: String) -> [String] {
    var result: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        result.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return result + [cell]
  }
}
