/// One record of an input: an examination, or everything that is wrong with it.
public struct ReadRecord: Sendable, Hashable {
  /// The line on which the record starts, from 1 (for a JSON array: the position in it, from 1).
  public let line: Int
  /// The record's own name, if it has one.
  public let identifier: String?
  /// The examination, or the faults.
  public let outcome: Result<Examination, InvalidExamination>
  /// What was translated on the way, for example a legacy "5*" that was read as 5.
  public let notes: [String]

  /// The examination, or nil when it was refused.
  public var examination: Examination? { try? outcome.get() }

  /// The faults, empty for an examination.
  public var faults: [ExaminationError] {
    guard case .failure(let invalid) = outcome else { return [] }
    return invalid.faults
  }

  init(line: Int, _ raw: RawExamination, _ options: ReadingOptions) {
    self.line = line
    identifier = raw.identifier
    do throws(InvalidExamination) {
      let valid = try raw.validated(acceptsLegacy: options.acceptsLegacy)
      outcome = .success(valid.examination)
      notes = valid.notes
    } catch {
      outcome = .failure(error)
      notes = []
    }
  }

  init(line: Int, fault: ExaminationError) {
    self.line = line
    identifier = nil
    outcome = .failure(InvalidExamination(faults: [fault]))
    notes = []
  }
}
