/// An integer type that NIfTI files store.
///
/// The two conversions exist because the standard library's generic ones are slow where they are not
/// specialised; each type here picks its own.
protocol StoredInteger: FixedWidthInteger {
  /// The value as Float, rounded to nearest.
  var single: Float { get }
  /// The value as Double, rounded to nearest.
  var double: Double { get }
}

extension UInt8: StoredInteger {
  @inline(__always) var single: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension Int8: StoredInteger {
  @inline(__always) var single: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension UInt16: StoredInteger {
  @inline(__always) var single: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension Int16: StoredInteger {
  @inline(__always) var single: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension UInt32: StoredInteger {
  @inline(__always) var single: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension Int32: StoredInteger {
  @inline(__always) var single: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension UInt64: StoredInteger {
  @inline(__always) var single: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}

extension Int64: StoredInteger {
  @inline(__always) var single: Float { Float(self) }
  @inline(__always) var double: Double { Double(self) }
}
