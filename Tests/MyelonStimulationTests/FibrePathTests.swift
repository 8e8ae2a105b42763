import MyelonStimulation
import Testing

@Suite("Fibre paths")
struct FibrePathTests {
  @Test("Distances along a bent path, points on it and the nearest point to a given one")
  func bent() {
    let path = FibrePath([[0, 0, 0], [0, 3, 0], [0, 3, 0], [0, 3, 4]])
    #expect(path.length == 7)
    #expect(path.point(at: 3) == [0, 3, 0])
    #expect(path.point(at: 5) == [0, 3, 2])
    #expect(path.point(at: 8) == [0, 3, 5])
    #expect(path.point(at: -1) == [0, -1, 0])
    #expect(path.distance(nearestTo: [2, 3, 1]) == 4)
    #expect(path.distance(nearestTo: [0, -9, 0]) == 0)
  }
}
