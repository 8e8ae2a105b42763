import MyelonSolvers

/// The ten linear compartments of an internode as twenty decoupled modes.
///
/// C x' = -K x + gi (w_left e_first + w_right e_last) + A s with x = (w_i, u_i). In the variables sqrt(Cm) (w-u), sqrt(Cy) u the
/// capacitances are the identity, K is symmetric, and its eigenvectors q give q' = -rate q + left w_left + right w_right + A source.
/// The current into the node before it is sum(left q) - gi w_left: nothing else of the internode reaches the nodes, so
/// this is exact, and a step costs a few operations a mode without any solution inside the internode.
struct InternodeModes {
  static let count = 2 * Internode.compartments
  /// Vectors of four modes.
  @inline(__always) static var vectors: Int { 5 }
  /// Coefficients of a mode in the fast kernel.
  @inline(__always) static var roles: Int { 5 }
  /// Decay rates, 1/ms.
  let rates: [Double]
  /// Coupling of each mode to the node before and behind.
  let left: [Double]
  let right: [Double]
  /// Whether the internode is its own mirror image; then modes are even and odd in turn, and right is left or -left.
  let isMirrored: Bool
  /// What the kernel multiplies an amplitude by: its coupling when mirrored, so that currents are plain sums; else 1.
  let scale: [Double]
  /// Element (variable, mode) of the eigenvectors at variable * count + mode.
  private let vectors: [Double]
  private let membraneScale: [Double]
  private let myelinScale: [Double]

  /// Finds the modes of the internode whose first compartment is `first`.
  init(_ network: CableNetwork, first: Int) {
    let compartments = Internode.compartments
    let size = Self.count
    let membraneScale = (0..<compartments).map { 1 / network.membraneCapacitance[first + $0].squareRoot() }
    let myelinScale = (0..<compartments).map { 1 / network.myelinCapacitance[first + $0].squareRoot() }
    var matrix = [Double](repeating: 0, count: size * size)
    func add(_ row: Int, _ column: Int, _ value: Double) { matrix[row * size + column] += value }
    for position in 0..<compartments {
      let index = first + position
      let a = 2 * position
      let b = a + 1
      // w = sa a + sb b, u = sb b: rows of the transformation.
      let sa = membraneScale[position]
      let sb = myelinScale[position]
      add(a, a, network.passiveConductance[index] * sa * sa)
      add(b, b, network.myelinConductance[index] * sb * sb)
      let axial = network.axial[index - 1] + network.axial[index]
      let peri = network.periaxonal[index - 1] + network.periaxonal[index]
      add(a, a, axial * sa * sa)
      add(a, b, axial * sa * sb)
      add(b, a, axial * sa * sb)
      add(b, b, (axial + peri) * sb * sb)
      guard position < compartments - 1 else { continue }
      let ta = membraneScale[position + 1]
      let tb = myelinScale[position + 1]
      let gi = network.axial[index]
      let gp = network.periaxonal[index]
      for (row, column, value) in [
        (a, a + 2, gi * sa * ta), (a, b + 2, gi * sa * tb), (b, a + 2, gi * sb * ta),
        (b, b + 2, (gi + gp) * sb * tb),
      ] {
        add(row, column, -value)
        add(column, row, -value)
      }
    }
    isMirrored = Self.isMirrored(network, first: first)
    let (rates, vectors) = isMirrored ? Self.mirroredModes(matrix) : Self.modes(matrix)
    let last = compartments - 1
    let toLeft = network.axial[first - 1]
    let toRight = network.axial[first + last]
    let left = (0..<size).map { mode in
      toLeft * (membraneScale[0] * vectors[mode] + myelinScale[0] * vectors[size + mode])
    }
    let isMirrored = isMirrored
    right = (0..<size).map { mode in
      guard !isMirrored else { return mode % 2 == 0 ? left[mode] : -left[mode] }
      let outer = vectors[2 * last * size + mode]
      let inner = vectors[(2 * last + 1) * size + mode]
      return toRight * (membraneScale[last] * outer + myelinScale[last] * inner)
    }
    scale = isMirrored ? left : [Double](repeating: 1, count: size)
    self.left = left
    self.rates = rates
    self.vectors = vectors
    self.membraneScale = membraneScale
    self.myelinScale = myelinScale
  }

  /// Whether conductances and capacitances read the same from both ends.
  private static func isMirrored(_ network: CableNetwork, first: Int) -> Bool {
    func same(_ values: [Double], _ range: Range<Int>) -> Bool {
      zip(range, range.reversed()).allSatisfy { abs(values[$0] - values[$1]) <= 1e-12 * abs(values[$0]) }
    }
    let inside = first..<first + Internode.compartments
    let between = first - 1..<first + Internode.compartments
    return same(network.membraneCapacitance, inside) && same(network.passiveConductance, inside)
      && same(network.myelinCapacitance, inside) && same(network.myelinConductance, inside)
      && same(network.axial, between) && same(network.periaxonal, between)
  }

  private static func modes(_ matrix: [Double]) -> (rates: [Double], vectors: [Double]) {
    let eigen = SymmetricEigen(matrix, size: count)
    let vectors = (0..<count * count).map { eigen.vector($0 % count, $0 / count) }
    return (eigen.values, vectors)
  }

  /// Even and odd modes apart: two problems of half the size, and couplings that are equal or opposite to rounding.
  private static func mirroredModes(_ matrix: [Double]) -> (rates: [Double], vectors: [Double]) {
    let half = count / 2
    var rates = [Double](repeating: 0, count: count)
    var vectors = [Double](repeating: 0, count: count * count)
    // The variable that mirrors one: the same of the compartment as far from the other end.
    func mirror(_ variable: Int) -> Int { count - 2 - variable / 2 * 2 + variable % 2 }
    for (parity, sign) in [(0, 1.0), (1, -1.0)] {
      var block = [Double](repeating: 0, count: half * half)
      for row in 0..<half {
        for column in 0..<half {
          block[row * half + column] =
            matrix[row * count + column] + sign * matrix[row * count + mirror(column)]
        }
      }
      let eigen = SymmetricEigen(block, size: half)
      for mode in 0..<half {
        rates[2 * mode + parity] = eigen.values[mode]
        for row in 0..<half {
          let value = eigen.vector(mode, row) * 0.5.squareRoot()
          vectors[row * count + 2 * mode + parity] = value
          vectors[mirror(row) * count + 2 * mode + parity] = sign * value
        }
      }
    }
    return (rates, vectors)
  }

  /// What a drive puts into the scaled modes for amplitude 1.
  func sources(_ drive: CableDrive, first: Int) -> [Double] {
    (0..<Self.count).map { mode in
      var sum = 0.0
      for position in 0..<Internode.compartments {
        let axoplasm = drive.axoplasm[first + position]
        let both = axoplasm + drive.periaxon[first + position]
        sum += vectors[2 * position * Self.count + mode] * membraneScale[position] * axoplasm
        sum += vectors[(2 * position + 1) * Self.count + mode] * myelinScale[position] * both
      }
      return sum * scale[mode]
    }
  }
}
