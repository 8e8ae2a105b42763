import CHDF5
import Foundation

/// The door to the HDF5 library.
///
/// HDF5 keeps global tables and, as distributions build it, is not safe to call from two threads. Every call is
/// therefore made inside `exclusively`, whose one lock is shared by the whole process; a program that calls HDF5
/// by other ways at the same time has to keep out of its way. Inside, HDF5 does not print its errors.
enum HDF5Library {
  /// Guards the library's global state; the only global that this module has, because HDF5 has one.
  private static let turn = NSLock()

  /// Calls `body` while nobody else in this module calls HDF5, with HDF5's messages to the console off.
  static func exclusively<Result>(
    _ body: () throws(AnnDataError) -> Result
  ) throws(AnnDataError) -> Result {
    turn.lock()
    defer { turn.unlock() }
    guard H5open() >= 0 else { throw .library(place: "/", reason: "the library does not start") }
    var handler: H5E_auto2_t?
    var context: UnsafeMutableRawPointer?
    H5Eget_auto2(hid_t(H5E_DEFAULT), &handler, &context)
    H5Eset_auto2(hid_t(H5E_DEFAULT), nil, nil)
    defer { H5Eset_auto2(hid_t(H5E_DEFAULT), handler, context) }
    return try body()
  }

  /// The error for a step that failed just now.
  static func failure(at place: String) -> AnnDataError {
    var reason = myelon_h5_reason()
    myelon_h5_last_reason(&reason)
    let text = withUnsafeBytes(of: reason) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return .library(place: place, reason: text.isEmpty ? "no reason given" : text)
  }

  /// Throws when a step has failed.
  static func check(_ status: herr_t, at place: String) throws(AnnDataError) {
    guard status >= 0 else { throw failure(at: place) }
  }

  /// Calls `body` with a handle of the library and closes it, whatever happens.
  ///
  /// Scopes instead of objects with a deinit: Swift may end an object's life after its last mention, while the
  /// library still works with its handle.
  static func using<Result>(
    _ handle: hid_t, at place: String, close: (hid_t) -> herr_t,
    body: (hid_t) throws(AnnDataError) -> Result
  ) throws(AnnDataError) -> Result {
    guard handle >= 0 else { throw failure(at: place) }
    let result: Result
    do {
      result = try body(handle)
    } catch {
      _ = close(handle)
      throw error
    }
    guard close(handle) >= 0 else { throw failure(at: place) }
    return result
  }
}
