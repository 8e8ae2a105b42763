/// Which part of each slice, and of each panel of columns, holds any cord: the rest is skipped.
///
/// Ranges along x are widened to a multiple of eight voxels where the grid allows, so that they fill SIMD vectors;
/// that is harmless, because voxels outside the cord are inert.
struct ActiveRegion {
  /// Columns (x, y) in one panel of the z sweep: with it a panel's scratch stays in the second-level cache.
  static let panelColumns = 256

  /// A half-open box in a slice; empty when `xLow == xHigh`.
  struct SliceBox: Equatable {
    var xLow = 0
    var xHigh = 0
    var yLow = 0
    var yHigh = 0

    var isEmpty: Bool { xLow >= xHigh }
  }

  /// A half-open range of flat columns `y * nx + x` and of slices; empty when `low == high`.
  struct Panel: Equatable {
    var low = 0
    var high = 0
    var zLow = 0
    var zHigh = 0

    var isEmpty: Bool { low >= high }
  }

  /// One box a slice.
  private(set) var slices: [SliceBox]
  /// One panel for each run of `panelColumns` columns; the last may be shorter.
  private(set) var panels: [Panel]

  /// Finds the voxels with positive capacity.
  init(grid: VoxelGrid, capacity: [Float]) {
    let plane = grid.nx * grid.ny
    let panelCount = (plane + Self.panelColumns - 1) / Self.panelColumns
    slices = [SliceBox](repeating: SliceBox(), count: grid.nz)
    panels = [Panel](repeating: Panel(), count: panelCount)
    var first = [Int](repeating: Int.max, count: plane)
    var last = [Int](repeating: -1, count: plane)
    capacity.withUnsafeBufferPointer { values in
      for z in 0..<grid.nz {
        slices[z] = Self.box(grid, values, z, first: &first, last: &last)
      }
    }
    for panel in 0..<panelCount {
      let start = panel * Self.panelColumns
      let end = min(plane, start + Self.panelColumns)
      panels[panel] = Self.panel(start..<end, first, last)
    }
  }

  private static func box(
    _ grid: VoxelGrid, _ capacity: UnsafeBufferPointer<Float>, _ z: Int, first: inout [Int], last: inout [Int]
  ) -> SliceBox {
    var box = SliceBox(xLow: grid.nx, xHigh: 0, yLow: grid.ny, yHigh: 0)
    let plane = grid.nx * grid.ny
    for y in 0..<grid.ny {
      for x in 0..<grid.nx where capacity[z * plane + y * grid.nx + x] > 0 {
        box.xLow = min(box.xLow, x)
        box.xHigh = max(box.xHigh, x + 1)
        box.yLow = min(box.yLow, y)
        box.yHigh = max(box.yHigh, y + 1)
        let column = y * grid.nx + x
        if first[column] == Int.max { first[column] = z }
        last[column] = z
      }
    }
    guard !box.isEmpty else { return SliceBox() }
    let widened = widen(box.xLow..<box.xHigh, within: 0..<grid.nx)
    box.xLow = widened.lowerBound
    box.xHigh = widened.upperBound
    return box
  }

  private static func panel(_ columns: Range<Int>, _ first: [Int], _ last: [Int]) -> Panel {
    var panel = Panel(low: columns.upperBound, high: columns.lowerBound, zLow: Int.max, zHigh: 0)
    for column in columns where last[column] >= 0 {
      panel.low = min(panel.low, column)
      panel.high = max(panel.high, column + 1)
      panel.zLow = min(panel.zLow, first[column])
      panel.zHigh = max(panel.zHigh, last[column] + 1)
    }
    guard !panel.isEmpty else { return Panel() }
    let widened = widen(panel.low..<panel.high, within: columns)
    panel.low = widened.lowerBound
    panel.high = widened.upperBound
    return panel
  }

  /// The smallest range around `range` inside `bounds` whose length is a multiple of eight, or all of `bounds`.
  private static func widen(_ range: Range<Int>, within bounds: Range<Int>) -> Range<Int> {
    let length = (range.count + 7) & ~7
    guard length <= bounds.count else { return bounds }
    let low = min(range.lowerBound, bounds.upperBound - length)
    return low..<(low + length)
  }
}
