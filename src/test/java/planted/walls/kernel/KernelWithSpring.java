package planted.walls.kernel;

/// A value that drags a framework along.
@org.springframework.stereotype.Component
public class KernelWithSpring {}
