import MyelonFields
import Testing

@testable import MyelonAnatomy

/// One-slice models at the middle of every segment, where the tables hold.
@Suite struct VoxelisedAreaTests {
  static let segments = CordAnatomy.human().segments.map(\.index)

  @Test("The section at the middle of a human segment has the table's area", arguments: segments)
  func area(index: Int) throws {
    let anatomy = CordAnatomy.human()
    let segment = anatomy.segments[index]
    let model = try CordModel(
      anatomy: anatomy, from: segment.middle - 0.125, to: segment.middle + 0.125, spacing: 0.25)
    #expect(model.grid.nz == 1)
    let area = model.cordFraction.reduce(0) { $0 + Double($1) } * 0.0625
    #expect(abs(area / segment.area - 1) < 0.01, "\(segment.name): \(area) against \(segment.area) mm2")
  }
}
