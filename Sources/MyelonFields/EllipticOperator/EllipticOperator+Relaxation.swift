/// The two halves of a chessboard of cells.
enum CellColour: Int {
  case red = 0
  case black = 1
}

extension EllipticOperator {
  /// First half of a sweep from zero: cells of one colour take `b / diagonal`, the others zero.
  func relaxFromZero(
    _ colour: CellColour, _ u: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>,
    executor: SlabExecutor
  ) {
    let (inverse, nx, ny) = (inverse, nx, ny)
    executePlanes(executor) { k in
      for j in 0..<ny {
        let start = (k &* ny &+ j) &* nx
        for i in start..<(start &+ nx) { u[i] = b[i] * inverse[i] }
        var other = start &+ (1 &- ((j &+ k &+ colour.rawValue) & 1))
        while other < start &+ nx {
          u[other] = 0
          other &+= 2
        }
      }
    }
  }

  /// Half a Gauss-Seidel sweep: cells of one colour take the value that their neighbours ask for.
  ///
  /// Cells of one colour have no neighbours of that colour, so their order does not matter. Whole vectors are
  /// read and written, the lanes of the other colour with the value that they had.
  func relax(
    _ colour: CellColour, _ u: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>,
    executor: SlabExecutor
  ) {
    let (nx, ny) = (nx, ny)
    executePlanes(executor) { k in
      for j in 0..<ny {
        let parity = (j &+ k &+ colour.rawValue) & 1
        self.relaxRow(start: (k &* ny &+ j) &* nx, parity: parity, u, b)
      }
    }
  }

  @inline(__always) private func relaxRow(
    start: Int, parity: Int, _ u: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>
  ) {
    typealias Lanes = SIMD8<Float>
    let (row, layer) = (nx, plane)
    let mask = parity == 0 ? Self.evenLanes : Self.oddLanes
    let end = start &+ nx
    var i = start
    @inline(__always) func load(_ field: UnsafeMutablePointer<Float>, _ at: Int) -> Lanes {
      UnsafeRawPointer(field).loadUnaligned(fromByteOffset: at &* 4, as: Lanes.self)
    }
    while i &+ 8 <= end {
      var x: Lanes = load(alongX, i) * load(u, i &- 1)
      x += load(alongX, i &+ 1) * load(u, i &+ 1)
      var y: Lanes = load(alongY, i) * load(u, i &- row)
      y += load(alongY, i &+ row) * load(u, i &+ row)
      var z: Lanes = load(alongZ, i) * load(u, i &- layer)
      z += load(alongZ, i &+ layer) * load(u, i &+ layer)
      let sum: Lanes = (x + y) + (z + load(b, i))
      let relaxed: Lanes = sum * load(inverse, i)
      let mixed: Lanes = load(u, i).replacing(with: relaxed, where: mask)
      UnsafeMutableRawPointer(u).storeBytes(of: mixed, toByteOffset: i &* 4, as: Lanes.self)
      i &+= 8
    }
    i &+= parity
    while i < end {
      let x = alongX[i] * u[i &- 1] + alongX[i &+ 1] * u[i &+ 1]
      let y = alongY[i] * u[i &- row] + alongY[i &+ row] * u[i &+ row]
      let z = alongZ[i] * u[i &- layer] + alongZ[i &+ layer] * u[i &+ layer]
      u[i] = ((x + y) + (z + b[i])) * inverse[i]
      i &+= 2
    }
  }

  private static let evenLanes = SIMDMask<SIMD8<Int32>>([true, false, true, false, true, false, true, false])
  private static let oddLanes = SIMDMask<SIMD8<Int32>>([false, true, false, true, false, true, false, true])
}
