import MyelonFiles

extension Streamlines {
  /// Writes one number a line as text, one a row, in the order of the lines.
  ///
  /// This is what MRtrix's option `-tck_weights_in` reads (`tcksift2` writes the same). Each number is the shortest
  /// text that reads back as the same `Float`.
  ///
  /// - Parameters:
  ///   - name: which of `weights`.
  ///   - path: final name of the file, usually with the ending `.txt`.
  /// - Throws: `TractogramError.noWeights`, `.invalid` with all faults, or `.notWritten`.
  public func writeWeights(_ name: String, to path: String) throws(TractogramError) {
    guard let values = weights[name] else {
      throw .noWeights(name: name, known: weights.keys.sorted())
    }
    let faults = faults
    guard faults.isEmpty else { throw .invalid(faults) }
    var text = ""
    text.reserveCapacity(8 * values.count)
    for value in values { text += "\(value)\n" }
    do { try AtomicFile.write(Array(text.utf8), to: path) } catch { throw TractogramError(error) }
  }

  /// Reads a file of weights.
  ///
  /// Numbers are separated by blanks, commas or line breaks; what follows a `#` on a line is a remark.
  ///
  /// - Parameter path: name of the file.
  /// - Returns: the numbers in order.
  /// - Throws: `TractogramError.notRead` or `.brokenWeight`.
  public static func readWeights(_ path: String) throws(TractogramError) -> [Float] {
    let bytes = try RegularFile.bytes(of: path)
    var values: [Float] = []
    let rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (row, line) in rows.enumerated() {
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      for part in content.split(whereSeparator: { $0 <= 32 || $0 == UInt8(ascii: ",") }) {
        let text = String(decoding: part, as: UTF8.self)
        guard let value = Float(text), value.isFinite else {
          throw .brokenWeight(line: row + 1, text: String(text.prefix(80)))
        }
        values.append(value)
      }
    }
    return values
  }
}
