/// Solves many tridiagonal diffusion lines side by side, one line to a SIMD lane.
///
/// A line is a chain of voxels with capacities `m`, joined by conductances `a` (already multiplied by the time):
/// `m_i (w_i - u_i) = a_i (w_{i+1} - w_i) - a_{i-1} (w_i - w_{i-1})`, a symmetric M-matrix. Eliminating from the
/// start with `s_i = m_i + p_{i-1}` (capacity seen from voxel i looking back) gives
///
///     κ_i = p_{i-1} / s_i           q_i = u_i + κ_i (q_{i-1} - u_i)
///     γ_i = a_i / (s_i + a_i)       p_i = γ_i s_i
///     w_i = q_i + γ_i (w_{i+1} - q_i)     from the end
///
/// which is the Thomas algorithm written so that every update is a weighted mean with a weight in [0, 1].
/// Consequences that hold in floating point, not only on paper:
/// - no subtraction of like numbers, so non-negative input gives non-negative output for any time step;
/// - constants are kept bit for bit, so mass does not drift over many steps: a weight that is rounded is the
///   exact weight of a slightly different but still conserving chain;
/// - a conductance of zero gives weights of exactly zero, so nothing crosses a closed face.
///
/// Layout: voxel i of line c lies at `pointer[i * stride + c]`; lines are adjacent. Blocks of 32 lines are held in
/// registers (four independent chains hide the latency of the division), then 16, 8, and a tail.
///
/// The generic blocks and the lane types stand in one file so that they are specialised in debug builds too.
enum LineKernel {
  /// Lines solved together in the widest block.
  static let blockLines = 32

  /// Floats of scratch needed for lines of `count` voxels.
  static func scratchCount(_ count: Int) -> Int { (2 * blockLines + 8) * count }

  /// What a block needs to know of lines with conductances and capacities given voxel by voxel.
  struct VaryingLines {
    /// Field values, overwritten by the solution.
    var field: UnsafeMutablePointer<Float>
    /// Distance between a voxel of a line and the next in `field`.
    var fieldStride: Int
    /// Conductance between a voxel and the next.
    var face: UnsafePointer<Float>
    /// Capacity of each voxel.
    var capacity: UnsafePointer<Float>
    /// Distance between a voxel of a line and the next in `face` and `capacity`.
    var patternStride: Int
    /// Factor from `face` to conductance over one step: diffusivity x time / spacing^2.
    var scale: Float

    @inline(__always) func shifted(by columns: Int) -> VaryingLines {
      var lines = self
      lines.field += columns
      lines.face += columns
      lines.capacity += columns
      return lines
    }
  }

  /// Solves `columns` adjacent lines of `count` voxels.
  ///
  /// `scratch` holds at least `scratchCount(count)` floats.
  static func solve(
    _ lines: VaryingLines, columns: Int, count: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    var column = 0
    while columns &- column >= 32 {
      block(Lanes32.self, lines.shifted(by: column), count: count, scratch: scratch)
      column &+= 32
    }
    if columns &- column >= 16 {
      block(Lanes16.self, lines.shifted(by: column), count: count, scratch: scratch)
      column &+= 16
    }
    if columns &- column >= 8 {
      block(SIMD8<Float>.self, lines.shifted(by: column), count: count, scratch: scratch)
      column &+= 8
    }
    guard column < columns else { return }
    guard columns >= 8 else {
      while column < columns {
        block(Float.self, lines.shifted(by: column), count: count, scratch: scratch)
        column &+= 1
      }
      return
    }
    // The last block overlaps solved columns: solve it beside the field and copy only the new columns.
    let fresh = columns &- column
    let tail = scratch + 64 &* count
    let source = lines.shifted(by: columns &- 8)
    block(SIMD8<Float>.self, source, count: count, scratch: scratch, output: tail, outputStride: 8)
    copyTail(tail + (8 &- fresh), to: lines.field + column, stride: lines.fieldStride, fresh, count)
  }

