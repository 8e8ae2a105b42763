import CHDF5

extension HDF5Node {
  /// Bytes from which on an array is cut into chunks and compressed.
  private static let compressedFrom = 1 << 16
  /// Bytes of a chunk, about; HDF5's cache of chunks holds 1 MiB.
  private static let chunkSize = 1 << 18
  /// Effort of gzip; 1 is several times as fast as the usual 6 and nearly as small after the byte shuffle.
  private static let effort: UInt32 = 1

  /// Writes an array of numbers as an element of the format.
  ///
  /// - Parameters:
  ///   - name: name in this group.
  ///   - values: the numbers, last dimension fastest.
  ///   - type: the library's type of a number.
  ///   - dimensions: their numbers of rows, columns ...; the product is `values.count`.
  /// - Throws: `AnnDataError.library` with HDF5's reason.
  func array<Number>(
    _ name: String, _ values: [Number], type: hid_t, dimensions: [Int]
  ) throws(AnnDataError) {
    try dataSet(
      name, type: type, dimensions: dimensions, elementSize: MemoryLayout<Number>.stride
    ) { (node) throws(AnnDataError) in
      try node.encode(as: "array", version: "0.2.0")
      guard !values.isEmpty else { return }
      let everything = myelon_h5s_all()
      let status = values.withUnsafeBytes { bytes in
        H5Dwrite(node.id, type, everything, everything, myelon_h5p_default(), bytes.baseAddress)
      }
      try HDF5Library.check(status, at: node.place)
    }
  }

  /// Writes truth values.
  func array(_ name: String, _ flags: [Bool]) throws(AnnDataError) {
    try HDF5Library.using(myelon_h5t_make_boolean(), at: place, close: H5Tclose) {
      (type) throws(AnnDataError) in
      // A Bool is one byte that holds 0 or 1, which is what the type describes.
      try array(name, flags, type: type, dimensions: [flags.count])
    }
  }

  /// Writes one number.
  func scalar(_ name: String, _ number: Double) throws(AnnDataError) {
    let type = myelon_h5t_double()
    try dataSet(name, type: type, dimensions: [], elementSize: 8) { (node) throws(AnnDataError) in
      try node.encode(as: "numeric-scalar", version: "0.2.0")
      var value = number
      let everything = myelon_h5s_all()
      let status = H5Dwrite(node.id, type, everything, everything, myelon_h5p_default(), &value)
      try HDF5Library.check(status, at: node.place)
    }
  }

  /// Makes a data set without times, so that the same table gives the same bytes, and lets `body` fill it.
  func dataSet(
    _ name: String, type: hid_t, dimensions: [Int], elementSize: Int,
    body: (HDF5Node) throws(AnnDataError) -> Void
  ) throws(AnnDataError) {
    let place = child(name)
    let extents = dimensions.map { hsize_t($0) }
    let space = extents.isEmpty ? H5Screate(H5S_SCALAR) : H5Screate_simple(Int32(extents.count), extents, nil)
    try HDF5Library.using(space, at: place, close: H5Sclose) { (space) throws(AnnDataError) in
      let list = H5Pcreate(myelon_h5p_dataset_create())
      try HDF5Library.using(list, at: place, close: H5Pclose) { (list) throws(AnnDataError) in
        try HDF5Library.check(H5Pset_obj_track_times(list, false), at: place)
        try Self.compress(list, dimensions: dimensions, elementSize: elementSize, place: place)
        let standard = myelon_h5p_default()
        let handle = H5Dcreate2(id, name, type, space, standard, list, standard)
        try HDF5Library.using(handle, at: place, close: H5Dclose) { (handle) throws(AnnDataError) in
          try body(HDF5Node(id: handle, place: place))
        }
      }
    }
  }

  /// Asks for chunks of whole rows with byte shuffle and gzip, when the array is large.
  private static func compress(
    _ list: hid_t, dimensions: [Int], elementSize: Int, place: String
  ) throws(AnnDataError) {
    guard let rows = dimensions.first, rows > 0 else { return }
    let rowSize = dimensions.dropFirst().reduce(elementSize, *)
    guard rowSize > 0, rows * rowSize >= compressedFrom else { return }
    var chunk = dimensions.map { hsize_t($0) }
    chunk[0] = hsize_t(min(rows, max(1, chunkSize / rowSize)))
    try HDF5Library.check(H5Pset_chunk(list, Int32(chunk.count), chunk), at: place)
    if elementSize > 1 { try HDF5Library.check(H5Pset_shuffle(list), at: place) }
    try HDF5Library.check(H5Pset_deflate(list, effort), at: place)
  }
}
