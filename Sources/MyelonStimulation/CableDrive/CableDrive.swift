/// Currents into a fibre for amplitude 1, nA.
struct CableDrive {
  var axoplasm: [Double]
  var periaxon: [Double]
}
