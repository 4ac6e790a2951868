package planted.house.lower.domain;

/// Inside a module: nobody else's business.
public record Hidden(int value) {}
