/// Time and step control of one cord.
///
/// Time is an integer number of seconds, so that no rounding accumulates and a visit is reached exactly.
@frozen
public struct LesionClock: Sendable, Hashable, Codable {
  /// Seconds since the injury.
  public internal(set) var seconds = 0
  /// Steps taken.
  public internal(set) var steps = 0
  /// Rung of the ladder of step lengths that the next step would like to take.
  public internal(set) var rung = 0
  /// Largest change of a bounded state that a step aims at.
  public let tolerance: Double
  /// Second of the last update of which axons are joined to their cell body.
  var lastSweep = 0
  /// Second of the last update of the diffusion pattern.
  var lastPattern = 0
  /// Substances that are too dilute to be diffused, one bit each.
  var asleep: UInt32 = 0

  /// Largest change of a bounded state per step: 0.8 % of the intact value.
  public static let standardTolerance = 0.008

  /// A clock at the moment of injury.
  public init(tolerance: Double = LesionClock.standardTolerance) {
    self.tolerance = tolerance
  }

  /// Hours since the injury.
  public var hours: Double { Double(seconds) / 3600 }
  /// Days since the injury.
  public var days: Double { Double(seconds) / 86_400 }

  /// Step lengths, s: from one minute to half a day, each about 1.41 times the one before.
  static let ladder = [
    60, 85, 120, 170, 240, 340, 480, 680, 960, 1360, 1920, 2700, 3600, 5100, 7200, 10_200, 14_400, 20_400,
    28_800,
    43_200,
  ]

  /// Chooses the next rung from the change that the last step made.
  ///
  /// A step that changed more than the tolerance is followed by a shorter one (two rungs if it changed twice as
  /// much); one that changed less than 0.6 of it by a longer one, but never by more than one rung.
  mutating func adapt(to change: Double) {
    if change > 2 * tolerance {
      rung = max(0, rung - 2)
    } else if change > tolerance {
      rung = max(0, rung - 1)
    } else if change < 0.6 * tolerance {
      rung = min(Self.ladder.count - 1, rung + 1)
    }
  }
}
