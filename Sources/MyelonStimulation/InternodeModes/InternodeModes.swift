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
  /// Columns: mode amplitudes for a unit current into the variables.
  let vectors: SymmetricEigen
  let membraneScale: [Double]
  let myelinScale: [Double]

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
    let eigen = SymmetricEigen(matrix, size: size)
    let last = compartments - 1
    let toLeft = network.axial[first - 1]
    let toRight = network.axial[first + last]
    rates = eigen.values
    left = (0..<size).map { mode in
      toLeft * (membraneScale[0] * eigen.vector(mode, 0) + myelinScale[0] * eigen.vector(mode, 1))
    }
    right = (0..<size).map { mode in
      toRight
        * (membraneScale[last] * eigen.vector(mode, 2 * last)
          + myelinScale[last] * eigen.vector(mode, 2 * last + 1))
    }
    vectors = eigen
    self.membraneScale = membraneScale
    self.myelinScale = myelinScale
  }

  /// What a drive puts into the modes for amplitude 1.
  func sources(_ drive: CableDrive, first: Int) -> [Double] {
    (0..<Self.count).map { mode in
      var sum = 0.0
      for position in 0..<Internode.compartments {
        let axoplasm = drive.axoplasm[first + position]
        let both = axoplasm + drive.periaxon[first + position]
        sum += vectors.vector(mode, 2 * position) * membraneScale[position] * axoplasm
        sum += vectors.vector(mode, 2 * position + 1) * myelinScale[position] * both
      }
      return sum
    }
  }
}
