import MyelonFields
import MyelonSolvers
import MyelonTestSupport
import Testing

@Suite("Solvers without a grid")
struct SolverHelperTests {
  @Test("The tridiagonal solver leaves no residual for any length")
  func tridiagonal() {
    var random = SeededGenerator(seed: 1)
    for count in Array(1...40) + [100, 257, 500] {
      let lower = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
      let upper = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
      let diagonal = (0..<count).map { _ in Double.random(in: 2.1...4, using: &random) }
      let right = (0..<count).map { _ in Double.random(in: -5...5, using: &random) }
      let x = ReferenceTridiagonal.solution(
        lower: lower, diagonal: diagonal, upper: upper, rightHandSide: right)
      for i in 0..<count {
        var left = diagonal[i] * x[i]
        if i > 0 { left += lower[i] * x[i - 1] }
        if i < count - 1 { left += upper[i] * x[i + 1] }
        #expect(abs(left - right[i]) < 1e-12)
      }
    }
  }

  @Test("Every slab runs once, on any number of threads, and a worker never overlaps itself")
  func slabs() {
    for threads in [0, 1, 2, 5] {
      for slabs in [0, 1, 2, 7, 100] {
        let executor = SlabExecutor(threads: threads)
        let counts = UnsafeMutableBufferPointer<Int>.allocate(capacity: max(1, slabs))
        counts.initialize(repeating: 0)
        let busy = UnsafeMutableBufferPointer<Int>.allocate(capacity: executor.threads)
        busy.initialize(repeating: 0)
        executor.runWithWorker(slabs: slabs) { slab, worker in
          busy[worker] += 1
          counts[slab] += busy[worker] == 1 ? 1 : 100
          busy[worker] -= 1
        }
        #expect(counts.prefix(slabs).allSatisfy { $0 == 1 })
        counts.deallocate()
        busy.deallocate()
      }
    }
  }
}
