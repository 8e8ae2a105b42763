import MyelonTrialDesigns

/// Boundaries computed to high precision in 2026 with the recursion of Armitage, McPherson & Rowe; they agree with rpact within 3e-8 and with
/// gsDesign within 4e-7 (their own tolerances).
struct GroupSequentialReference: Sendable, CustomStringConvertible {
  let efficacy: EfficacyBoundary
  let isTwoSided: Bool
  let significance: Double
  let fractions: [Double]
  let bounds: [Double]
  let spent: [Double]
  let drift: Double
  let power: [Double]

  var description: String { "\(efficacy.label), \(fractions.count) looks" }

  static let all: [GroupSequentialReference] = [
    GroupSequentialReference(
      efficacy: .obrienFleming, isTwoSided: false, significance: 0.025,
      fractions: [0.333333333333, 0.666666666667, 1.0],
      bounds: [3.471091444035763, 2.4544322981962936, 2.0040355795958544],
      spent: [0.0002591737240932597, 0.007160059420526192, 0.02499999999999747],
      drift: 2.825862540265678,
      power: [0.03291503888679298, 0.44239580225824454, 0.8000000000769913]),
    GroupSequentialReference(
      efficacy: .pocock, isTwoSided: false, significance: 0.025,
      fractions: [0.333333333333, 0.666666666667, 1.0],
      bounds: [2.289478454847541, 2.289478454847541, 2.289478454847541],
      spent: [0.011025784163853337, 0.018968878581614217, 0.025000000000004314],
      drift: 3.025693960414123,
      power: [0.293704949829275, 0.6008769678525654, 0.8000000005610566]),
    GroupSequentialReference(
      efficacy: .obrienFleming, isTwoSided: true, significance: 0.05,
      fractions: [0.2, 0.4, 0.6, 0.8, 1.0],
      bounds: [
        4.561742297920538, 3.2256389128851155, 2.6337231436781243, 2.280871148960269, 2.040073174797284,
      ],
      spent: [
        2.5365444296951992e-06, 0.0006295299088234287, 0.004451806237458509, 0.012792299339078408,
        0.02499999999999999,
      ],
      drift: 2.8411043656347332,
      power: [
        0.0004988725420045884, 0.07656935472603726, 0.3358049222534942, 0.6122077332162912,
        0.8000000001048805,
      ]),
    GroupSequentialReference(
      efficacy: .spending(.obrienFleming), isTwoSided: false, significance: 0.025,
      fractions: [0.4, 0.7, 1.0],
      bounds: [3.356869356090986, 2.4445422811719286, 2.000539068080003],
      spent: [0.00039415175669121953, 0.007384489357694385, 0.02499999999999988],
      drift: 2.8229334409820135,
      power: [0.05803449749415352, 0.46823480164207315, 0.8000000009569981]),
    GroupSequentialReference(
      efficacy: .spending(.pocock), isTwoSided: false, significance: 0.025,
      fractions: [0.25, 0.5, 0.75, 1.0],
      bounds: [2.3683277035239216, 2.367524295428511, 2.358168301180924, 2.3500359500546124],
      spent: [0.008934350487719319, 0.015502862673956532, 0.020699723481074874, 0.02500000000000313],
      drift: 3.0642547272835103,
      power: [0.20152110362350478, 0.4518765920213371, 0.6578625245783274, 0.8000000048137569]),
    GroupSequentialReference(
      efficacy: .spending(.hwangShihDeCani(-4)), isTwoSided: false, significance: 0.025,
      fractions: [0.3, 0.6, 1.0],
      bounds: [3.0666995493217786, 2.6549804739116403, 1.9921178436906917],
      spent: [0.0010821814378396562, 0.004675150343082473, 0.024999999999999994],
      drift: 2.8215843892020116,
      power: [0.06409803800628246, 0.32659240700663145, 0.8000000002117089]),
    GroupSequentialReference(
      efficacy: .wangTsiatis(0.25), isTwoSided: false, significance: 0.025,
      fractions: [0.333333333333, 0.666666666667, 1.0],
      bounds: [2.741136599189977, 2.3050119399796105, 2.082813407310191],
      spent: [0.0030613523642778182, 0.012372398486739261, 0.024999999999998627],
      drift: 2.876716909886044,
      power: [0.1400124699992047, 0.5262173200251803, 0.800000001007953]),
    GroupSequentialReference(
      efficacy: .spending(.obrienFleming), isTwoSided: false, significance: 0.025,
      fractions: [0.5, 1.0],
      bounds: [2.9625880427275484, 1.9685956406374374],
      spent: [0.0015253227579889986, 0.024999999999999918],
      drift: 2.8067983622957082,
      power: [0.16406637219243603, 0.800000001579832]),
  ]
}
