import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonRecovery
import MyelonRegrowth
import MyelonTherapies

/// What draws random numbers in a run.
enum StreamEntity: UInt32 {
  /// The individual's deviation from the typical subject.
  case individual = 1
  /// The examiner's error.
  case examiner = 2
}
