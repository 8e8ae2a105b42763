extension ConstantDiffusionSolver {
  /// One substance with its weights.
  struct Task {
    let step: SubstanceStep
    let weights: SharedWeights
  }

  /// Where the elimination along z takes a slice that has just been swept along y and x.
  private struct Elimination {
    /// Distance to the slice before it, in floats.
    let offset: Int
    /// Weight towards that slice.
    let weight: Float
  }

  /// Runs all sweeps; either plan does the same arithmetic on each value, so the bits are the same.
  func sweep(_ tasks: UnsafeBufferPointer<Task>, _ executor: SlabExecutor) {
    // In order through memory there are two independent halves a substance: enough work for so many threads.
    if executor.threads <= 2 * tasks.count {
      // As few substances at a time as keep all threads busy: the way back then finds them in the cache.
      let group = max(1, (executor.threads + 1) / 2)
      for first in stride(from: 0, to: tasks.count, by: group) {
        sweepInOrder(UnsafeBufferPointer(rebasing: tasks[first..<min(first + group, tasks.count)]), executor)
      }
    } else {
      sweepByPanels(tasks, executor)
    }
  }

  // MARK: - In order through memory

  /// Each half of each substance: slices towards the middle with z eliminated on the way, then back outwards.
  private func sweepInOrder(_ tasks: UnsafeBufferPointer<Task>, _ executor: SlabExecutor) {
    let half = SharedWeights.half(grid.nz)
    let plane = grid.nx * grid.ny
    executor.runWithWorker(slabs: 2 * tasks.count) { slab, worker in
      let task = tasks[slab / 2]
      let scratch = workspace.scratch(worker)
      let sweepsZ = task.weights.scale.z > 0
      let forward = task.weights.z.forward
      if slab % 2 == 0 {
        for slice in 0..<half {
          let elimination = Elimination(offset: -plane, weight: forward[slice])
          sweepSlice(slice, task, scratch, sweepsZ && slice > 0 ? elimination : nil)
        }
      } else {
        for slice in stride(from: grid.nz - 1, through: half, by: -1) {
          let elimination = Elimination(offset: plane, weight: forward[slice])
          sweepSlice(slice, task, scratch, sweepsZ && slice < grid.nz - 1 ? elimination : nil)
        }
      }
    }
    guard grid.nz > 1 else { return }
    executor.run(slabs: tasks.count) { slab in
      guard tasks[slab].weights.scale.z > 0 else { return }
      joinHalves(tasks[slab], start: 0, columns: plane)
    }
    executor.run(slabs: 2 * tasks.count) { slab in
      guard tasks[slab / 2].weights.scale.z > 0 else { return }
      substitute(tasks[slab / 2], firstHalf: slab % 2 == 0, start: 0, columns: plane)
    }
  }

  /// Couples the two middle slices.
  private func joinHalves(_ task: Task, start: Int, columns: Int) {
    let half = SharedWeights.half(grid.nz)
    let plane = grid.nx * grid.ny
    let left = task.step.field + ((half - 1) * plane + start)
    let backward = task.weights.z.backward
    LineKernel.join(
      left, left + plane, leftWeight: backward[half - 1], rightWeight: backward[half], columns: columns)
  }

  /// Substitutes from the middle outwards in one half.
  private func substitute(_ task: Task, firstHalf: Bool, start: Int, columns: Int) {
    let half = SharedWeights.half(grid.nz)
    let plane = grid.nx * grid.ny
    let field = task.step.field + start
    let backward = task.weights.z.backward
    if firstHalf {
      for slice in stride(from: half - 2, through: 0, by: -1) {
        let row = field + slice * plane
        LineKernel.mix(row, with: row + plane, weight: backward[slice], columns: columns)
      }
    } else {
      for slice in stride(from: half + 1, to: grid.nz, by: 1) {
        let row = field + slice * plane
        LineKernel.mix(row, with: row - plane, weight: backward[slice], columns: columns)
      }
    }
  }

  // MARK: - By slices, then by panels of columns

  private func sweepByPanels(_ tasks: UnsafeBufferPointer<Task>, _ executor: SlabExecutor) {
    executor.runWithWorker(slabs: grid.nz) { slice, worker in
      for task in tasks { sweepSlice(slice, task, workspace.scratch(worker), nil) }
    }
    guard grid.nz > 1 else { return }
    let plane = grid.nx * grid.ny
    executor.run(slabs: (plane + Self.panelColumns - 1) / Self.panelColumns) { panel in
      let start = panel * Self.panelColumns
      for task in tasks where task.weights.scale.z > 0 {
        sweepPanel(task, start: start, columns: min(Self.panelColumns, plane - start))
      }
    }
  }

  /// The whole z sweep of one panel.
  private func sweepPanel(_ task: Task, start: Int, columns: Int) {
    let half = SharedWeights.half(grid.nz)
    let plane = grid.nx * grid.ny
    let field = task.step.field + start
    let forward = task.weights.z.forward
    for slice in 1..<max(1, half) {
      let row = field + slice * plane
      LineKernel.mix(row, with: row - plane, weight: forward[slice], columns: columns)
    }
    for slice in stride(from: grid.nz - 2, through: half, by: -1) {
      let row = field + slice * plane
      LineKernel.mix(row, with: row + plane, weight: forward[slice], columns: columns)
    }
    joinHalves(task, start: start, columns: columns)
    substitute(task, firstHalf: true, start: start, columns: columns)
    substitute(task, firstHalf: false, start: start, columns: columns)
  }

  // MARK: - One slice

  /// Source and decay, then y, then x, then, if asked, the elimination along z.
  private func sweepSlice(
    _ slice: Int, _ task: Task, _ scratch: DiffusionWorkspace.Scratch, _ elimination: Elimination?
  ) {
    let plane = grid.nx * grid.ny
    let field = task.step.field + slice * plane
    let sweepsX = grid.nx > 1 && task.weights.scale.x > 0
    if task.step.needsRelaxation || (!sweepsX && task.step.kept != 1) {
      task.step.relax(start: slice * plane, count: plane)
    }
    if grid.ny > 1 && task.weights.scale.y > 0 {
      let lines = LineKernel.SharedLines(
        field: field, stride: grid.nx, forward: task.weights.y.forward, backward: task.weights.y.backward)
      LineKernel.solve(lines, columns: grid.nx, count: grid.ny)
    }
    // Rows go to z while they are still in the first-level cache.
    for row in stride(from: 0, to: grid.ny, by: RowTransposition.rows) {
      let rows = min(RowTransposition.rows, grid.ny - row)
      let start = field + row * grid.nx
      if sweepsX { sweepRows(start, rows, task, scratch) }
      guard let elimination else { continue }
      LineKernel.mix(
        start, with: start + elimination.offset, weight: elimination.weight, columns: rows * grid.nx)
    }
  }

  /// The x sweep of up to 32 rows.
  private func sweepRows(
    _ start: UnsafeMutablePointer<Float>, _ rows: Int, _ task: Task, _ scratch: DiffusionWorkspace.Scratch
  ) {
    // Source and decay have been applied already where there is a source.
    let factor = task.step.needsRelaxation ? 1 : task.step.kept
    RowTransposition.gather(
      start, rowStride: grid.nx, rows: rows, count: grid.nx, scale: factor, into: scratch.lanes)
    let lines = LineKernel.SharedLines(
      field: scratch.lanes, stride: RowTransposition.rows, forward: task.weights.x.forward,
      backward: task.weights.x.backward)
    LineKernel.solve(lines, columns: RowTransposition.lanes(rows), count: grid.nx)
    RowTransposition.scatter(scratch.lanes, rows: rows, count: grid.nx, into: start, rowStride: grid.nx)
  }
}
