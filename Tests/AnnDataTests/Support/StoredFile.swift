import CHDF5
import Testing

/// An HDF5 file that is read with the library itself, without any of the code under test.
struct StoredFile: ~Copyable {
  private let file: hid_t

  init(_ path: String) throws {
    file = H5Fopen(path, myelon_h5f_read_only(), myelon_h5p_default())
    try #require(file >= 0, "\(path) is no HDF5 file")
  }

  deinit { H5Fclose(file) }

  /// Names of the members of a group.
  func members(_ group: String) throws -> Set<String> {
    var info = H5G_info_t()
    try #require(H5Gget_info_by_name(file, group, &info, myelon_h5p_default()) >= 0)
    var names: Set<String> = []
    for position in 0..<info.nlinks {
      var buffer = [CChar](repeating: 0, count: 256)
      let length = H5Lget_name_by_idx(
        file, group, H5_INDEX_NAME, H5_ITER_INC, position, &buffer, buffer.count, myelon_h5p_default())
      try #require(length >= 0)
      names.insert(String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return names
  }

  /// The texts of an attribute; a scalar is a list of one.
  func texts(attribute: String, of object: String) throws -> [String] {
    let handle = H5Aopen_by_name(file, object, attribute, myelon_h5p_default(), myelon_h5p_default())
    try #require(handle >= 0, "\(object) has no attribute \(attribute)")
    defer { H5Aclose(handle) }
    let space = H5Aget_space(handle)
    defer { H5Sclose(space) }
    return try Self.texts(space: space) { H5Aread(handle, $0, $1) }
  }

  /// The byte that an attribute with a truth value holds.
  func byte(attribute: String, of object: String) throws -> Int8 {
    let handle = H5Aopen_by_name(file, object, attribute, myelon_h5p_default(), myelon_h5p_default())
    try #require(handle >= 0)
    defer { H5Aclose(handle) }
    let type = H5Aget_type(handle)
    defer { H5Tclose(type) }
    try #require(H5Tget_class(type) == H5T_ENUM && H5Tget_size(type) == 1)
    var value: Int8 = -1
    try #require(H5Aread(handle, type, &value) >= 0)
    return value
  }

  /// Encoding and its version, "array 0.2.0".
  func encoding(_ object: String) throws -> String {
    let kind = try texts(attribute: "encoding-type", of: object)
    return (kind + (try texts(attribute: "encoding-version", of: object))).joined(separator: " ")
  }

  /// Extents of a data set.
  func dimensions(_ object: String) throws -> [Int] {
    let handle = try open(object)
    defer { H5Dclose(handle) }
    let space = H5Dget_space(handle)
    defer { H5Sclose(space) }
    var extents = [hsize_t](repeating: 0, count: Int(H5Sget_simple_extent_ndims(space)))
    H5Sget_simple_extent_dims(space, &extents, nil)
    return extents.map { Int($0) }
  }

  /// Number of filters of a data set, and the number of its bytes in the file.
  func storage(_ object: String) throws -> (filters: Int, bytes: Int) {
    let handle = try open(object)
    defer { H5Dclose(handle) }
    let list = H5Dget_create_plist(handle)
    defer { H5Pclose(list) }
    return (Int(H5Pget_nfilters(list)), Int(H5Dget_storage_size(handle)))
  }

  /// The texts of a data set.
  func texts(_ object: String) throws -> [String] {
    let handle = try open(object)
    defer { H5Dclose(handle) }
    let space = H5Dget_space(handle)
    defer { H5Sclose(space) }
    return try Self.texts(space: space) {
      H5Dread(handle, $0, myelon_h5s_all(), myelon_h5s_all(), myelon_h5p_default(), $1)
    }
  }

  /// The numbers of a data set; `type` is the library's type of `Number`.
  func numbers<Number>(_ object: String, as type: hid_t, zero: Number) throws -> [Number] {
    let count = try dimensions(object).reduce(1, *)
    var values = [Number](repeating: zero, count: count)
    let handle = try open(object)
    defer { H5Dclose(handle) }
    let stored = H5Dget_type(handle)
    defer { H5Tclose(stored) }
    try #require(H5Tget_size(stored) == MemoryLayout<Number>.stride)
    let status = values.withUnsafeMutableBytes {
      H5Dread(handle, type, myelon_h5s_all(), myelon_h5s_all(), myelon_h5p_default(), $0.baseAddress)
    }
    try #require(status >= 0 || count == 0)
    return values
  }

  private func open(_ object: String) throws -> hid_t {
    let handle = H5Dopen2(file, object, myelon_h5p_default())
    try #require(handle >= 0, "there is no data set \(object)")
    return handle
  }

  private static func texts(
    space: hid_t, read: (hid_t, UnsafeMutableRawPointer?) -> herr_t
  ) throws -> [String] {
    let count = Int(H5Sget_simple_extent_npoints(space))
    let type = myelon_h5t_make_text()
    defer { H5Tclose(type) }
    guard count > 0 else { return [] }
    var pointers = [UnsafeMutablePointer<CChar>?](repeating: nil, count: count)
    try #require(pointers.withUnsafeMutableBytes { read(type, $0.baseAddress) } >= 0)
    let texts = pointers.map { $0.map { String(cString: $0) } ?? "" }
    _ = pointers.withUnsafeMutableBytes {
      H5Dvlen_reclaim(type, space, myelon_h5p_default(), $0.baseAddress)
    }
    return texts
  }
}
