package planted.house.upper;

/// Passes by the face of another module.
public record ReachesInside(planted.house.lower.domain.Hidden hidden) {}
