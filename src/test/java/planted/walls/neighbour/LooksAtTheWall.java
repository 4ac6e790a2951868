package planted.walls.neighbour;

import java.time.Instant;

/// Reads a clock that nobody can move.
public class LooksAtTheWall {
    Instant time() {
        return Instant.now();
    }
}
