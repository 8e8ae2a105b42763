import MyelonSolvers

/// A symmetric multigrid cycle that approximates the inverse of an `EllipticOperator`, in `Float`.
///
/// Red-black Gauss-Seidel before and in reverse order after the coarse correction; coarse operators and
/// transfers are those of `EllipticTransfer`, the coarsest grid is solved by factors. The cycle is a fixed
/// symmetric positive operator, made to precondition conjugate gradients, not to be iterated alone. A class,
/// because its scratch memory must not be shared by copies.
public final class EllipticMultigrid {
  /// Cells of each grid, finest first.
  public var levelCounts: [Int] { operators.map(\.count) }

  private let operators: [EllipticOperator]
  private let transfers: [EllipticTransfer]
  private let fields: [PaddedBuffer<Float>]
  private let rightSides: [PaddedBuffer<Float>]
  private let residual: PaddedBuffer<Float>
  private let factor: CholeskyFactor?
  private let scratch: UnsafeMutablePointer<Double>
  private let executor: SlabExecutor

  /// Cells up to which a grid is solved by factors; assumed because its factors then cost less than a sweep
  /// at the finest.
  static let directCells = 600
  /// Widest pair in edges of the narrowest cell, as `AxisMerging` takes it.
  ///
  /// Assumed because 3 to 6 differed by an iteration or two.
  static let slack = 4.0

  /// Builds the coarser grids.
  ///
  /// - Parameters:
  ///   - finest: the operator, prepared.
  ///   - executor: the threads to use, now and in each cycle.
  public init(_ finest: EllipticOperator, executor: SlabExecutor) {
    self.executor = executor
    var operators = [finest]
    var transfers: [EllipticTransfer] = []
    while let last = operators.last, last.count > Self.directCells,
      let mergings = AxisMerging.along(last.widths, slack: Self.slack)
    {
      let transfer = EllipticTransfer(fine: last, mergings: mergings, executor: executor)
      transfers.append(transfer)
      operators.append(transfer.coarse)
    }
    self.operators = operators
    self.transfers = transfers
    fields = operators.map { $0.makeField() }
    rightSides = operators.map { $0.makeField() }
    residual = finest.makeField()
    factor = operators.last.flatMap(Self.factor(of:))
    let last = operators[operators.count - 1].count
    scratch = .allocate(capacity: last)
    scratch.initialize(repeating: 0, count: last)
  }

  deinit { scratch.deallocate() }

  /// Right side of the cycle; to be filled before `cycle`.
  public var rightSide: UnsafeMutablePointer<Float> { rightSides[0].values }
  /// Result of the cycle.
  public var solution: UnsafeMutablePointer<Float> { fields[0].values }

  /// Bytes of all grids but the finest operator.
  public var bytes: Int {
    let coarse = operators.dropFirst().reduce(0) { $0 + 16 * $1.count }
    let vectors = operators.reduce(0) { $0 + 8 * $1.count }
    let weights = transfers.reduce(0) { $0 + 3 * $1.fine.count }
    return coarse + vectors + weights + 4 * operators[0].count
  }

  /// Runs one cycle from zero.
  public func cycle() { cycle(0) }

  private func cycle(_ level: Int) {
    let (u, b) = (fields[level].values, rightSides[level].values)
    guard level < transfers.count else {
      solveCoarsest(u, b)
      return
    }
    let grid = operators[level]
    grid.relaxFromZero(.red, u, b, executor: executor)
    grid.relax(.black, u, b, executor: executor)
    grid.residual(of: u, rightSide: b, into: residual.values, executor: executor)
    transfers[level].restrict(residual.values, to: rightSides[level + 1].values, executor: executor)
    cycle(level + 1)
    transfers[level].prolong(fields[level + 1].values, to: u, executor: executor)
    grid.relax(.black, u, b, executor: executor)
    grid.relax(.red, u, b, executor: executor)
  }

  /// Solves on the coarsest grid.
  ///
  /// Without any link the mean of the right side, which is rounding, is taken off first.
  private func solveCoarsest(_ u: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>) {
    let grid = operators[operators.count - 1]
    guard let factor else {
      grid.relaxFromZero(.red, u, b, executor: executor)
      grid.relax(.black, u, b, executor: executor)
      grid.relax(.black, u, b, executor: executor)
      grid.relax(.red, u, b, executor: executor)
      return
    }
    var sum = 0.0
    var active = 0.0
    for i in 0..<grid.count {
      let isActive = grid.inverse[i] > 0
      scratch[i] = isActive ? Double(b[i]) : 0
      sum += scratch[i]
      active += isActive ? 1 : 0
    }
    if !grid.isGrounded, active > 0 {
      for i in 0..<grid.count where grid.inverse[i] > 0 { scratch[i] -= sum / active }
    }
    factor.solve(scratch)
    for i in 0..<grid.count { u[i] = Float(scratch[i]) }
  }
}
