import MyelonFields
import MyelonSolvers

/// Solves for each contact with all metal at 0 but its own at 1, then superposes so that each contact carries
/// its current.
///
/// Metal is thus of one potential exactly, and every solve is definite. The currents G V of the metal at
/// potentials V are a small system.
struct ConductorSolve {
  /// Result of one solve.
  private struct Base {
    var values: [Float]
    var solution: EllipticSolution
    var seconds: Double
    /// Current that leaves each metal contact, mA.
    var metal: [Double]
    /// Current that leaves through the sides, mA.
    var sides: Double
  }

  private let assembly: ConductorAssembly
  private let settings: SolverSettings
  private let window: RegionWindow
  private let loads: [PointLoad?]
  private let metal: [Int]

  init(_ assembly: ConductorAssembly, _ settings: SolverSettings, _ region: FieldRegion?) {
    self.assembly = assembly
    self.settings = settings
    window = RegionWindow(assembly.field.grid, region, reached: assembly.reached)
    loads = assembly.surfaces.map {
      $0.isMetal ? nil : PointLoad($0, assembly.field, reached: assembly.reached)
    }
    metal = assembly.surfaces.indices.filter { assembly.surfaces[$0].isMetal }
  }

  private var contacts: Int { assembly.surfaces.count }

  /// Current that each contact carries in the field of one of them, mA.
  private func currents(of index: Int) -> [Double] {
    let back = assembly.hasFarReturn ? 0 : 1 / Double(contacts)
    return (0..<contacts).map { ($0 == index ? 1 : 0) - back }
  }

  /// All lead fields.
  func leadFields() throws(ConductorError) -> [LeadField] {
    let solver = EllipticSolver(assembly.matrix, executor: assembly.executor)
    var bases: [Base] = []
    for index in 0..<contacts { bases.append(try base(index, solver)) }
    let potentials = metalPotentials(bases)
    let coefficients = (0..<contacts).map { index in
      (0..<contacts).map { at in
        loads[at] == nil
          ? potentials[index][at] : (isIsolated ? (at == index ? 1 : 0) : currents(of: index)[at])
      }
    }
    let records = (0..<contacts).map { record($0, coefficients[$0], bases, solver.bytes) }
    superpose(&bases, coefficients)
    return (0..<contacts).map { index in
      let isMetal = loads[index] == nil
      let singularities = (0..<contacts).compactMap { at -> LeadField.Singularity? in
        guard let load = loads[at], currents(of: index)[at] != 0 else { return nil }
        return LeadField.Singularity(source: load.source, current: currents(of: index)[at])
      }
      return LeadField(
        contact: assembly.surfaces[index].contact, record: records[index],
        contactResistance: isMetal ? 1000 * potentials[index][index] : nil,
        contactPotentials: Dictionary(
          uniqueKeysWithValues: metal.map {
            (assembly.surfaces[$0].contact.name, 1000 * potentials[index][$0])
          }),
        hasFarReturn: assembly.hasFarReturn, centres: window.centres, values: bases[index].values,
        limits: window.limits, singularities: singularities)
    }
  }

  /// True where nothing fixes the potential: points alone in an insulated box.
  private var isIsolated: Bool { !assembly.matrix.isGrounded }

  private func base(_ index: Int, _ solver: EllipticSolver) throws(ConductorError) -> Base {
    let surface = assembly.surfaces[index]
    let clock = ContinuousClock()
    let start = clock.now
    let solution = solver.solve(
      tolerance: settings.tolerance, limit: settings.iterations, rightSide: { fill($0, index) },
      accept: { isBalanced($0, index) })
    let seconds = start.duration(to: clock.now) / .seconds(1)
    guard solution.isConverged else {
      throw .notConverged(
        contact: surface.contact.name, iterations: solution.iterations,
        residual: solution.relativeResidual, tolerance: settings.tolerance)
    }
    let u = solver.solution.values
    let mean = isIsolated ? self.mean(u) : 0
    let (flows, sides) = flows(u, index)
    let values = window.values { cell, i, j, k in
      Float(u[cell] - mean - self.singularPart(index, i, j, k))
    }
    return Base(values: values, solution: solution, seconds: seconds, metal: flows, sides: sides)
  }

  /// Current out of each metal contact and through the sides in one solve, mA.
  private func flows(_ u: UnsafeMutablePointer<Double>, _ index: Int) -> (metal: [Double], sides: Double) {
    let flows = metal.map { at in
      assembly.surfaces[at].links.reduce(0.0) { sum, link in
        sum + Double(Float(link.conductance)) * ((at == index ? 1 : 0) - u[link.cell])
      }
    }
    return (flows, assembly.sides.reduce(0.0) { $0 + Double($1.conductance) * u[$1.cell] })
  }

  /// Whether what the contact gives leaves again, to the tolerance.
  private func isBalanced(_ u: UnsafeMutablePointer<Double>, _ index: Int) -> Bool {
    guard !isIsolated else { return true }
    let (flows, sides) = flows(u, index)
    let own = metal.firstIndex(of: index).map { flows[$0] } ?? 1
    let point = loads[index] == nil ? 0.0 : 1
    return abs(point + flows.reduce(0, +) - sides) <= settings.tolerance * abs(own)
  }

