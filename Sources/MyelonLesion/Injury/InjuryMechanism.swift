/// How the cord was injured, as an experimenter or a clinician would state it.
///
/// The associated values are in working units. What a mechanism does to the tissue is decided by
/// `PrimaryInjury`; this type only describes.
public enum InjuryMechanism: Sendable, Hashable, Codable {
  /// A weight dropped on the exposed cord (NYU/MASCIS impactor): height in mm, mass in g. Animals only.
  case weightDrop(height: Double, mass: Double)
  /// A force-controlled impact (Infinite Horizon impactor): peak force in kdyn. Animals only.
  case impactForce(force: Double)
  /// An aneurysm clip closed around the cord: closing force in gram-force, time closed in h. Animals only.
  case clip(force: Double, duration: Double)
  /// A blow that compresses the cord for a moment: peak compression as a fraction of the anteroposterior
  /// diameter.
  case contusion(peakCompression: Double)
  /// A blow followed by lasting compression by bone or disc: peak and residual compression as fractions of the
  /// anteroposterior diameter, and the time to decompression in h.
  case compression(peakCompression: Double, residualCompression: Double, decompression: Double)
  /// A cut through one half of the cord: the side, and the width of the gap along the cord in mm.
  case hemisection(side: InjurySide, gap: Double)
  /// A cut from the dorsal surface to a depth, as a fraction of the anteroposterior diameter, through both sides: a
  /// dorsal hemisection at 0.5, a lesion of the dorsal columns at less; the width of the gap in mm.
  case dorsalSection(depth: Double, gap: Double)
  /// A cut through the whole cord: the width of the gap in mm.
  case transection(gap: Double)
}
