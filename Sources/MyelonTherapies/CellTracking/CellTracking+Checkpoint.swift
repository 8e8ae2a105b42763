extension CellTracking {
  /// First eight bytes of a stored state.
  private static let mark: UInt64 = 0x3154_4b43_4152_544d

  /// Everything needed to continue with the same bits.
  ///
  /// Little-endian: a mark, the number of voxels, the ledger and the pending hours, then iron (8 bytes a voxel)
  /// and haemosiderin (4 bytes a voxel).
  public var checkpoint: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(checkpointByteCount)
    func add(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    add(Self.mark)
    add(UInt64(iron.count))
    for amount in [ledger.received, ledger.held, ledger.cleared, pending] { add(amount.bitPattern) }
    for amount in iron { add(amount.bitPattern) }
    for amount in haemosiderin { add(amount.bitPattern) }
    return bytes
  }

  /// Number of bytes of a stored state.
  public var checkpointByteCount: Int { 6 * 8 + 12 * iron.count }

  /// Goes back to a stored state; nothing changes when it cannot be used.
  ///
  /// - Parameter bytes: a `checkpoint` of a cord with the same voxels.
  /// - Throws: `TrackingError` when the bytes are not such a state or are damaged.
  public func restore(_ bytes: [UInt8]) throws(TrackingError) {
    guard bytes.count == checkpointByteCount else {
      throw .wrongSize(required: checkpointByteCount, found: bytes.count)
    }
    func word(_ offset: Int) -> UInt64 {
      bytes.withUnsafeBytes {
        UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
    }
    guard word(0) == Self.mark, word(8) == UInt64(iron.count) else { throw .notTracking }
    let amounts = (0..<4 + iron.count).map { Double(bitPattern: word(16 + 8 * $0)) }
    let start = 48 + 8 * iron.count
    let stains = (0..<iron.count).map { voxel in
      bytes.withUnsafeBytes {
        Float(
          bitPattern: UInt32(
            littleEndian: $0.loadUnaligned(fromByteOffset: start + 4 * voxel, as: UInt32.self)))
      }
    }
    if let position = amounts.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .damagedAmount(position: position)
    }
    if let position = stains.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .damagedAmount(position: amounts.count + position)
    }
    ledger.received = amounts[0]
    ledger.held = amounts[1]
    ledger.cleared = amounts[2]
    pending = amounts[3]
    iron = Array(amounts[4...])
    haemosiderin = stains
  }
}
