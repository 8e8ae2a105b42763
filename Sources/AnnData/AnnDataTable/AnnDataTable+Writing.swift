import MyelonFiles

extension AnnDataTable {
  /// Writes the table as an `.h5ad` file.
  ///
  /// The bytes go to a temporary file beside the final one, are flushed to the disk and renamed; on any error the
  /// temporary file is removed and whatever stood under the final name stays.
  ///
  /// - Parameter path: final name of the file.
  /// - Throws: `AnnDataError`: all faults of the table, HDF5's reason, or the system's, such as a full disk.
  public func write(to path: String) throws(AnnDataError) {
    let bytes = try encoded()
    do { try AtomicFile.write(bytes, to: path) } catch {
      throw .notWritten(path: path, reason: error.reason)
    }
  }
}
