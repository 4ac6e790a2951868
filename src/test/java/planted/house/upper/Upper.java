package planted.house.upper;

/// A module on a higher floor.
public record Upper(String name) {}
