import AnnData
import Foundation
import MyelonTestSupport
import Testing

extension AnnDataTests {
  @Suite("Faults of tables and of writing")
  struct FaultTests {
    @Test("Every contradiction is found and named at once")
    func contradictions() {
      var table = AnnDataTable(
        observationNames: .texts(["a", "a", "b"]), variableNames: ["x", "x"], matrix: [1, 2, .infinity])
      table.observations = [
        ("age", .numbers([1, .nan, 3])), ("age", .integers([1, 2])), ("a/b", .flags([true, false, true])),
        ("fate", .categories(codes: [0, 1, 2], categories: ["p", "q"])), ("_index", .texts(["", "", ""])),
      ]
      table.coordinates = [("spatial", 3, [1, 2]), ("none", 0, [])]
      table.notes = [("", .text("x")), ("day", .number(.nan)), ("text", .text("a\0b"))]
      let expected: [AnnDataFault] = [
        .repeatedName(part: "Names of observations", name: "a"),
        .repeatedName(part: "Names of variables", name: "x"),
        .repeatedName(part: "Names in obs", name: "age"),
        .unusableName(part: "Names in obs", name: "a/b"),
        .unusableName(part: "Names in obs", name: "_index"),
        .notFinite(part: "obs/age", position: 1),
        .count(part: "obs/age", required: 3, found: 2),
        .unknownCategory(column: "obs/fate", row: 2, code: 2, categories: 2),
        .count(part: "X", required: 6, found: 3),
        .notFinite(part: "X", position: 2),
        .count(part: "obsm/spatial", required: 9, found: 2),
        .count(part: "A row of obsm/none", required: 1, found: 0),
        .unusableName(part: "Names in uns", name: ""),
        .notFinite(part: "uns/day", position: 0),
        .unusableName(part: "uns/text", name: "a\0b"),
      ]
      #expect(table.faults == expected)
      #expect(throws: AnnDataError.invalid(expected)) { try table.encoded() }
    }

    @Test("Repeated numbers are found in any order, and more categories than a byte counts are refused")
    func names() {
      var table = AnnDataTable(observationNames: .numbers([5, 3, 5]), variableNames: [], matrix: [])
      #expect(table.faults == [.repeatedName(part: "Names of observations", name: "5")])
      table.observationNames = .numbers([5, 3, 4])
      #expect(table.faults.isEmpty)
      let many = (0..<128).map { "category \($0)" }
      table.observations = [("fate", .categories(codes: [0, 1, 2], categories: many))]
      #expect(table.faults == [.tooManyCategories(column: "obs/fate", count: 128)])
    }

    @Test("A file that cannot be written leaves what stood there and nothing else")
    func unwritable() throws {
      let scratch = try ScratchDirectory()
      let table = SampleTable.make()
      let missing = scratch.path + "/missing/cells.h5ad"
      #expect(throws: AnnDataError.notWritten(path: missing, reason: "No such file or directory")) {
        try table.write(to: missing)
      }
      // A directory cannot be replaced by a file.
      let taken = scratch.path + "/taken"
      try FileManager.default.createDirectory(atPath: taken, withIntermediateDirectories: true)
      #expect(throws: AnnDataError.notWritten(path: taken, reason: "Is a directory")) {
        try table.write(to: taken)
      }
      #expect(throws: AnnDataError.notWritten(path: "a\0b", reason: "the name holds a zero byte")) {
        try table.write(to: "a\0b")
      }
      #expect(try scratch.files == ["taken"])

      let path = scratch.path + "/cells.h5ad"
      try Data("before".utf8).write(to: URL(fileURLWithPath: path))
      var broken = table
      broken.matrix = []
      #expect(throws: AnnDataError.self) { try broken.write(to: path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("before".utf8))
      try table.write(to: path)
      #expect(try scratch.files == ["cells.h5ad", "taken"])
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).prefix(4) == Data([0x89, 0x48, 0x44, 0x46]))
    }

    @Test("Errors say what was found and what is unchanged")
    func errorText() {
      let error = AnnDataError.notWritten(path: "cells.h5ad", reason: "No space left on device")
      #expect(
        error.description
          == "cells.h5ad was not written: No space left on device. Whatever stood under that name is unchanged."
      )
      #expect(
        AnnDataFault.notFinite(part: "X", position: 3).description
          == "X must be finite; found an infinite value or none at position 3.")
    }
  }
}
