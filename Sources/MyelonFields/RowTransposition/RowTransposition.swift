/// Copies up to 32 rows into lane order and back, so that lines along x can be solved side by side too.
///
/// Lane order puts voxel x of row r at `lanes[x * 32 + r]`. Works in 4 x 4 tiles held in registers; where the row
/// length is not a multiple of four the last tile overlaps the one before, which rewrites equal values.
enum RowTransposition {
  /// Rows in one group.
  static let rows = LineKernel.laneCount

  /// Number of lanes that hold data or filling for `rows` rows: the next multiple of 8.
  @inline(__always) static func lanes(_ rows: Int) -> Int { (rows &+ 7) & ~7 }

  /// Copies `rows` rows of `count` voxels into lane order, multiplying by `scale`.
  ///
  /// Lanes between `rows` and `lanes(rows)` repeat the last row, so that they hold ordinary numbers.
  static func gather(
    _ source: UnsafePointer<Float>, rowStride: Int, rows: Int, count: Int, scale: Float,
    into lanes: UnsafeMutablePointer<Float>
  ) {
    let filled = Self.lanes(rows)
    let last = rows &- 1
    var row = 0
    while row < filled {
      let row0 = source + min(row, last) &* rowStride
      let row1 = source + min(row &+ 1, last) &* rowStride
      let row2 = source + min(row &+ 2, last) &* rowStride
      let row3 = source + min(row &+ 3, last) &* rowStride
      let target = lanes + row
      if count >= 4 {
        let factor = SIMD4<Float>(repeating: scale)
        var x = 0
        while x < count {
          let start = min(x, count &- 4)
          let tile = Tile(
            load(row0 + start), load(row1 + start), load(row2 + start), load(row3 + start)
          ).transposed()
          let base = target + start &* Self.rows
          store(tile.a * factor, base)
          store(tile.b * factor, base + Self.rows)
          store(tile.c * factor, base + 2 &* Self.rows)
          store(tile.d * factor, base + 3 &* Self.rows)
          x &+= 4
        }
      } else {
        for x in 0..<count {
          let base = target + x &* Self.rows
          store(SIMD4(row0[x], row1[x], row2[x], row3[x]) * SIMD4(repeating: scale), base)
        }
      }
      row &+= 4
    }
  }

  /// Copies `rows` rows of `count` voxels back from lane order.
  static func scatter(
    _ lanes: UnsafePointer<Float>, rows: Int, count: Int, into target: UnsafeMutablePointer<Float>,
    rowStride: Int
  ) {
    var row = 0
    while row < rows {
      let source = lanes + row
      let group = target + row &* rowStride
      if count >= 4 && rows &- row >= 4 {
        var x = 0
        while x < count {
          let start = min(x, count &- 4)
          let base = source + start &* Self.rows
          let tile = Tile(
            load(base), load(base + Self.rows), load(base + 2 &* Self.rows), load(base + 3 &* Self.rows)
          ).transposed()
          store(tile.a, group + start)
          store(tile.b, group + (rowStride &+ start))
          store(tile.c, group + (2 &* rowStride &+ start))
          store(tile.d, group + (3 &* rowStride &+ start))
          x &+= 4
        }
      } else {
        for r in 0..<min(4, rows &- row) {
          for x in 0..<count {
            group[r &* rowStride &+ x] = source[x &* Self.rows &+ r]
          }
        }
      }
      row &+= 4
    }
  }

  @inline(__always) private static func load(_ pointer: UnsafePointer<Float>) -> SIMD4<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD4<Float>.self)
  }

  @inline(__always) private static func store(_ value: SIMD4<Float>, _ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD4<Float>.self)
  }

  /// Four vectors of four, as rows or as columns.
  private struct Tile {
    var a: SIMD4<Float>
    var b: SIMD4<Float>
    var c: SIMD4<Float>
    var d: SIMD4<Float>

    @inline(__always)
    init(_ a: SIMD4<Float>, _ b: SIMD4<Float>, _ c: SIMD4<Float>, _ d: SIMD4<Float>) {
      self.a = a
      self.b = b
      self.c = c
      self.d = d
    }

    @inline(__always) func transposed() -> Tile {
      let lowAB = SIMD4(a[0], b[0], a[1], b[1])
      let highAB = SIMD4(a[2], b[2], a[3], b[3])
      let lowCD = SIMD4(c[0], d[0], c[1], d[1])
      let highCD = SIMD4(c[2], d[2], c[3], d[3])
      return Tile(
        SIMD4(lowHalf: lowAB.lowHalf, highHalf: lowCD.lowHalf),
        SIMD4(lowHalf: lowAB.highHalf, highHalf: lowCD.highHalf),
        SIMD4(lowHalf: highAB.lowHalf, highHalf: highCD.lowHalf),
        SIMD4(lowHalf: highAB.highHalf, highHalf: highCD.highHalf))
    }
  }
}
