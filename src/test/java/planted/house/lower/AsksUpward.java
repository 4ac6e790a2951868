package planted.house.lower;

/// Knows a module above.
public record AsksUpward(planted.house.upper.Upper upper) {}
