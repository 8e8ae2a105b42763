extension AnnDataTable {
  /// Everything that keeps the table from being written; empty for a sound table.
  ///
  /// Lengths that belong together are equal, names are unique and usable as names in a file, codes of categories
  /// point at categories, numbers are finite.
  public var faults: [AnnDataFault] {
    let rows = observationNames.count
    let columns = variableNames.count
    var found: [AnnDataFault] = []
    found += Self.nameFaults(ofRows: observationNames)
    found += Self.nameFaults(ofRows: .texts(variableNames), part: "Names of variables")
    found += Self.columnFaults(observations, part: "obs", rows: rows)
    found += Self.columnFaults(variables, part: "var", rows: columns)
    found += Self.valueFaults(matrix, part: "X", required: rows * columns)
    found += Self.entryFaults(coordinates.map(\.name), part: "obsm")
    for entry in coordinates {
      if entry.dimensions < 1 {
        found.append(.count(part: "A row of obsm/\(entry.name)", required: 1, found: entry.dimensions))
      } else {
        found += Self.valueFaults(
          entry.values, part: "obsm/\(entry.name)", required: rows * entry.dimensions)
      }
    }
    found += Self.entryFaults(notes.map(\.name), part: "uns")
    for (name, note) in notes {
      switch note {
      case .number(let value) where !value.isFinite:
        found.append(.notFinite(part: "uns/\(name)", position: 0))
      case .text(let text): found += Self.zeroByteFaults([text], part: "uns/\(name)")
      case .texts(let texts): found += Self.zeroByteFaults(texts, part: "uns/\(name)")
      case .number: break
      }
    }
    return found
  }

  private static func nameFaults(
    ofRows names: AnnDataNames, part: String = "Names of observations"
  ) -> [AnnDataFault] {
    var found: [AnnDataFault] = []
    if let name = names.repeated { found.append(.repeatedName(part: part, name: name)) }
    switch names {
    case .texts(let texts): found += zeroByteFaults(texts, part: part)
    case .numbered(let prefix, let count):
      found += zeroByteFaults([prefix], part: part)
      if count < 0 { found.append(.count(part: part, required: 0, found: count)) }
    case .numbers: break
    }
    return found
  }

  /// Text ends at its first zero byte in the file, so it must hold none.
  private static func zeroByteFaults(_ texts: [String], part: String) -> [AnnDataFault] {
    texts.first { $0.utf8.contains(0) }.map { [.unusableName(part: part, name: $0)] } ?? []
  }

  /// Faults of the names of columns, arrays or notes, which become names in the file.
  private static func entryFaults(_ names: [String], part: String) -> [AnnDataFault] {
    var found: [AnnDataFault] = []
    if let name = AnnDataNames.texts(names).repeated {
      found.append(.repeatedName(part: "Names in \(part)", name: name))
    }
    for name in names
    where name.isEmpty || name == "." || name == "_index"
      || name.utf8.contains(where: { $0 == 0 || $0 == 47 })
    {
      found.append(.unusableName(part: "Names in \(part)", name: name))
    }
    return found
  }

  private static func columnFaults(
    _ entries: [(name: String, column: AnnDataColumn)], part: String, rows: Int
  ) -> [AnnDataFault] {
    var found = entryFaults(entries.map(\.name), part: part)
    for (name, column) in entries {
      let place = "\(part)/\(name)"
      if column.count != rows { found.append(.count(part: place, required: rows, found: column.count)) }
      switch column {
      case .numbers(let values):
        if let row = firstNotFinite(values) { found.append(.notFinite(part: place, position: row)) }
      case .categories(let codes, let categories, _):
        found += categoryFaults(codes, categories, column: place)
      case .texts(let texts): found += zeroByteFaults(texts, part: place)
      case .integers, .flags: break
      }
    }
    return found
  }

  private static func categoryFaults(
    _ codes: [Int8], _ categories: [String], column: String
  ) -> [AnnDataFault] {
    var found = zeroByteFaults(categories, part: column)
    if categories.count > 127 { found.append(.tooManyCategories(column: column, count: categories.count)) }
    if let name = AnnDataNames.texts(categories).repeated {
      found.append(.repeatedName(part: "Categories of \(column)", name: name))
    }
    if let row = codes.firstIndex(where: { $0 < -1 || Int($0) >= categories.count }) {
      found.append(
        .unknownCategory(column: column, row: row, code: Int(codes[row]), categories: categories.count))
    }
    return found
  }

  private static func valueFaults(_ values: [Float], part: String, required: Int) -> [AnnDataFault] {
    var found: [AnnDataFault] = []
    if values.count != required {
      found.append(.count(part: part, required: required, found: values.count))
    }
    if let position = firstNotFinite(values) { found.append(.notFinite(part: part, position: position)) }
    return found
  }

  /// Position of the first value that is not finite.
  private static func firstNotFinite(_ values: [Float]) -> Int? {
    values.withUnsafeBufferPointer { buffer in
      // A difference of a value with itself is 0 for every finite value and for no other.
      var sum: Float = 0
      for value in buffer { sum += value - value }
      return sum == 0 ? nil : buffer.firstIndex { !$0.isFinite }
    }
  }
}
