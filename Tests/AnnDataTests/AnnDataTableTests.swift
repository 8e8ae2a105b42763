import AnnData
import Testing

@Suite("The table of observations")
struct AnnDataTableTests {
  @Test("A new table holds what it was given and no annotation")
  func start() {
    let table = AnnDataTable(observationNames: ["a", "b"], variableNames: ["x"], matrix: [1, 2])
    #expect(table.observationNames.count * table.variableNames.count == table.matrix.count)
    #expect(table.observations.isEmpty && table.coordinates.isEmpty && table.notes.isEmpty)
  }
}
