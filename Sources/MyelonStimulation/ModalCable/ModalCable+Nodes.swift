extension ModalCable {
  /// Node at which the elimination from the left and that from the right meet.
  private var middle: Int { nodeCount / 2 }

  /// Eliminates the tridiagonal system of the nodes from both ends: two independent chains of divisions instead of one long one.
  func eliminate() {
    let middle = middle
    let (diagonal, conductance, offDiagonal) = (diagonal, conductance, offDiagonal)
    let (inverse, right, nodeCount) = (inverse, right, nodeCount)
    var low = 0
    var high = nodeCount &- 1
    // Pivot inverses and reduced right sides carried along.
    inverse[low] = 1 / (diagonal[low] + conductance[low])
    inverse[high] = 1 / (diagonal[high] + conductance[high])
    while low &+ 1 < middle || high &- 1 > middle {
      if low &+ 1 < middle {
        let off = offDiagonal[low]
        let factor = off * inverse[low]
        low &+= 1
        inverse[low] = 1 / (diagonal[low] + conductance[low] - off * factor)
        right[low] += factor * right[low &- 1]
      }
      if high &- 1 > middle {
        let off = offDiagonal[high &- 1]
        let factor = off * inverse[high]
        high &-= 1
        inverse[high] = 1 / (diagonal[high] + conductance[high] - off * factor)
        right[high] += factor * right[high &+ 1]
      }
    }
    let offLow = offDiagonal[middle &- 1]
    let offHigh = offDiagonal[middle]
    let factorLow = offLow * inverse[middle &- 1]
    let factorHigh = offHigh * inverse[middle &+ 1]
    inverse[middle] =
      1 / (diagonal[middle] + conductance[middle] - offLow * factorLow - offHigh * factorHigh)
    right[middle] += factorLow * right[middle &- 1] + factorHigh * right[middle &+ 1]
  }

  /// Reduces other right sides with the pivots at hand.
  func reduceRight() {
    let middle = middle
    let (inverse, right, offDiagonal) = (inverse, right, offDiagonal)
    for node in 1..<middle {
      right[node] += offDiagonal[node &- 1] * inverse[node &- 1] * right[node &- 1]
    }
    var node = nodeCount &- 2
    while node > middle {
      right[node] += offDiagonal[node] * inverse[node &+ 1] * right[node &+ 1]
      node &-= 1
    }
    right[middle] +=
      offDiagonal[middle &- 1] * inverse[middle &- 1] * right[middle &- 1]
      + offDiagonal[middle] * inverse[middle &+ 1] * right[middle &+ 1]
  }

  /// Goes back from the middle to both ends.
  func substitute(into potentials: UnsafeMutablePointer<Double>) {
    let middle = middle
    let (inverse, right, offDiagonal, nodeCount) = (inverse, right, offDiagonal, nodeCount)
    potentials[middle] = inverse[middle] * right[middle]
    var low = middle &- 1
    var high = middle &+ 1
    while low >= 0 || high < nodeCount {
      if low >= 0 {
        potentials[low] = inverse[low] * (right[low] + offDiagonal[low] * potentials[low &+ 1])
        low &-= 1
      }
      if high < nodeCount {
        potentials[high] = inverse[high] * (right[high] + offDiagonal[high &- 1] * potentials[high &- 1])
        high &+= 1
      }
    }
  }

  /// Opens the channels by the gates at hand.
  func openChannels() {
    for node in 0..<nodeCount {
      let open = membrane.conductances(gates[node], channels[node])
      conductance[node] = open.sum()
      batteryCurrent[node] = (open * batteries).sum()
    }
  }
}
