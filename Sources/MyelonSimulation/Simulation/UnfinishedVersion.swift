/// The first thing to read of the settings: those of another version may have another form.
struct UnfinishedVersion: Decodable {
  /// Version of the program that began the run.
  let version: String
}
