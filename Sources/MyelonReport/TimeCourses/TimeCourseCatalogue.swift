/// Which measures the report draws over time, in which order and under which headings.
enum TimeCourseCatalogue {
  /// One measure.
  struct Measure {
    /// Column of the series.
    let column: String
    /// Title of its chart.
    let title: String
    /// Range of the values when it is fixed.
    var range: ClosedRange<Double>?
  }

  /// Measures that belong together.
  struct Group {
    let title: String
    let measures: [Measure]
  }

  /// The groups in the order of the page.
  static let groups: [Group] = [
    Group(
      title: "Lesion, cavity and fibrosis",
      measures: [
        Measure(column: "lesion_volume", title: "Lesion volume"),
        Measure(column: "necrosis_volume", title: "Dead, not yet cleared"),
        Measure(column: "fibrosis_volume", title: "Fibrotic tissue"),
        Measure(column: "cavity_volume", title: "Cavity volume"),
        Measure(column: "lesion_length", title: "Lesion length"),
        Measure(column: "neurons_lost", title: "Neurons lost"),
      ]),
    Group(
      title: "Axons and myelin in the worst section",
      measures: [
        Measure(column: "spared_white_matter", title: "White matter uncut and myelinated", range: 0...100),
        Measure(column: "spared_axons", title: "Axons spared", range: 0...100),
        Measure(column: "demyelinated", title: "Axons without myelin"),
        Measure(column: "remyelinated", title: "Axons with new myelin"),
      ]),
    Group(
      title: "Perfusion, blood and oedema",
      measures: [
        Measure(column: "perfusion_epicentre", title: "Perfusion of the worst section", range: 0...1),
        Measure(column: "oedema_length", title: "Length of oedema"),
        Measure(column: "haemorrhage", title: "Blood outside vessels"),
      ]),
    Group(
      title: "Inflammation",
      measures: [
        Measure(column: "peak_cytokine", title: "Highest TNF / IL-1"),
        Measure(column: "neutrophils", title: "Neutrophils"),
        Measure(column: "pro_inflammatory_macrophages", title: "Pro-inflammatory macrophages"),
        Measure(column: "repair_macrophages", title: "Pro-repair macrophages"),
        Measure(column: "myelin_debris", title: "Myelin debris"),
        Measure(column: "peak_glutamate", title: "Highest excess glutamate"),
      ]),
    Group(
      title: "Scar",
      measures: [
        Measure(column: "reactive_astrocytes", title: "Reactive astrocytes"),
        Measure(column: "cspg", title: "Proteoglycan (CSPG)"),
      ]),
  ]

  /// All columns that have a chart of their own.
  static let columns = Set(groups.flatMap { $0.measures.map(\.column) })

  /// A unit as a reader writes it.
  static func unit(_ unit: String) -> String {
    switch unit {
    case "mm3": "mm³"
    case "mm2": "mm²"
    case "mm2/h": "mm²/h"
    case "fraction": "fraction"
    case "uM": "µM"
    case "", "-", "1": ""
    default: Markup.escape(unit)
    }
  }
}
