/// Holds the target until its first type lands.
enum Placeholder {}
