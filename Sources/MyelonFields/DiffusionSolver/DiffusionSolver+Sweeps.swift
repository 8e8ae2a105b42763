extension DiffusionSolver {
  /// Pointers to the pattern, valid during one call.
  struct Pattern {
    let x: UnsafePointer<Float>
    let y: UnsafePointer<Float>
    let z: UnsafePointer<Float>
    /// Capacities or, where decay varies in space, the weights made of them.
    let weights: UnsafePointer<Float>
  }

  /// Slices in one slab of the first pass.
  private var slabDepth: Int { max(1, grid.nz / 32) }

  /// Advances substances that share their weights: pass one over slices, pass two over panels of columns.
  func advanceTogether(_ steps: [SubstanceStep], _ executor: SlabExecutor) {
    guard !steps.isEmpty else { return }
    conductance.capacity.withUnsafeBufferPointer { capacity in
      conductance.x.withUnsafeBufferPointer { x in
        conductance.y.withUnsafeBufferPointer { y in
          conductance.z.withUnsafeBufferPointer { z in
            guard let x = x.baseAddress, let y = y.baseAddress, let z = z.baseAddress,
              let capacity = capacity.baseAddress
            else { return }
            steps.withUnsafeBufferPointer { steps in
              sweep(steps, x: x, y: y, z: z, capacity: capacity, executor)
            }
          }
        }
      }
    }
  }

  private func sweep(
    _ steps: UnsafeBufferPointer<SubstanceStep>, x: UnsafePointer<Float>, y: UnsafePointer<Float>,
    z: UnsafePointer<Float>, capacity: UnsafePointer<Float>, _ executor: SlabExecutor
  ) {
    let varying = steps.contains { $0.decay != nil }
    let made = varying ? workspace.weights() : nil
    let pattern = Pattern(x: x, y: y, z: z, weights: made.map { UnsafePointer($0) } ?? capacity)
    let depth = slabDepth
    let plane = grid.nx * grid.ny
    executor.runWithWorker(slabs: (grid.nz + depth - 1) / depth) { slab, worker in
      let scratch = workspace.scratch(worker)
      for slice in (slab * depth)..<min(grid.nz, slab * depth + depth) {
        if let made, let step = steps.first {
          step.weigh(capacity: capacity, into: made, start: slice * plane, count: plane)
        }
        sweepSlice(slice, steps, pattern, scratch)
      }
    }
    guard grid.nz > 1 else { return }
    executor.runWithWorker(slabs: region.panels.count) { index, worker in
      sweepPanel(region.panels[index], steps, pattern, workspace.scratch(worker))
    }
  }

  /// Source and decay, then y, then x in one slice.
  private func sweepSlice(
    _ slice: Int, _ steps: UnsafeBufferPointer<SubstanceStep>, _ pattern: Pattern,
    _ scratch: DiffusionWorkspace.Scratch
  ) {
    let box = region.slices[slice]
    guard !box.isEmpty else { return }
    let columns = box.xHigh - box.xLow
    let rows = box.yHigh - box.yLow
    let corner = grid.index(box.xLow, box.yLow, slice)
    var hasPattern = false
    for step in steps {
      let sweepsX = columns > 1 && step.scale.x > 0
      if step.needsRelaxation || (!sweepsX && step.kept != 1) {
        for row in 0..<rows { step.relax(start: corner + row * grid.nx, count: columns) }
      }
      if rows > 1 && step.scale.y > 0 {
        let lines = LineKernel.VaryingLines(
          field: step.field + corner, face: pattern.y + corner, capacity: pattern.weights + corner,
          stride: grid.nx, scale: step.scale.y)
        LineKernel.solve(lines, columns: columns, count: rows, scratch: scratch.rows)
      }
      guard sweepsX else { continue }
      // After the first y sweep, which has brought the capacities into cache.
      if !hasPattern { gatherPattern(box, corner, pattern, scratch) }
      hasPattern = true
      sweepRows(box, corner, step, scratch)
    }
  }

  /// Brings faces and weights of a slice into lane order once for all substances.
  private func gatherPattern(
    _ box: ActiveRegion.SliceBox, _ corner: Int, _ pattern: Pattern, _ scratch: DiffusionWorkspace.Scratch
  ) {
    let columns = box.xHigh - box.xLow
    let size = columns * RowTransposition.rows
    var row = 0
    var group = 0
    while row < box.yHigh - box.yLow {
      let rows = min(RowTransposition.rows, box.yHigh - box.yLow - row)
      let start = corner + row * grid.nx
      RowTransposition.gather(
        pattern.x + start, rowStride: grid.nx, rows: rows, count: columns, scale: 1,
        into: scratch.faces + group * size)
      RowTransposition.gather(
        pattern.weights + start, rowStride: grid.nx, rows: rows, count: columns, scale: 1,
        into: scratch.capacities + group * size)
      row += RowTransposition.rows
      group += 1
    }
  }

  /// The x sweep of one substance in one slice, 32 rows at a time.
  private func sweepRows(
    _ box: ActiveRegion.SliceBox, _ corner: Int, _ step: SubstanceStep,
    _ scratch: DiffusionWorkspace.Scratch
  ) {
    let columns = box.xHigh - box.xLow
    let size = columns * RowTransposition.rows
    // Source and decay have been applied already where there is a source or a varying decay.
    let factor = step.needsRelaxation ? 1 : step.kept
    var row = 0
    var group = 0
    while row < box.yHigh - box.yLow {
      let rows = min(RowTransposition.rows, box.yHigh - box.yLow - row)
      let start = corner + row * grid.nx
      RowTransposition.gather(
        step.field + start, rowStride: grid.nx, rows: rows, count: columns, scale: factor, into: scratch.lanes
      )
      let lines = LineKernel.VaryingLines(
        field: scratch.lanes, face: scratch.faces + group * size, capacity: scratch.capacities + group * size,
        stride: RowTransposition.rows, scale: step.scale.x)
      LineKernel.solve(
        lines, columns: RowTransposition.lanes(rows), count: columns, scratch: scratch.rows)
      RowTransposition.scatter(
        scratch.lanes, rows: rows, count: columns, into: step.field + start, rowStride: grid.nx)
      row += RowTransposition.rows
      group += 1
    }
  }

  /// The z sweep of all substances in one panel of columns.
  private func sweepPanel(
    _ panel: ActiveRegion.Panel, _ steps: UnsafeBufferPointer<SubstanceStep>, _ pattern: Pattern,
    _ scratch: DiffusionWorkspace.Scratch
  ) {
    guard !panel.isEmpty, panel.zHigh - panel.zLow > 1 else { return }
    let plane = grid.nx * grid.ny
    let start = panel.zLow * plane + panel.low
    for step in steps where step.scale.z > 0 {
      let lines = LineKernel.VaryingLines(
        field: step.field + start, face: pattern.z + start, capacity: pattern.weights + start, stride: plane,
        scale: step.scale.z)
      LineKernel.solveRows(
        lines, columns: panel.high - panel.low, count: panel.zHigh - panel.zLow, scratch: scratch.rows)
    }
  }
}
