import Foundation
import MyelonTestSupport
import Testing

@testable import ISNCSCI

@Suite struct FuzzTests {
  /// Mutated inputs a format and run; ISNCSCI_FUZZ=300000 for a long campaign.
  static let count = Int(ProcessInfo.processInfo.environment["ISNCSCI_FUZZ"] ?? "") ?? 400

  static func mutate(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let pieces: [[UInt8]] =
      ["\"", ",", "{", "}", "[", "]", "\\u", "NT", "5*", "\n", "\r", "9", "\u{FEFF}", "null"].map {
        Array($0.utf8)
      } + [[0xFF], [0], [0xC3]]
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...60, using: &random)))
      case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  @Test(
    "No mutated input crashes a reader, and whatever it accepts can be written and read again",
    arguments: ExaminationFormat.allCases)
  func mutations(format: ExaminationFormat) throws {
    let exam = try ReadingTests.example()
    let header = FieldNames.redcap.names.joined(separator: ",")
    let row = ExaminationField.allFields.map { Examination.normal[$0] ?? "" }.joined(separator: ",")
    let seed =
      switch format {
      case .json: "[\(exam.json), \(Examination.normal.json)]"
      case .jsonLines: "\(exam.json)\n{\"id\":\"x\\u00e9\",\"exam\":\(exam.json)}\n"
      case .csv: ReadingTests.csv([("\"a\"", exam.flatKeyValues), ("b", exam.flatKeyValues)])
      case .redcap: "record_id,\(header)\n" + (1...8).map { "\($0),\(row)\n" }.joined()
      }
    var random = SeededGenerator(seed: 99)
    let reader = ExaminationReader(format: format)
    var accepted = 0
    for _ in 0..<FuzzTests.count {
      for record in reader.records(in: FuzzTests.mutate(Array(seed.utf8), &random)) {
        #expect((record.examination == nil) == !record.faults.isEmpty)
        guard let exam = record.examination else { continue }
        accepted += 1
        _ = exam.classified()
        if accepted % 64 == 0 {
          #expect(ExaminationReader(format: .json).records(in: exam.json).first?.examination == exam)
        }
      }
    }
    #expect(accepted > FuzzTests.count / 20)
  }
}
