import AnnData
import CHDF5
import Foundation
import MyelonTestSupport
import Testing

extension AnnDataTests {
  @Suite("The table of observations")
  struct TableTests {
    private let scratch: ScratchDirectory

    init() throws { scratch = try ScratchDirectory() }

    private func stored(_ table: AnnDataTable) throws -> StoredFile {
      let path = scratch.path + "/cells.h5ad"
      try table.write(to: path)
      return try StoredFile(path)
    }

    @Test("A new table holds what it was given and no annotation")
    func start() {
      let table = AnnDataTable(observationNames: .texts(["a", "b"]), variableNames: ["x"], matrix: [1, 2])
      #expect(table.observationNames.count * table.variableNames.count == table.matrix.count)
      #expect(table.observations.isEmpty && table.coordinates.isEmpty && table.notes.isEmpty)
      #expect(table.faults.isEmpty)
    }

    @Test("The file has the parts of the format, each with its encoding")
    func parts() throws {
      let file = try stored(SampleTable.make())
      #expect(
        try file.members("/") == ["X", "layers", "obs", "obsm", "obsp", "uns", "var", "varm", "varp"])
      #expect(try file.encoding("/") == "anndata 0.1.0")
      #expect(try file.encoding("/X") == "array 0.2.0")
      for frame in ["/obs", "/var"] {
        #expect(try file.encoding(frame) == "dataframe 0.2.0")
        #expect(try file.texts(attribute: "_index", of: frame) == ["_index"])
        #expect(try file.encoding(frame + "/_index") == "string-array 0.2.0")
      }
      for name in ["layers", "obsp", "varm", "varp"] {
        #expect(try file.members("/" + name).isEmpty)
        #expect(try file.encoding("/" + name) == "dict 0.1.0")
      }
      #expect(
        try file.texts(attribute: "column-order", of: "/obs")
          == ["age", "clone", "alive", "fate", "grade", "remark"])
      #expect(try file.texts(attribute: "column-order", of: "/var") == ["unit"])
      #expect(try file.encoding("/obs/fate") == "categorical 0.2.0")
      #expect(try file.encoding("/uns/species") == "string 0.2.0")
      #expect(try file.encoding("/uns/day") == "numeric-scalar 0.2.0")
    }

    @Test("Every value comes back as it was")
    func values() throws {
      let table = SampleTable.make()
      let file = try stored(table)
      #expect(try file.dimensions("/X") == [7, 2])
      #expect(try file.numbers("/X", as: myelon_h5t_float(), zero: Float(0)) == table.matrix)
      #expect(try file.texts("/obs/_index") == ["-20", "-10", "0", "10", "20", "30", "40"])
      #expect(try file.texts("/var/_index") == ["stress", "µ-factor"])
      #expect(try file.texts("/var/unit") == ["relative", "ng/mL"])
      #expect(
        try file.numbers("/obs/age", as: myelon_h5t_float(), zero: Float(0)) == [
          0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5,
        ])
      #expect(
        try file.numbers("/obs/clone", as: myelon_h5t_int32(), zero: Int32(0)) == [-1, 0, 1, 2, 3, 4, 5])
      let boolean = myelon_h5t_make_boolean()
      defer { H5Tclose(boolean) }
      #expect(try file.numbers("/obs/alive", as: boolean, zero: Int8(0)) == [1, 0, 1, 0, 1, 0, 1])
      #expect(
        try file.numbers("/obs/fate/codes", as: myelon_h5t_int8(), zero: Int8(0)) == [-1, 0, 1, 2, -1, 0, 1])
      #expect(try file.texts("/obs/fate/categories") == ["neuron", "astrocyte", "naïve"])
      #expect(try file.byte(attribute: "ordered", of: "/obs/fate") == 0)
      #expect(try file.byte(attribute: "ordered", of: "/obs/grade") == 1)
      #expect(try file.texts("/obs/remark").prefix(2) == ["", "cell 1 — fine"])
      #expect(try file.dimensions("/obsm/spatial") == [7, 3])
      #expect(
        try file.numbers("/obsm/spatial", as: myelon_h5t_float(), zero: Float(0))
          == table.coordinates[0].values
      )
      #expect(try file.texts("/uns/species") == ["rat"])
      #expect(try file.numbers("/uns/day", as: myelon_h5t_double(), zero: 0.0) == [21.5])
      #expect(try file.texts("/uns/factors") == ["BDNF", "NT-3"])
      #expect(try file.texts("/uns/nothing").isEmpty)
    }

    @Test("Large arrays are compressed, over several blocks of texts, and come back as they were")
    func large() throws {
      let rows = 150_000
      var table = AnnDataTable(
        observationNames: .numbered(prefix: "cell ", count: rows), variableNames: ["a", "b", "c"],
        matrix: (0..<3 * rows).map { Float($0 % 1000) })
      table.observations = [("clone", .integers((0..<rows).map { Int32($0 / 100) }))]
      let file = try stored(table)
      #expect(try file.numbers("/X", as: myelon_h5t_float(), zero: Float(0)) == table.matrix)
      let storage = try file.storage("/X")
      #expect(storage.filters == 2 && storage.bytes < 3 * rows * 4 / 2)
      let names = try file.texts("/obs/_index")
      #expect(names.count == rows)
      #expect(names.indices.allSatisfy { names[$0] == "cell \($0)" })
      #expect(
        try file.numbers("/obs/clone", as: myelon_h5t_int32(), zero: Int32(0))
          == (0..<rows).map { Int32($0 / 100) })
    }

    @Test("A table without rows and one without variables can be written")
    func empty() throws {
      let none = try stored(AnnDataTable(observationNames: .texts([]), variableNames: ["x"], matrix: []))
      #expect(try none.dimensions("/X") == [0, 1])
      #expect(try none.texts("/obs/_index").isEmpty)
      #expect(try none.texts(attribute: "column-order", of: "/obs").isEmpty)
      let flat = try stored(AnnDataTable(observationNames: .texts(["a"]), variableNames: [], matrix: []))
      #expect(try flat.dimensions("/X") == [1, 0])
    }

    @Test("The same table gives the same bytes, from two threads at once too")
    func reproducible() async throws {
      let table = SampleTable.make(rows: 5000)
      let first = try table.encoded()
      let others = try await withThrowingTaskGroup(of: [UInt8].self) { group in
        for _ in 0..<4 { group.addTask { try table.encoded() } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(others.count == 4 && others.allSatisfy { $0 == first })
    }
  }
}
