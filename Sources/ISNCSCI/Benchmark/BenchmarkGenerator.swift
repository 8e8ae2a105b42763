/// Seeded examinations that look like injuries: normal down to a level, mixed for some segments, absent below.
struct BenchmarkGenerator {
  /// State of a SplitMix64 generator (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
  var state: UInt64

  private mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  private mutating func side(level: Int) -> ExaminationSide {
    func grade(_ generator: inout Self, _ segment: SpinalLevel, _ top: Int) -> Score {
      let depth = Int(segment.rawValue) - level
      if depth <= 0 { return Score(top) }
      return depth < 4 ? Score(generator.next(below: top + 1)) : Score(generator.next(below: 12) == 0 ? 1 : 0)
    }
    return ExaminationSide(
      uncheckedMotor: SpinalLevel.keyMuscles.map { grade(&self, $0, 5) },
      lightTouch: SpinalLevel.dermatomes.map { grade(&self, $0, 2) },
      pinPrick: SpinalLevel.dermatomes.map { grade(&self, $0, 2) },
      lowestNonKeyMuscle: next(below: 10) == 0 ? SpinalLevel.keyMuscles[next(below: 10)] : nil)
  }

  mutating func examination(untested: Int) -> Examination {
    let level = 1 + next(below: 27)
    var examination = Examination(
      right: side(level: level), left: side(level: level + next(below: 3) - 1),
      voluntaryAnalContraction: next(below: 3) == 0 ? .yes : .no,
      deepAnalPressure: next(below: 3) == 0 ? .yes : .no)
    for _ in 0..<(untested == 0 ? 0 : 1 + next(below: untested)) {
      let side: Side = next(below: 2) == 0 ? .right : .left
      switch next(below: 10) {
      case 0: examination.voluntaryAnalContraction = .notTestable
      case 1: examination.deepAnalPressure = .notTestable
      case 2...4: examination[side].motor[next(below: 10)] = .notTestable
      case 5...7: examination[side].lightTouch[next(below: 28)] = .notTestable
      default: examination[side].pinPrick[next(below: 28)] = .notTestable
      }
    }
    return examination
  }
}
