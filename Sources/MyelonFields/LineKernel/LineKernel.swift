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
/// Two loop orders. `solve` keeps up to 32 lines in registers and walks along them (four independent chains hide
/// the latency of the division): best when the lines lie in cache. `solveRows` finishes one voxel of all lines
/// before the next voxel: it reads and writes whole rows, which is what memory likes. Both work in place.
/// Products and sums are rounded one by one, never fused, so that a processor without fused multiply-add gives
/// the same bits at nearly the same speed.
///
/// The generic bodies and the lane types stand in one file so that they are specialised in debug builds too.
enum LineKernel {
  /// Lines that `solve` holds together, and distance between voxels of a line in lane order.
  static let laneCount = 32

  /// Lines with conductances and capacities given voxel by voxel; voxel i of line c at `pointer[i * stride + c]`.
  struct VaryingLines {
    /// Field values, overwritten by the solution.
    var field: UnsafeMutablePointer<Float>
    /// Conductance between a voxel and the next.
    var face: UnsafePointer<Float>
    /// Capacity of each voxel.
    var capacity: UnsafePointer<Float>
    /// Distance between a voxel of a line and the next in all three arrays.
    var stride: Int
    /// Factor from `face` to conductance over one step: diffusivity x time / spacing^2.
    var scale: Float
  }

  /// Lines that share their coefficients.
  struct SharedLines {
    /// Field values, overwritten by the solution.
    var field: UnsafeMutablePointer<Float>
    /// Distance between a voxel of a line and the next.
    var stride: Int
    /// Weights κ of the forward sweep, one a voxel.
    var forward: UnsafePointer<Float>
    /// Weights γ of the backward sweep, one a voxel.
    var backward: UnsafePointer<Float>
  }

  /// Keeps 0/0 away in voxels outside the cord: far below any capacity, far above the smallest Float.
  private static let tiny: Float = 1e-30

  // MARK: - A few lines at a time

  /// Solves `columns` adjacent lines; `scratch` holds `(32 + 1) * count` floats.
  static func solve(
    _ lines: VaryingLines, columns: Int, count: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    var column = 0
    while columns &- column >= 32 {
      walk(Lanes32.self, lines, lane: column, count: count, weights: scratch)
      column &+= 32
    }
    switch (columns &- column) >> 3 {
    case 3: walk(Lanes24.self, lines, lane: column, count: count, weights: scratch)
    case 2: walk(Lanes16.self, lines, lane: column, count: count, weights: scratch)
    case 1: walk(SIMD8<Float>.self, lines, lane: column, count: count, weights: scratch)
    default: break
    }
    column = columns & ~7
    guard column < columns else { return }
    var rest = lines
    rest.field += column
    rest.face += column
    rest.capacity += column
    solveRows(rest, columns: columns &- column, count: count, scratch: scratch)
  }

  /// Solves `columns` adjacent lines that share their coefficients.
  static func solve(_ lines: SharedLines, columns: Int, count: Int) {
    var column = 0
    while columns &- column >= 32 {
      walk(Lanes32.self, lines, lane: column, count: count)
      column &+= 32
    }
    while columns &- column >= 8 {
      walk(SIMD8<Float>.self, lines, lane: column, count: count)
      column &+= 8
    }
    while column < columns {
      walk(Float.self, lines, lane: column, count: count)
      column &+= 1
    }
  }

  @inline(__always)
  private static func walk<V: FloatLanes>(
    _ type: V.Type, _ lines: VaryingLines, lane: Int, count: Int, weights: UnsafeMutablePointer<Float>
  ) {
    let field = lines.field + lane
    let face = lines.face + lane
    let capacity = lines.capacity + lane
    let scale = V(repeating: lines.scale)
    let tiny = V(repeating: Self.tiny)
    var upstream = V(repeating: 0)
    var mean = V(repeating: 0)
    var i = 0
    while i < count {
      let at = i &* lines.stride
      let conductance = V.load(face + at) * scale
      let seen = (V.load(capacity + at) + tiny) + upstream
      mean = V.load(field + at).moved(toward: mean, by: upstream / seen)
      mean.store(field + at)
      let weight = conductance / (seen + conductance)
      weight.store(weights + i &* V.width)
      upstream = weight * seen
      i &+= 1
    }
    i = count &- 2
    while i >= 0 {
      let at = i &* lines.stride
      mean = V.load(field + at).moved(toward: mean, by: V.load(weights + i &* V.width))
      mean.store(field + at)
      i &-= 1
    }
  }

