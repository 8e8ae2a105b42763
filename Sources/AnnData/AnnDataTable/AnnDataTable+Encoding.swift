import CHDF5

extension AnnDataTable {
  /// The table as the bytes of an `.h5ad` file.
  ///
  /// HDF5 builds the file in memory, so that a full or failing disk is met by the one who writes the bytes and not
  /// inside the library, which cannot recover from it. Peak memory is about twice the size of the file besides the
  /// table itself: of the order of 0.2 GB for a million cells. The same table gives the same bytes. Calls from
  /// several threads wait for each other.
  ///
  /// - Throws: `AnnDataError.invalid` with all faults of the table, or `.library` with HDF5's reason.
  public func encoded() throws(AnnDataError) -> [UInt8] {
    let faults = faults
    guard faults.isEmpty else { throw .invalid(faults) }
    return try HDF5Library.exclusively { () throws(AnnDataError) in
      let list = H5Pcreate(myelon_h5p_file_access())
      return try HDF5Library.using(list, at: "/", close: H5Pclose) { (list) throws(AnnDataError) in
        // Memory grows by 16 MiB at a time and is never saved by the library itself.
        try HDF5Library.check(H5Pset_fapl_core(list, 1 << 24, false), at: "/")
        let file = H5Fcreate("table", myelon_h5f_truncate(), myelon_h5p_default(), list)
        return try HDF5Library.using(file, at: "/", close: H5Fclose) { (file) throws(AnnDataError) in
          try write(to: HDF5Node(id: file, place: "/"))
          return try Self.image(of: file)
        }
      }
    }
  }

  /// The bytes of a file that the library holds in memory.
  private static func image(of file: hid_t) throws(AnnDataError) -> [UInt8] {
    try HDF5Library.check(H5Fflush(file, H5F_SCOPE_LOCAL), at: "/")
    let size = H5Fget_file_image(file, nil, 0)
    guard size > 0 else { throw HDF5Library.failure(at: "/") }
    var taken = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      taken = H5Fget_file_image(file, buffer.baseAddress, size)
      count = max(0, taken)
    }
    guard taken == size else { throw HDF5Library.failure(at: "/") }
    return bytes
  }

  /// Writes all parts into the root of a file.
  ///
  /// The parts that this table never has are written empty, as anndata itself does; `raw` is left out, which is
  /// how the format says that there is none.
  private func write(to root: HDF5Node) throws(AnnDataError) {
    try root.encode(as: "anndata", version: "0.1.0")
    let rows = observationNames.count
    let dimensions = [rows, variableNames.count]
    try root.array("X", matrix, type: myelon_h5t_float(), dimensions: dimensions)
    try Self.writeFrame("obs", names: observationNames, columns: observations, to: root)
    try Self.writeFrame("var", names: .texts(variableNames), columns: variables, to: root)
    try root.group("obsm", encoding: "dict", version: "0.1.0") { (group) throws(AnnDataError) in
      for entry in coordinates {
        try group.array(
          entry.name, entry.values, type: myelon_h5t_float(), dimensions: [rows, entry.dimensions])
      }
    }
    try root.group("uns", encoding: "dict", version: "0.1.0") { (group) throws(AnnDataError) in
      for (name, note) in notes {
        switch note {
        case .text(let text): try group.text(name, text)
        case .number(let number): try group.scalar(name, number)
        case .texts(let texts): try group.texts(name, texts)
        }
      }
    }
    for name in ["layers", "obsp", "varm", "varp"] {
      try root.group(name, encoding: "dict", version: "0.1.0") { (_) throws(AnnDataError) in }
    }
  }

  /// Writes a table of annotations with its index.
  private static func writeFrame(
    _ name: String, names: AnnDataNames, columns: [(name: String, column: AnnDataColumn)], to root: HDF5Node
  ) throws(AnnDataError) {
    try root.group(name, encoding: "dataframe", version: "0.2.0") { (group) throws(AnnDataError) in
      try group.attribute("_index", text: "_index")
      try group.attribute("column-order", texts: columns.map(\.name))
      try group.texts("_index", count: names.count) { names.append($0, to: &$1) }
      for (name, column) in columns { try write(column, as: name, to: group) }
    }
  }

  private static func write(
    _ column: AnnDataColumn, as name: String, to group: HDF5Node
  ) throws(AnnDataError) {
    switch column {
    case .numbers(let values):
      try group.array(name, values, type: myelon_h5t_float(), dimensions: [values.count])
    case .integers(let values):
      try group.array(name, values, type: myelon_h5t_int32(), dimensions: [values.count])
    case .flags(let values): try group.array(name, values)
    case .texts(let values): try group.texts(name, values)
    case .categories(let codes, let categories, let ordered):
      try group.group(name, encoding: "categorical", version: "0.2.0") { (part) throws(AnnDataError) in
        try part.attribute("ordered", flag: ordered)
        try part.texts("categories", categories)
        try part.array("codes", codes, type: myelon_h5t_int8(), dimensions: [codes.count])
      }
    }
  }
}
