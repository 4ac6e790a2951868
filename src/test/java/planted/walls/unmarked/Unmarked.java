package planted.walls.unmarked;

/// In a package that says nothing about null.
public record Unmarked(String maybe) {}