  @inline(__always)
  private static func walk<V: FloatLanes>(_ type: V.Type, _ lines: SharedLines, lane: Int, count: Int) {
    let field = lines.field + lane
    var mean = V(repeating: 0)
    var i = 0
    while i < count {
      let at = i &* lines.stride
      mean = V.load(field + at).moved(toward: mean, by: V(repeating: lines.forward[i]))
      mean.store(field + at)
      i &+= 1
    }
    i = count &- 2
    while i >= 0 {
      let at = i &* lines.stride
      mean = V.load(field + at).moved(toward: mean, by: V(repeating: lines.backward[i]))
      mean.store(field + at)
      i &-= 1
    }
  }

  // MARK: - Lines side by side in the grid

  /// Solves `columns` adjacent lines in place; `scratch` holds `columns * (count + 1)` floats.
  static func solveRows(
    _ lines: VaryingLines, columns: Int, count: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    let upstream = scratch
    let weights = scratch + columns
    upstream.update(repeating: 0, count: columns)
    var i = 0
    while i < count {
      let row = VaryingRow(
        field: lines.field + i &* lines.stride, before: lines.field + max(0, i &- 1) &* lines.stride,
        face: lines.face + i &* lines.stride, capacity: lines.capacity + i &* lines.stride,
        scale: lines.scale,
        upstream: upstream, weights: weights + i &* columns)
      var column = 0
      while column &+ 8 <= columns {
        eliminate(SIMD8<Float>.self, row, column)
        column &+= 8
      }
      if column &+ 4 <= columns {
        eliminate(SIMD4<Float>.self, row, column)
        column &+= 4
      }
      while column < columns {
        eliminate(Float.self, row, column)
        column &+= 1
      }
      i &+= 1
    }
    i = count &- 2
    while i >= 0 {
      let field = lines.field + i &* lines.stride
      substitute(field, after: field + lines.stride, weights: weights + i &* columns, columns)
      i &-= 1
    }
  }

  /// Pointers to one voxel of all lines.
  private struct VaryingRow {
    let field: UnsafeMutablePointer<Float>
    let before: UnsafeMutablePointer<Float>
    let face: UnsafePointer<Float>
    let capacity: UnsafePointer<Float>
    let scale: Float
    let upstream: UnsafeMutablePointer<Float>
    let weights: UnsafeMutablePointer<Float>
  }

  @inline(__always)
  private static func eliminate<V: FloatLanes>(_ type: V.Type, _ row: VaryingRow, _ column: Int) {
    let upstream = V.load(row.upstream + column)
    let conductance = V.load(row.face + column) * V(repeating: row.scale)
    let seen = (V.load(row.capacity + column) + V(repeating: Self.tiny)) + upstream
    let mean = V.load(row.field + column).moved(toward: V.load(row.before + column), by: upstream / seen)
    mean.store(row.field + column)
    let weight = conductance / (seen + conductance)
    weight.store(row.weights + column)
    (weight * seen).store(row.upstream + column)
  }

  @inline(__always)
  private static func substitute(
    _ field: UnsafeMutablePointer<Float>, after: UnsafeMutablePointer<Float>,
    weights: UnsafeMutablePointer<Float>, _ columns: Int
  ) {
    var column = 0
    while column &+ 8 <= columns {
      substitute(SIMD8<Float>.self, field + column, after + column, weights + column)
      column &+= 8
    }
    if column &+ 4 <= columns {
      substitute(SIMD4<Float>.self, field + column, after + column, weights + column)
      column &+= 4
    }
    while column < columns {
      substitute(Float.self, field + column, after + column, weights + column)
      column &+= 1
    }
  }

