/// An edition of the International Standards for Neurological Classification of Spinal Cord Injury.
///
/// A later edition becomes a new case with its own rule set beside the present one, so that old records keep
/// the classification they were made with.
public enum StandardRevision: String, Codable, Sendable, Hashable, CaseIterable {
  /// The 8th edition: "International Standards for Neurological Classification of Spinal Cord Injury",
  /// revised 2019 (Rupp et al., Topics in Spinal Cord Injury Rehabilitation 2021; 27(2): 1-22,
  /// doi:10.46292/sci2702-1). It redefined the zones of partial preservation and brought the general star.
  case eighthEdition2019 = "2019"
}
