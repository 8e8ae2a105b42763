/// A small dense matrix of doubles, row after row.
///
/// For designs, covariances and ensembles of some hundreds of rows; not for fields.
public struct DenseMatrix: Sendable, Hashable, Codable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The elements, row after row.
  public var elements: [Double]

  /// Makes a matrix of one value.
  ///
  /// - Parameters:
  ///   - rows: number of rows.
  ///   - columns: number of columns.
  ///   - value: value of each element.
  public init(rows: Int, columns: Int, filledWith value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "A matrix of \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: value, count: rows * columns)
  }

  /// Makes a matrix from its rows.
  ///
  /// - Parameter rows: the rows, all of one length.
  /// - Throws: `StatisticsError.lengthMismatch` if the lengths differ.
  public init(rows: [[Double]]) throws(StatisticsError) {
    let columns = rows.first?.count ?? 0
    for row in rows { try StatisticsError.requireLength(row.count, columns, "columns in each row") }
    self.rows = rows.count
    self.columns = columns
    elements = rows.flatMap { $0 }
  }

  /// One element.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "Element (\(row), \(column))")
      return elements[row &* columns &+ column]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "Element (\(row), \(column))")
      elements[row &* columns &+ column] = newValue
    }
  }

  /// One row.
  public func row(_ index: Int) -> [Double] { Array(elements[index * columns..<(index + 1) * columns]) }

  /// One column.
  public func column(_ index: Int) -> [Double] { (0..<rows).map { self[$0, index] } }

  /// The matrix with rows and columns exchanged.
  public var transposed: DenseMatrix {
    var result = DenseMatrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// The product with another matrix.
  ///
  /// - Parameter other: a matrix with as many rows as this one has columns.
  /// - Returns: the product; sums run over the inner index in ascending order.
  public func times(_ other: DenseMatrix) -> DenseMatrix {
    precondition(
      columns == other.rows, "A product of \(rows) x \(columns) and \(other.rows) x \(other.columns)")
    var result = DenseMatrix(rows: rows, columns: other.columns)
    let width = other.columns
    result.elements.withUnsafeMutableBufferPointer { target in
      elements.withUnsafeBufferPointer { left in
        other.elements.withUnsafeBufferPointer { right in
          for row in 0..<rows {
            for inner in 0..<columns {
              let factor = left[row &* columns &+ inner]
              for column in 0..<width {
                target[row &* width &+ column] += factor * right[inner &* width &+ column]
              }
            }
          }
        }
      }
    }
    return result
  }

  /// The product with a column vector.
  ///
  /// - Parameter vector: as many numbers as there are columns.
  /// - Returns: one number a row.
  public func times(_ vector: [Double]) -> [Double] {
    precondition(columns == vector.count, "A product of \(rows) x \(columns) and a vector of \(vector.count)")
    return (0..<rows).map { row in
      var sum = 0.0
      for column in 0..<columns { sum += elements[row &* columns &+ column] * vector[column] }
      return sum
    }
  }
}

extension DenseMatrix {
  private enum CodingKeys: String, CodingKey {
    case rows, columns, elements
  }

  /// Reads a matrix and refuses one with more or fewer elements than its shape says.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    rows = try container.decode(Int.self, forKey: .rows)
    columns = try container.decode(Int.self, forKey: .columns)
    elements = try container.decode([Double].self, forKey: .elements)
    let (count, isTooLarge) = rows.multipliedReportingOverflow(by: columns)
    guard rows >= 0, columns >= 0, !isTooLarge, count == elements.count else {
      throw StatisticsError.lengthMismatch(
        what: "elements of a stored matrix", required: isTooLarge ? .max : count, found: elements.count)
    }
  }
}
