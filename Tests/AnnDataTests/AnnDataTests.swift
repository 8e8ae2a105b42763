import Testing

/// All tests that use HDF5, one after the other.
///
/// HDF5 is not safe to call from two threads, and these tests read with it beside the module, outside its lock.
@Suite("Single-cell tables", .serialized)
struct AnnDataTests {}