  @inline(__always)
  private static func substitute<V: FloatLanes>(
    _ type: V.Type, _ field: UnsafeMutablePointer<Float>, _ after: UnsafeMutablePointer<Float>,
    _ weights: UnsafeMutablePointer<Float>
  ) {
    V.load(field).moved(toward: V.load(after), by: V.load(weights)).store(field)
  }

  /// Moves `columns` values towards those at `other` by a weight.
  static func mix(
    _ field: UnsafeMutablePointer<Float>, with other: UnsafeMutablePointer<Float>, weight: Float, columns: Int
  ) {
    var column = 0
    while column &+ 32 <= columns {
      mix(Lanes32.self, field + column, other + column, weight)
      column &+= 32
    }
    while column &+ 8 <= columns {
      mix(SIMD8<Float>.self, field + column, other + column, weight)
      column &+= 8
    }
    while column < columns {
      mix(Float.self, field + column, other + column, weight)
      column &+= 1
    }
  }

  /// Moves two rows towards each other, each by its own weight.
  static func join(
    _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>, leftWeight: Float,
    rightWeight: Float, columns: Int
  ) {
    var column = 0
    while column &+ 8 <= columns {
      join(SIMD8<Float>.self, left + column, right + column, leftWeight, rightWeight)
      column &+= 8
    }
    while column < columns {
      join(Float.self, left + column, right + column, leftWeight, rightWeight)
      column &+= 1
    }
  }

  @inline(__always)
  private static func join<V: FloatLanes>(
    _ type: V.Type, _ left: UnsafeMutablePointer<Float>, _ right: UnsafeMutablePointer<Float>,
    _ leftWeight: Float, _ rightWeight: Float
  ) {
    let leftValue = V.load(left)
    let rightValue = V.load(right)
    leftValue.moved(toward: rightValue, by: V(repeating: leftWeight)).store(left)
    rightValue.moved(toward: leftValue, by: V(repeating: rightWeight)).store(right)
  }

  @inline(__always)
  private static func mix<V: FloatLanes>(
    _ type: V.Type, _ field: UnsafeMutablePointer<Float>, _ other: UnsafeMutablePointer<Float>,
    _ weight: Float
  ) {
    V.load(field).moved(toward: V.load(other), by: V(repeating: weight)).store(field)
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
    self + weight * (other - self)
  }
}

extension SIMD4: FloatLanes where Scalar == Float {
  @inline(__always) fileprivate static var width: Int { 4 }
  @inline(__always) fileprivate static func load(_ pointer: UnsafePointer<Float>) -> Self {
    UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
  }
  @inline(__always) fileprivate func store(_ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
  }
  @inline(__always) fileprivate func moved(toward other: Self, by weight: Self) -> Self {
    self + weight * (other - self)
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
    self + weight * (other - self)
  }
}

/// Two lane groups side by side (a `SIMD16<Float>` is not kept in registers by the compiler, this is).
private struct LanePair<Low: FloatLanes, High: FloatLanes>: FloatLanes {
  var low: Low
  var high: High

  @inline(__always) init(_ low: Low, _ high: High) {
    self.low = low
    self.high = high
  }
  @inline(__always) init(repeating value: Float) {
    self.init(Low(repeating: value), High(repeating: value))
  }
  @inline(__always) static var width: Int { Low.width &+ High.width }
  @inline(__always) static func load(_ pointer: UnsafePointer<Float>) -> Self {
    Self(Low.load(pointer), High.load(pointer + Low.width))
  }
  @inline(__always) func store(_ pointer: UnsafeMutablePointer<Float>) {
    low.store(pointer)
    high.store(pointer + Low.width)
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

private typealias Lanes16 = LanePair<SIMD8<Float>, SIMD8<Float>>
private typealias Lanes24 = LanePair<Lanes16, SIMD8<Float>>
private typealias Lanes32 = LanePair<Lanes16, Lanes16>
