/// The finite-volume operator `(A u)ᵢ = Σ_faces g (uᵢ - uₙ) + gᵢ uᵢ` on a box of unequal cells.
///
/// Every face has one conductance, stored with the cell on its upper side: `alongX[i]` joins cells i - 1 and
/// i of a row and is zero at the low end of the row. The operator is therefore symmetric and its rows sum to
/// the ground conductance to the last bit, whatever the conductances: what leaves one cell enters another.
/// Cells that nothing is joined to are idle.
public final class EllipticOperator {
  /// Cells along x.
  public let nx: Int
  /// Cells along y.
  public let ny: Int
  /// Cells along z.
  public let nz: Int
  /// Edges of the cells along x, y and z.
  public let widths: [[Double]]
  /// Conductance of the low x face of each cell; set before `prepare`.
  public let alongX: UnsafeMutablePointer<Float>
  /// Conductance of the low y face of each cell; set before `prepare`.
  public let alongY: UnsafeMutablePointer<Float>
  /// Conductance of the low z face of each cell; set before `prepare`.
  public let alongZ: UnsafeMutablePointer<Float>

  /// Links to given potentials, sorted by cell.
  public private(set) var links: [GroundLink] = []
  /// Where the links of each plane begin in `links`; one more than planes.
  private(set) var linkOffsets: [Int]

  /// One over the diagonal; zero for an idle cell.
  let inverse: UnsafeMutablePointer<Float>

  private let buffers: [PaddedBuffer<Float>]

  /// Makes an operator without any conductance.
  ///
  /// - Parameter widths: edges of the cells along x, y and z, at least one each, in any unit.
  public init(widths: [[Double]]) {
    precondition(
      widths.count == 3 && widths.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 > 0 && $0.isFinite } },
      "An operator needs cells of positive widths along three axes")
    self.widths = widths
    nx = widths[0].count
    ny = widths[1].count
    nz = widths[2].count
    let cells = nx * ny * nz
    let pad = nx * ny + 8
    buffers = (0..<4).map { _ in PaddedBuffer<Float>(count: cells, pad: pad) }
    alongX = buffers[0].values
    alongY = buffers[1].values
    alongZ = buffers[2].values
    inverse = buffers[3].values
    linkOffsets = [Int](repeating: 0, count: nz + 1)
  }

  /// Makes an operator for a grid, without any conductance.
  public convenience init(grid: RectilinearGrid) {
    self.init(
      widths: [grid.x, grid.y, grid.z].map { faces in zip(faces, faces.dropFirst()).map { $1 - $0 } })
  }

  /// Number of cells.
  public var count: Int { nx * ny * nz }
  /// Cells of one plane of constant z.
  var plane: Int { nx * ny }
  /// Zeros that a field of this operator needs before and after its values.
  public var pad: Int { plane + 8 }
  /// True if some cell is joined to a given potential, so that the operator has an inverse.
  public var isGrounded: Bool { !links.isEmpty }

  /// Makes a field of zeros that fits this operator.
  public func makeField<Element>(_ type: Element.Type = Element.self) -> PaddedBuffer<Element> {
    PaddedBuffer<Element>(count: count, pad: pad)
  }

  /// Takes the links to given potentials and computes the diagonal; call it once the faces are set.
  ///
  /// - Parameters:
  ///   - links: in any order; several for one cell add up.
  ///   - executor: the threads to use.
  public func prepare(links: [GroundLink], executor: SlabExecutor) {
    self.links = links.filter { $0.conductance > 0 }
      .sorted { $0.cell == $1.cell ? $0.axis < $1.axis : $0.cell < $1.cell }
    linkOffsets = [Int](repeating: 0, count: nz + 1)
    for link in self.links {
      precondition(link.cell >= 0 && link.cell < count, "A link of cell \(link.cell) of \(count)")
      linkOffsets[link.cell / plane + 1] += 1
    }
    for k in 0..<nz { linkOffsets[k + 1] += linkOffsets[k] }
    executePlanes(executor) { k in self.invertDiagonal(plane: k) }
  }

  /// The diagonal's inverse in one plane.
  private func invertDiagonal(plane k: Int) {
    let first = k &* plane
    let (row, layer) = (nx, plane)
    for i in first..<(first &+ plane) {
      let x = alongX[i] + alongX[i &+ 1]
      let y = alongY[i] + alongY[i &+ row]
      let z = alongZ[i] + alongZ[i &+ layer]
      inverse[i] = x + y + z
    }
    for link in links[linkOffsets[k]..<linkOffsets[k + 1]] { inverse[link.cell] += link.conductance }
    for i in first..<(first &+ plane) {
      let diagonal = inverse[i]
      inverse[i] = diagonal > 0 ? 1 / diagonal : 0
    }
  }

  /// Whether anything is joined to a cell; known after `prepare`.
  public func isActive(_ cell: Int) -> Bool { inverse[cell] > 0 }

  /// Runs `body` once for each plane; small operators stay on one thread.
  @inline(__always) func executePlanes(_ executor: SlabExecutor, _ body: (Int) -> Void) {
    guard count >= Self.parallelCells else {
      for k in 0..<nz { body(k) }
      return
    }
    let group = max(1, Self.slabCells / plane)
    let slabs = (nz + group - 1) / group
    executor.run(slabs: slabs) { slab in
      for k in (slab * group)..<min(nz, (slab + 1) * group) { body(k) }
    }
  }

  /// Cells below which waking a second thread costs more than it saves; assumed because waking takes some 10
  /// us.
  static let parallelCells = 20_000
  /// Cells that one thread takes at a time; assumed because 16384 cells of six Float arrays fit the
  /// second-level cache.
  static let slabCells = 16_384
}
