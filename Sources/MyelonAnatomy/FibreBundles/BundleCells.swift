/// Square cells over the samples of a tract, the fullest of which become bundles.
struct BundleCells {
  /// Middle of the samples of each chosen cell, mm.
  private(set) var centres: [SIMD2<Float>] = []

  private let pitch: Float
  private let low: SIMD2<Int>
  private let size: SIMD2<Int>
  /// Number of the chosen cell at each place, -1 where none.
  private var chosen: [Int]

  init(_ samples: [BundleSample], pitch: Float) {
    self.pitch = pitch
    let places = samples.map { Self.place($0, pitch) }
    var low = SIMD2(Int.max, Int.max)
    var high = SIMD2(Int.min, Int.min)
    for place in places {
      low.replace(with: place, where: place .< low)
      high.replace(with: place, where: place .> high)
    }
    self.low = low
    size = high &- low &+ 1
    chosen = [Int](repeating: -1, count: size.x * size.y)
    var weights = [Float](repeating: 0, count: chosen.count)
    var sums = [SIMD3<Float>](repeating: .zero, count: chosen.count)
    for (sample, place) in zip(samples, places) {
      let cell = (place.y - low.y) * size.x + place.x - low.x
      weights[cell] += sample.weight
      sums[cell] += SIMD3(sample.lateral, sample.dorsal, 1)
    }
    let fullest = weights.max() ?? 0
    let area = weights.reduce(0, +)
    let wanted = max(1, Int((area / max(fullest, 1e-20)).rounded()))
    // Fullest first, ties in the order of places, so that the choice is the same every time.
    let order = weights.indices.filter { weights[$0] > 0 }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }
    for (number, cell) in order.prefix(wanted).enumerated() {
      chosen[cell] = number
      centres.append(SIMD2(sums[cell].x, sums[cell].y) / sums[cell].z)
    }
  }

  private static func place(_ sample: BundleSample, _ pitch: Float) -> SIMD2<Int> {
    SIMD2(Int((sample.lateral / pitch).rounded(.down)), Int((sample.dorsal / pitch).rounded(.down)))
  }

  /// Number of the chosen cell whose middle is nearest to a sample.
  ///
  /// The cells within two places are tried first: what lies within two pitches is among them.
  func nearest(to sample: BundleSample) -> Int {
    let point = SIMD2(sample.lateral, sample.dorsal)
    let place = Self.place(sample, pitch) &- low
    var best = 0
    var least = Float.infinity
    func consider(_ number: Int) {
      let offset = centres[number] - point
      let distance = (offset * offset).sum()
      if distance < least {
        least = distance
        best = number
      }
    }
    for y in max(0, place.y - 2)...min(size.y - 1, place.y + 2) {
      for x in max(0, place.x - 2)...min(size.x - 1, place.x + 2) where chosen[y * size.x + x] >= 0 {
        consider(chosen[y * size.x + x])
      }
    }
    if least > 4 * pitch * pitch { for number in centres.indices { consider(number) } }
    return best
  }
}
