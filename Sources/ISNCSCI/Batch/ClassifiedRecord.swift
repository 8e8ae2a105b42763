/// One record of a batch: what was read, and its classification when it was an examination.
public struct ClassifiedRecord: Sendable, Hashable {
  /// The record as read, with its line and any faults.
  public let record: ReadRecord
  /// The classification, or nil for a refused record.
  public let classification: Classification?

  /// Classifies a record.
  ///
  /// - Parameters:
  ///   - record: What was read.
  ///   - revision: The edition of the standard; the 2019 one by default.
  public init(_ record: ReadRecord, by revision: StandardRevision = .eighthEdition2019) {
    self.record = record
    classification = record.examination?.classified(by: revision)
  }
}

extension ExaminationReader {
  /// Reads and classifies a text record by record; the whole of a batch command but for printing.
  ///
  /// ```swift
  /// let writer = ClassificationWriter(format: .csv)
  /// var output = writer.header
  /// let refused = ExaminationReader(format: .csv).classify(text) { output += writer.text(for: $0) }
  /// output += writer.footer
  /// ```
  ///
  /// - Parameters:
  ///   - text: The whole input.
  ///   - body: Called for each record in order, refused ones included.
  /// - Returns: How many records were refused; 0 when all went well.
  @discardableResult
  public func classify(_ text: String, _ body: (ClassifiedRecord) -> Void) -> Int {
    var refused = 0
    forEachRecord(in: text) { record in
      let result = ClassifiedRecord(record)
      if result.classification == nil { refused += 1 }
      body(result)
    }
    return refused
  }
}
