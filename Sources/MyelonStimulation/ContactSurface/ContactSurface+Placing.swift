import MyelonFields

extension ContactSurface {
  /// Puts a contact on the grid.
  ///
  /// A flat contact lies in the plane of faces nearest to its position. Where the cell before it does not
  /// conduct the metal is pushed on along its facing until it touches tissue, by at most half its smaller
  /// edge: it drapes over a curved skin and does not hang in the paddle when the grid's planes miss its own.
  /// Edges count by area. A thin layer between the labels on either side of the plane lies before the metal.
  init(_ contact: ElectrodeContact, on field: ConductivityField) throws(ConductorError) {
    self.contact = contact
    guard field.grid.contains(contact.position) else { throw Self.outside(contact, field.grid) }
    if case .point = contact.shape {
      try placePoint(field)
      return
    }
    let footprint = try Footprint(contact, field.grid)
    for column in footprint.columns { cover(column, footprint, field) }
    guard !links.isEmpty else { throw .insulated(contact: contact.name, position: contact.position) }
  }

  static func outside(_ contact: ElectrodeContact, _ grid: RectilinearGrid) -> ConductorError {
    .outside(
      contact: contact.name, position: contact.position,
      low: SIMD3(grid.x[0], grid.y[0], grid.z[0]),
      high: SIMD3(grid.x[grid.nx], grid.y[grid.ny], grid.z[grid.nz]))
  }

  /// Shares the current of a point among the cells whose centres surround it, linearly, so that its place is
  /// kept.
  private mutating func placePoint(_ field: ConductivityField) throws(ConductorError) {
    let grid = field.grid
    let axes = [grid.x, grid.y, grid.z]
    let weights = (0..<3).map { Self.linearWeights(contact.position[$0], axes[$0]) }
    var total = 0.0
    for (k, wz) in weights[2] {
      for (j, wy) in weights[1] {
        for (i, wx) in weights[0] where wx * wy * wz > 0 {
          let cell = grid.index(i, j, k)
          guard !field.tissues[Int(field.labels[cell])].isInsulating else { continue }
          injections.append(Injection(cell: cell, share: wx * wy * wz))
          total += wx * wy * wz
        }
      }
    }
    guard total > 0 else { throw .insulated(contact: contact.name, position: contact.position) }
    for at in injections.indices { injections[at].share /= total }
  }

  /// The two cells whose centres enclose a position, and their weights.
  private static func linearWeights(_ position: Double, _ faces: [Double]) -> [(Int, Double)] {
    let cell = GridPlace.cell(position, faces)
    let centre = 0.5 * (faces[cell] + faces[cell + 1])
    let other = position < centre ? cell - 1 : cell + 1
    guard other >= 0, other < faces.count - 1 else { return [(cell, 1)] }
    let distance = 0.5 * (faces[other] + faces[other + 1]) - centre
    let share = (position - centre) / distance
    return [(cell, 1 - share), (other, share)]
  }

  /// Covers the first face of a column of cells, along the contact's facing, that has conducting tissue
  /// before it.
  private mutating func cover(
    _ column: Footprint.Column, _ footprint: Footprint, _ field: ConductivityField
  ) {
    let positions = footprint.positions
    let step = footprint.isRising ? 1 : -1
    var face = footprint.face
    while abs(positions[face] - positions[footprint.face]) <= footprint.drape {
      let front = footprint.isRising ? face : face - 1
      guard front >= 0, front < positions.count - 1 else { return }
      let cell = column.base + front * footprint.stride
      let back = front - step
      let behind = back >= 0 && back < positions.count - 1 ? column.base + back * footprint.stride : nil
      if Self.conductivity(cell, footprint.normal, field) > 0 {
        let layer = behind.map { field.layerResistance(field.labels[cell], field.labels[$0]) } ?? 0
        attach(cell, column, positions[front + 1] - positions[front], layer: layer, footprint, field)
        if let behind {
          faces.append(CoveredFace(cell: max(cell, behind), axis: footprint.normal, share: column.share))
          attach(behind, column, positions[back + 1] - positions[back], layer: 0, footprint, field)
        }
        return
      }
      face += step
      guard face >= 0, face < positions.count else { return }
    }
  }

  /// Joins the metal to one cell, if that conducts.
  private mutating func attach(
    _ cell: Int, _ column: Footprint.Column, _ width: Double, layer: Double, _ footprint: Footprint,
    _ field: ConductivityField
  ) {
    let sigma = Self.conductivity(cell, footprint.normal, field)
    guard sigma > 0 else { return }
    let resistance = width / (2 * sigma) + layer
    links.append(
      Link(cell: cell, axis: footprint.normal, conductance: column.area * column.share / resistance))
  }

  private static func conductivity(_ cell: Int, _ axis: Int, _ field: ConductivityField) -> Double {
    field.tissues[Int(field.labels[cell])].conductivity[axis]
  }
}
