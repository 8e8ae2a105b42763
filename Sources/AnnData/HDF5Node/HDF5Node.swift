import CHDF5

/// A group or data set of an HDF5 file that is being written.
struct HDF5Node {
  /// The library's handle; valid in the scope that made the node.
  let id: hid_t
  /// Path inside the file, for messages.
  let place: String

  /// Path of a child.
  func child(_ name: String) -> String { place == "/" ? "/\(name)" : "\(place)/\(name)" }

  /// Makes a group with its encoding and lets `body` fill it.
  func group(
    _ name: String, encoding: String, version: String, body: (HDF5Node) throws(AnnDataError) -> Void
  ) throws(AnnDataError) {
    let place = child(name)
    let standard = myelon_h5p_default()
    let handle = H5Gcreate2(id, name, standard, standard, standard)
    try HDF5Library.using(handle, at: place, close: H5Gclose) { (handle) throws(AnnDataError) in
      let node = HDF5Node(id: handle, place: place)
      try node.encode(as: encoding, version: version)
      try body(node)
    }
  }

  /// Says how the node is to be read: the two attributes that every element of the format has.
  func encode(as encoding: String, version: String) throws(AnnDataError) {
    try attribute("encoding-type", text: encoding)
    try attribute("encoding-version", text: version)
  }

  /// Writes an attribute that holds a text.
  func attribute(_ name: String, text: String) throws(AnnDataError) {
    try withTextType { (type) throws(AnnDataError) in
      try HDF5Library.using(H5Screate(H5S_SCALAR), at: place, close: H5Sclose) {
        (space) throws(AnnDataError) in
        try writeTexts([text], as: name, type: type, space: space)
      }
    }
  }

  /// Writes an attribute that holds a list of texts.
  func attribute(_ name: String, texts: [String]) throws(AnnDataError) {
    try withTextType { (type) throws(AnnDataError) in
      var count = hsize_t(texts.count)
      let space = H5Screate_simple(1, &count, nil)
      try HDF5Library.using(space, at: place, close: H5Sclose) { (space) throws(AnnDataError) in
        try writeTexts(texts, as: name, type: type, space: space)
      }
    }
  }

  /// Writes an attribute that holds a truth value.
  func attribute(_ name: String, flag: Bool) throws(AnnDataError) {
    try HDF5Library.using(myelon_h5t_make_boolean(), at: place, close: H5Tclose) {
      (type) throws(AnnDataError) in
      try HDF5Library.using(H5Screate(H5S_SCALAR), at: place, close: H5Sclose) {
        (space) throws(AnnDataError) in
        var value: Int8 = flag ? 1 : 0
        try writeAttribute(name, type: type, space: space, from: &value)
      }
    }
  }

  /// Calls `body` with the type of texts.
  func withTextType(_ body: (hid_t) throws(AnnDataError) -> Void) throws(AnnDataError) {
    try HDF5Library.using(myelon_h5t_make_text(), at: place, close: H5Tclose, body: body)
  }

  private func writeTexts(
    _ texts: [String], as name: String, type: hid_t, space: hid_t
  ) throws(AnnDataError) {
    let block = TextBlock(count: texts.count) { position, bytes in
      bytes.append(contentsOf: texts[position].utf8)
    }
    try block.withPointers { (pointers) throws(AnnDataError) in
      try writeAttribute(name, type: type, space: space, from: pointers.baseAddress)
    }
  }

  private func writeAttribute(
    _ name: String, type: hid_t, space: hid_t, from values: UnsafeRawPointer?
  ) throws(AnnDataError) {
    let place = "\(place), attribute \(name)"
    let handle = H5Acreate2(id, name, type, space, myelon_h5p_default(), myelon_h5p_default())
    try HDF5Library.using(handle, at: place, close: H5Aclose) { (handle) throws(AnnDataError) in
      guard let values else { return }
      try HDF5Library.check(H5Awrite(handle, type, values), at: place)
    }
  }
}
