import CHDF5

extension HDF5Node {
  /// Texts that are handed to the library at once; bounds the memory that they take twice.
  private static let blockLength = 1 << 16
  /// Bytes of the file's reference to a text of any length.
  private static let referenceSize = 16

  /// Writes texts as an element of the format; `append` adds the UTF-8 bytes of one of them.
  func texts(
    _ name: String, count: Int, append: (Int, inout [UInt8]) -> Void
  ) throws(AnnDataError) {
    try withTextType { (type) throws(AnnDataError) in
      try dataSet(
        name, type: type, dimensions: [count], elementSize: Self.referenceSize
      ) { (node) throws(AnnDataError) in
        try node.encode(as: "string-array", version: "0.2.0")
        for start in Swift.stride(from: 0, to: count, by: Self.blockLength) {
          let length = min(Self.blockLength, count - start)
          let block = TextBlock(count: length) { append(start + $0, &$1) }
          try node.write(block, type: type, start: start, length: length)
        }
      }
    }
  }

  /// Writes texts.
  func texts(_ name: String, _ texts: [String]) throws(AnnDataError) {
    try self.texts(name, count: texts.count) { $1.append(contentsOf: texts[$0].utf8) }
  }

  /// Writes one text.
  func text(_ name: String, _ text: String) throws(AnnDataError) {
    try withTextType { (type) throws(AnnDataError) in
      try dataSet(
        name, type: type, dimensions: [], elementSize: Self.referenceSize
      ) { (node) throws(AnnDataError) in
        try node.encode(as: "string", version: "0.2.0")
        let block = TextBlock(count: 1) { $1.append(contentsOf: text.utf8) }
        try block.withPointers { (pointers) throws(AnnDataError) in
          let everything = myelon_h5s_all()
          let status = H5Dwrite(
            node.id, type, everything, everything, myelon_h5p_default(), pointers.baseAddress)
          try HDF5Library.check(status, at: node.place)
        }
      }
    }
  }

  /// Writes a stretch of a list of texts.
  private func write(_ block: TextBlock, type: hid_t, start: Int, length: Int) throws(AnnDataError) {
    var first = hsize_t(start)
    var count = hsize_t(length)
    try HDF5Library.using(H5Dget_space(id), at: place, close: H5Sclose) { (target) throws(AnnDataError) in
      let status = H5Sselect_hyperslab(target, H5S_SELECT_SET, &first, nil, &count, nil)
      try HDF5Library.check(status, at: place)
      let memory = H5Screate_simple(1, &count, nil)
      try HDF5Library.using(memory, at: place, close: H5Sclose) { (memory) throws(AnnDataError) in
        try block.withPointers { (pointers) throws(AnnDataError) in
          let status = H5Dwrite(id, type, memory, target, myelon_h5p_default(), pointers.baseAddress)
          try HDF5Library.check(status, at: place)
        }
      }
    }
  }
}
