extension FibreConduction {
  /// Spikes of a train that arrive at a node.
  ///
  /// - Parameters:
  ///   - pulses: pulses of the train, each of which would start a spike by itself.
  ///   - period: from the beginning of one pulse to that of the next, us.
  ///   - node: the node; nil for the one at nine tenths of the fibre.
  /// - Returns: number of spikes there.
  /// - Throws: ``FibreError`` when train or node cannot be.
  public func arrivals(pulses: Int, period: Double, at node: Int? = nil) throws(FibreError) -> Int {
    let node = try checked(node)
    let record = try run(clamp.train(pulses: pulses, period: period), arrivals: pulses, at: node)
    return record.arrivals(at: node).count
  }

  /// Refractory period of transmission, us: the shortest interval at which two spikes both arrive at a node.
  ///
  /// The quantity that demyelination lengthens (Felts, Baker & Smith 1997 J Neurosci 17:7267).
  ///
  /// - Parameters:
  ///   - node: the node; nil for the one at nine tenths of the fibre.
  ///   - longest: longest interval to be tried, us.
  ///   - tolerance: width of the last bracket, us.
  /// - Returns: us; nil when the second spike does not arrive even after the longest interval, or no spike does.
  /// - Throws: ``FibreError`` when the node cannot be.
  public func refractoryPeriod(
    to node: Int? = nil, longest: Double = 20_000, tolerance: Double = 10
  ) throws(FibreError) -> Double? {
    let node = try checked(node)
    guard try arrivals(pulses: 2, period: longest, at: node) == 2 else { return nil }
    // Down from twice the width of the clamp: at shorter intervals the pulses are one.
    var low = 2 * clamp.waveform.duration
    var high = low
    while high < longest {
      high = min(longest, 1.25 * high)
      if try arrivals(pulses: 2, period: high, at: node) == 2 { break }
      low = high
    }
    while high - low > tolerance {
      let middle = (low + high) / 2
      if try arrivals(pulses: 2, period: middle, at: node) == 2 { high = middle } else { low = middle }
    }
    return (low + high) / 2
  }

  /// Highest frequency of a train of which every spike arrives at a node, Hz.
  ///
  /// - Parameters:
  ///   - pulses: pulses of the train.
  ///   - node: the node; nil for the one at nine tenths of the fibre.
  ///   - range: frequencies to be tried, Hz; nil: 10 Hz to 3 kHz, or to where the pulses all but meet.
  ///   - tolerance: relative width of the last bracket.
  /// - Returns: Hz; nil when spikes are lost even at the lowest frequency, the top of the range when none is lost there.
  /// - Throws: ``FibreError`` when the node or range cannot be.
  public func followingFrequency(
    pulses: Int = 10, to node: Int? = nil, range: ClosedRange<Double>? = nil, tolerance: Double = 0.02
  ) throws(FibreError) -> Double? {
    let node = try checked(node)
    let top = min(3000, 0.9e6 / clamp.waveform.duration)
    let range = range ?? min(10, top / 2)...top
    guard range.lowerBound > 0, 1e6 / range.upperBound > clamp.waveform.duration else {
      throw .settingOutOfRange(
        name: "frequency of a train", found: range.upperBound, unit: "Hz",
        required: "above 0 and below \(1e6 / clamp.waveform.duration) Hz, where the pulses meet")
    }
    var low = range.lowerBound
    var high = range.upperBound
    if try arrivals(pulses: pulses, period: 1e6 / high, at: node) >= pulses { return high }
    guard try arrivals(pulses: pulses, period: 1e6 / low, at: node) >= pulses else { return nil }
    while high / low > 1 + tolerance {
      let middle = (low * high).squareRoot()
      if try arrivals(pulses: pulses, period: 1e6 / middle, at: node) >= pulses {
        low = middle
      } else {
        high = middle
      }
    }
    return (low * high).squareRoot()
  }

  private func checked(_ node: Int?) throws(FibreError) -> Int {
    let node = node ?? SpikeCriterion.node(at: 0.9, of: fibre.nodes.count)
    guard fibre.nodes.indices.contains(node) else {
      throw .settingOutOfRange(
        name: "node of arrival", found: Double(node), unit: "", required: "0 to \(fibre.nodes.count - 1)")
    }
    return node
  }
}
