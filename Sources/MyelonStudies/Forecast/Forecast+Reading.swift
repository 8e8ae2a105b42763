import MyelonFields

extension Forecast {
  /// Reads a study and sums it up.
  ///
  /// - Parameters:
  ///   - store: a study all of whose members have ended, unless the settings say otherwise.
  ///   - settings: what to tell.
  ///   - threads: threads to use; they change no bit.
  /// - Throws: `ForecastError`.
  public init(_ store: StudyStore, settings: ForecastSettings, threads: Int = 1) throws(ForecastError) {
    var builder = ForecastBuilder(store.description, name: store.path, settings: settings)
    do {
      try store.forEachRecord { try builder.add($0) }
    } catch let error as ForecastError {
      throw error
    } catch let error as StudyError {
      throw .study(error)
    } catch {
      throw .study(.cannotRead(path: store.path, reason: "\(error)"))
    }
    self = try builder.forecast(executor: SlabExecutor(threads: threads))
  }

  /// Sums up members that are in memory.
  ///
  /// - Parameters:
  ///   - description: what the study is.
  ///   - records: the members with what became of them.
  ///   - settings: what to tell.
  ///   - threads: threads to use; they change no bit.
  /// - Throws: `ForecastError`.
  public init(
    _ description: StudyDescription, records: [MemberRecord], settings: ForecastSettings, threads: Int = 1
  ) throws(ForecastError) {
    var builder = ForecastBuilder(description, name: description.name, settings: settings)
    for record in records { try builder.add(record) }
    self = try builder.forecast(executor: SlabExecutor(threads: threads))
  }
}
