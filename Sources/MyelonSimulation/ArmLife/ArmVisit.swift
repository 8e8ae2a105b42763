import MyelonLesion
import MyelonRecovery
import MyelonTherapies

/// What was found at one visit of a life that was lived in memory.
public struct ArmVisit: Sendable, Hashable {
  /// The examination and what follows from it, as a run would record it.
  public let record: VisitRecord
  /// What a radiologist or a pathologist would measure on the cord.
  public let lesion: LesionMeasures
  /// What would be measured of the lesion in an image.
  public let image: ImageReading
  /// Proteins in serum; people only.
  public let serum: SerumMarkers?
  /// Risk of pain from light touch by misdirected sprouts of afferents, 0 to 1.
  public let allodyniaRisk: Double
  /// Risk of spasticity by misdirected connections on motor circuits, 0 to 1.
  public let spasticityRisk: Double
  /// What the treatment has come to, its hazards among it; all zero without treatment.
  public let therapy: TherapyMeasures
}