  @inline(__always)
  private static func block<V: FloatLanes>(
    _ lanes: V.Type, _ lines: VaryingLines, count: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    block(
      lanes, lines, count: count, scratch: scratch, output: lines.field, outputStride: lines.fieldStride)
  }

  @inline(__always)
  private static func block<V: FloatLanes>(
    _ lanes: V.Type, _ lines: VaryingLines, count: Int, scratch: UnsafeMutablePointer<Float>,
    output: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    let width = V.width
    let means = scratch
    let weights = scratch + width &* count
    let scale = V(repeating: lines.scale)
    // Keeps 0/0 away in voxels outside the cord: far below any capacity, far above the smallest Float.
    let tiny = V(repeating: 1e-30)
    var upstream = V(repeating: 0)
    var mean = V(repeating: 0)
    var i = 0
    while i < count {
      let value = V.load(lines.field + i &* lines.fieldStride)
      let face = V.load(lines.face + i &* lines.patternStride) * scale
      let capacity = V.load(lines.capacity + i &* lines.patternStride) + tiny
      let seen = capacity + upstream
      mean = value.moved(toward: mean, by: upstream / seen)
      mean.store(means + i &* width)
      let weight = face / (seen + face)
      weight.store(weights + i &* width)
      upstream = weight * seen
      i &+= 1
    }
    i = count &- 1
    while i >= 0 {
      mean = V.load(means + i &* width).moved(toward: mean, by: V.load(weights + i &* width))
      mean.store(output + i &* outputStride)
      i &-= 1
    }
  }

  /// What a block needs to know of lines that share their coefficients.
  struct SharedLines {
    /// Field values, overwritten by the solution.
    var field: UnsafeMutablePointer<Float>
    /// Distance between a voxel of a line and the next.
    var fieldStride: Int
    /// Weights κ of the forward sweep, one a voxel.
    var forward: UnsafePointer<Float>
    /// Weights γ of the backward sweep, one a voxel.
    var backward: UnsafePointer<Float>

    @inline(__always) func shifted(by columns: Int) -> SharedLines {
      var lines = self
      lines.field += columns
      return lines
    }
  }

  /// Solves `columns` adjacent lines of `count` voxels that share their coefficients.
  static func solve(
    _ lines: SharedLines, columns: Int, count: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    var column = 0
    while columns &- column >= 32 {
      block(Lanes32.self, lines.shifted(by: column), count: count, scratch: scratch)
      column &+= 32
    }
    while columns &- column >= 8 {
      block(SIMD8<Float>.self, lines.shifted(by: column), count: count, scratch: scratch)
      column &+= 8
    }
    guard column < columns else { return }
    guard columns >= 8 else {
      while column < columns {
        block(Float.self, lines.shifted(by: column), count: count, scratch: scratch)
        column &+= 1
      }
      return
    }
    let fresh = columns &- column
    let tail = scratch + 64 &* count
    let source = lines.shifted(by: columns &- 8)
    block(SIMD8<Float>.self, source, count: count, scratch: scratch, output: tail, outputStride: 8)
    copyTail(tail + (8 &- fresh), to: lines.field + column, stride: lines.fieldStride, fresh, count)
  }

  @inline(__always)
  private static func block<V: FloatLanes>(
    _ lanes: V.Type, _ lines: SharedLines, count: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    block(
      lanes, lines, count: count, scratch: scratch, output: lines.field, outputStride: lines.fieldStride)
  }

  @inline(__always)
  private static func block<V: FloatLanes>(
    _ lanes: V.Type, _ lines: SharedLines, count: Int, scratch: UnsafeMutablePointer<Float>,
    output: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    let width = V.width
    var mean = V(repeating: 0)
    var i = 0
    while i < count {
      let value = V.load(lines.field + i &* lines.fieldStride)
      mean = value.moved(toward: mean, by: V(repeating: lines.forward[i]))
      mean.store(scratch + i &* width)
      i &+= 1
    }
    i = count &- 1
    while i >= 0 {
      mean = V.load(scratch + i &* width).moved(toward: mean, by: V(repeating: lines.backward[i]))
      mean.store(output + i &* outputStride)
      i &-= 1
    }
  }

