package planted.walls.domain;

/// A rule that cannot be read without Spring.
@org.springframework.stereotype.Component
public class AsksSpring {}