  /// What the closed forms of a solve's points give at a cell's middle, V.
  private func singularPart(_ index: Int, _ i: Int, _ j: Int, _ k: Int) -> Double {
    guard let own = loads[index] else { return 0 }
    guard isIsolated else { return own.value(i, j, k) }
    let currents = currents(of: index)
    return loads.indices.reduce(0.0) { $0 + currents[$1] * (loads[$1]?.value(i, j, k) ?? 0) }
  }

  /// Right side of one solve.
  private func fill(_ b: UnsafeMutablePointer<Double>, _ index: Int) {
    guard loads[index] != nil else {
      for link in assembly.surfaces[index].links { b[link.cell] += Double(Float(link.conductance)) }
      return
    }
    let currents = isIsolated ? currents(of: index) : (0..<contacts).map { $0 == index ? 1 : 0 }
    for at in 0..<contacts where currents[at] != 0 {
      loads[at]?.add(to: b, current: currents[at])
    }
  }

  private func mean(_ u: UnsafeMutablePointer<Double>) -> Double {
    var sum = 0.0
    var count = 0.0
    for i in 0..<assembly.matrix.count where assembly.reached[i] != 0 {
      sum += u[i]
      count += 1
    }
    return count > 0 ? sum / count : 0
  }

  /// Potential of every contact in the field of every contact, V: rows by field; points have none (0).
  private func metalPotentials(_ bases: [Base]) -> [[Double]] {
    let order = metal.count
    var potentials = [[Double]](repeating: [Double](repeating: 0, count: contacts), count: contacts)
    guard order > 0 else { return potentials }
    var matrix = [Double](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0..<order {
        matrix[row * order + column] =
          0.5 * (bases[metal[column]].metal[row] + bases[metal[row]].metal[column])
      }
    }
    let trace = (0..<order).reduce(0.0) { $0 + matrix[$1 * order + $1] }
    if !assembly.hasFarReturn {
      // Currents do not change with a common potential: fix the mean at zero.
      for at in matrix.indices { matrix[at] += trace / Double(order * order) }
    }
    guard let factor = CholeskyFactor(matrix, order: order) else { return potentials }
    for index in 0..<contacts {
      let wanted = currents(of: index)
      var right = metal.map { wanted[$0] }
      for at in 0..<contacts where loads[at] != nil && wanted[at] != 0 {
        for row in 0..<order { right[row] -= wanted[at] * bases[at].metal[row] }
      }
      let solution = factor.solution(of: right)
      for row in 0..<order { potentials[index][metal[row]] = solution[row] }
    }
    return potentials
  }

  private func record(_ index: Int, _ coefficients: [Double], _ bases: [Base], _ bytes: Int) -> SolveRecord {
    func total(_ part: (Base) -> Double) -> Double {
      (0..<contacts).reduce(0.0) { $0 + coefficients[$1] * part(bases[$1]) }
    }
    let wanted = currents(of: index)
    var flows = wanted
    for (row, at) in metal.enumerated() { flows[at] = total { $0.metal[row] } }
    let others = (0..<contacts).filter { $0 != index }
    let used = bases.indices.filter { coefficients[$0] != 0 }
    let own = bases[index]
    return SolveRecord(
      cells: assembly.matrix.count, iterations: own.solution.iterations,
      relativeResidual: used.reduce(0) { max($0, bases[$1].solution.relativeResidual) },
      history: own.solution.history, injectedCurrent: flows[index], boundaryCurrent: total { $0.sides },
      returnedCurrent: -others.reduce(0.0) { $0 + flows[$1] },
      floatingCurrent: others.reduce(0.0) { max($0, abs(flows[$1] - wanted[$1])) },
      seconds: own.seconds, bytes: bytes)
  }

  /// Replaces the solves by their sums with the given coefficients, mV for 1 mA, cell by cell in place.
  private func superpose(_ bases: inout [Base], _ coefficients: [[Double]]) {
    let order = contacts
    let count = window.count
    let flat = coefficients.joined().map { Float(1000 * $0) }
    var columns = bases.indices.map { _ in [Float]() }
    for index in 0..<order { swap(&columns[index], &bases[index].values) }
    var first = 0
    let scratch = PaddedBuffer<Float>(count: order * Self.tile, pad: 0)
    while first < count {
      let width = min(Self.tile, count - first)
      for at in 0..<order {
        columns[at].withUnsafeBufferPointer { column in
          for i in 0..<width { scratch.values[at &* Self.tile &+ i] = column[first &+ i] }
        }
      }
      for index in 0..<order {
        columns[index].withUnsafeMutableBufferPointer { column in
          for i in 0..<width { column[first &+ i] = 0 }
          for at in 0..<order where flat[index &* order &+ at] != 0 {
            let factor = flat[index &* order &+ at]
            let source = scratch.values + at &* Self.tile
            for i in 0..<width { column[first &+ i] += factor * source[i] }
          }
        }
      }
      first += width
    }
    for index in 0..<order { swap(&columns[index], &bases[index].values) }
  }

  /// Cells that are superposed at a time; assumed because sixteen fields of 1024 fit the first cache.
  private static let tile = 1024
}