  @inline(__always)
  private static func copyTail(
    _ source: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Float>, stride: Int,
    _ columns: Int,
    _ count: Int
  ) {
    var i = 0
    while i < count {
      var column = 0
      while column < columns {
        target[i &* stride &+ column] = source[i &* 8 &+ column]
        column &+= 1
      }
      i &+= 1
    }
  }
}

/// A number of Floats worked on together; `Float` itself is the narrowest.
private protocol FloatLanes {
  static var width: Int { get }
  static func load(_ pointer: UnsafePointer<Float>) -> Self
  func store(_ pointer: UnsafeMutablePointer<Float>)
  init(repeating value: Float)
  static func + (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  /// `self + weight * (other - self)`: exactly `self` when the two are equal or the weight is zero.
  func moved(toward other: Self, by weight: Self) -> Self
}

extension FloatLanes {
  @inline(__always) static func load(_ pointer: UnsafeMutablePointer<Float>) -> Self {
    load(UnsafePointer(pointer))
  }
}

extension Float: FloatLanes {
  @inline(__always) fileprivate static var width: Int { 1 }
  @inline(__always) fileprivate init(repeating value: Float) { self = value }
  @inline(__always) fileprivate static func load(_ pointer: UnsafePointer<Float>) -> Float { pointer.pointee }
  @inline(__always) fileprivate func store(_ pointer: UnsafeMutablePointer<Float>) { pointer.pointee = self }
  @inline(__always) fileprivate func moved(toward other: Float, by weight: Float) -> Float {
    addingProduct(weight, other - self)
  }
}

extension SIMD8: FloatLanes where Scalar == Float {
  @inline(__always) fileprivate static var width: Int { 8 }
  @inline(__always) fileprivate static func load(_ pointer: UnsafePointer<Float>) -> Self {
    UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
  }
  @inline(__always) fileprivate func store(_ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
  }
  @inline(__always) fileprivate func moved(toward other: Self, by weight: Self) -> Self {
    addingProduct(weight, other - self)
  }
}

/// Two lane groups side by side (a `SIMD16<Float>` is not kept in registers by the compiler, this is).
private struct LanePair<Half: FloatLanes>: FloatLanes {
  var low: Half
  var high: Half

  @inline(__always) init(_ low: Half, _ high: Half) {
    self.low = low
    self.high = high
  }
  @inline(__always) init(repeating value: Float) {
    self.init(Half(repeating: value), Half(repeating: value))
  }
  @inline(__always) static var width: Int { 2 &* Half.width }
  @inline(__always) static func load(_ pointer: UnsafePointer<Float>) -> Self {
    Self(Half.load(pointer), Half.load(pointer + Half.width))
  }
  @inline(__always) func store(_ pointer: UnsafeMutablePointer<Float>) {
    low.store(pointer)
    high.store(pointer + Half.width)
  }
  @inline(__always) static func + (left: Self, right: Self) -> Self {
    Self(left.low + right.low, left.high + right.high)
  }
  @inline(__always) static func * (left: Self, right: Self) -> Self {
    Self(left.low * right.low, left.high * right.high)
  }
  @inline(__always) static func / (left: Self, right: Self) -> Self {
    Self(left.low / right.low, left.high / right.high)
  }
  @inline(__always) func moved(toward other: Self, by weight: Self) -> Self {
    Self(low.moved(toward: other.low, by: weight.low), high.moved(toward: other.high, by: weight.high))
  }
}

private typealias Lanes16 = LanePair<SIMD8<Float>>
private typealias Lanes32 = LanePair<LanePair<SIMD8<Float>>>
