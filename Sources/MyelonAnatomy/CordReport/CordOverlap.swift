import MyelonFields

/// How far two models on the same voxels agree, a row a segment.
///
/// Dice coefficient of partial volumes: twice the sum of the smaller value over the sum of both. 1 is full
/// agreement. Grey matter and tracts count their part of each voxel.
public struct CordOverlap: Sendable {
  /// One segment, or the part of it that lies in the window.
  public struct Row: Sendable {
    /// Name of the segment in the first model.
    public let segment: String
    /// Dice of the cord.
    public let cord: Double
    /// Dice of the grey matter.
    public let grey: Double
    /// Dice of each tract of both sides by `Tract.rawValue`; nil where neither model has it.
    public let tract: [Double?]
    /// Fraction of the first model's cord that each tract takes, by `Tract.rawValue`.
    public let tractFraction: [Double]

    /// Mean Dice of the tracts that take at least a given fraction of the cord, weighted by that fraction.
    public func meanTract(above fraction: Double) -> Double? {
      var sum = 0.0
      var weight = 0.0
      for (value, part) in zip(tract, tractFraction) where part >= fraction {
        guard let value else { continue }
        sum += part * value
        weight += part
      }
      return weight > 0 ? sum / weight : nil
    }
  }

  /// Rows from rostral to caudal.
  public let rows: [Row]

  /// Compares two models.
  ///
  /// - Throws: `AnatomyError.differentGrids` unless both lie on the same grid.
  public init(_ first: CordModel, _ second: CordModel) throws(AnatomyError) {
    guard first.grid == second.grid else {
      throw .differentGrids(first: Self.describe(first.grid), second: Self.describe(second.grid))
    }
    var rows: [Row] = []
    for index in first.segmentNames.indices {
      let slices = first.segmentOfSlice.indices.filter { first.segmentOfSlice[$0] == index }
      guard !slices.isEmpty else { continue }
      rows.append(Self.row(first.segmentNames[index], slices: slices, first, second))
    }
    self.rows = rows
  }

  private static func describe(_ grid: VoxelGrid) -> String {
    "\(grid.nx) x \(grid.ny) x \(grid.nz) voxels of \(grid.spacing.x) mm from z = \(grid.origin.z) mm"
  }

  private static func row(_ name: String, slices: [Int], _ first: CordModel, _ second: CordModel) -> Row {
    let plane = first.grid.nx * first.grid.ny
    var cord = DiceSum()
    var grey = DiceSum()
    var tracts = [DiceSum](repeating: DiceSum(), count: 256)
    for slice in slices {
      for voxel in (slice * plane)..<((slice + 1) * plane) {
        let one = Double(first.cordFraction[voxel])
        let two = Double(second.cordFraction[voxel])
        guard one + two > 0 else { continue }
        cord.add(one, two)
        grey.add(one * Double(first.greyFraction[voxel]), two * Double(second.greyFraction[voxel]))
        let firstWhite = Double(first.whiteFraction(voxel))
        let secondWhite = Double(second.whiteFraction(voxel))
        let firstCode = Int(first.tractCode[voxel])
        let secondCode = Int(second.tractCode[voxel])
        if firstCode == secondCode {
          tracts[firstCode].add(firstWhite, secondWhite)
        } else {
          tracts[firstCode].add(firstWhite, 0)
          tracts[secondCode].add(0, secondWhite)
        }
      }
    }
    let sides = Tract.allCases.map { tract in
      tracts[2 * Int(tract.rawValue)] + tracts[2 * Int(tract.rawValue) + 1]
    }
    return Row(
      segment: name, cord: cord.value ?? 0, grey: grey.value ?? 0, tract: sides.map(\.value),
      tractFraction: sides.map { $0.first / max(cord.first, 1e-12) })
  }
}

/// Running sums of a Dice coefficient.
private struct DiceSum {
  var first = 0.0
  var second = 0.0
  var shared = 0.0

  mutating func add(_ one: Double, _ two: Double) {
    first += one
    second += two
    shared += min(one, two)
  }

  var value: Double? { first + second > 0 ? 2 * shared / (first + second) : nil }

  static func + (left: DiceSum, right: DiceSum) -> DiceSum {
    var sum = left
    sum.first += right.first
    sum.second += right.second
    sum.shared += right.shared
    return sum
  }
}
