import MyelonFields

/// All fields of a cord: one block of Float memory, field after field, each in grid order.
///
/// Each field is padded to whole blocks of eight voxels, so that kernels load and store eight at a time without
/// a tail; the padding holds intact tissue outside the cord and is never read by anyone else. A class, because
/// kernels keep its base pointer during a step and two owners of one cord would be a fault.
public final class TissueState {
  /// The grid of the fields.
  public let grid: VoxelGrid
  /// Distance between the starts of two fields, in Floats: `grid.count` rounded up to a multiple of eight.
  public let stride: Int
  /// First value of the first field.
  let base: UnsafeMutablePointer<Float>

  /// Makes the state of an intact cord.
  public init(grid: VoxelGrid) {
    self.grid = grid
    stride = (grid.count + 7) / 8 * 8
    let total = stride * TissueField.allCases.count
    let raw = UnsafeMutableRawPointer.allocate(byteCount: total * MemoryLayout<Float>.stride, alignment: 64)
    base = raw.bindMemory(to: Float.self, capacity: total)
    for field in TissueField.allCases {
      (base + field.rawValue * stride).initialize(repeating: field.intactValue, count: stride)
    }
  }

  deinit {
    UnsafeMutableRawPointer(base).deallocate()
  }

  /// First value of a field.
  func pointer(_ field: TissueField) -> UnsafeMutablePointer<Float> {
    base + field.rawValue * stride
  }

  /// The values of a field in grid order, for reading.
  public func values(_ field: TissueField) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: pointer(field), count: grid.count)
  }

  /// The values of a field in grid order, for writing.
  public func mutableValues(_ field: TissueField) -> UnsafeMutableBufferPointer<Float> {
    UnsafeMutableBufferPointer(start: pointer(field), count: grid.count)
  }

  /// The whole block of memory with its padding, as a checkpoint stores it.
  public var block: UnsafeMutableBufferPointer<Float> {
    UnsafeMutableBufferPointer(start: base, count: stride * TissueField.allCases.count)
  }
}
