import AnnData

/// A small table that uses every kind of part.
enum SampleTable {
  static func make(rows: Int = 7) -> AnnDataTable {
    var table = AnnDataTable(
      observationNames: .numbers((0..<rows).map { Int64($0) * 10 - 20 }),
      variableNames: ["stress", "µ-factor"],
      matrix: (0..<2 * rows).map { Float($0) / 4 })
    table.variables = [("unit", .texts(["relative", "ng/mL"]))]
    table.observations = [
      ("age", .numbers((0..<rows).map { Float($0) + 0.5 })),
      ("clone", .integers((0..<rows).map { Int32($0) - 1 })),
      ("alive", .flags((0..<rows).map { $0.isMultiple(of: 2) })),
      (
        "fate",
        .categories(codes: (0..<rows).map { Int8($0 % 4) - 1 }, categories: ["neuron", "astrocyte", "naïve"])
      ),
      (
        "grade",
        .categories(codes: (0..<rows).map { Int8($0 % 2) }, categories: ["low", "high"], ordered: true)
      ),
      ("remark", .texts((0..<rows).map { $0 == 0 ? "" : "cell \($0) — fine" })),
    ]
    table.coordinates = [("spatial", 3, (0..<3 * rows).map { Float($0) - 1.25 })]
    table.notes = [
      ("species", .text("rat")), ("day", .number(21.5)), ("factors", .texts(["BDNF", "NT-3"])),
      ("nothing", .texts([])),
    ]
    return table
  }
}
