package org.passerelle.help;

import java.util.UUID;
import org.passerelle.kernel.TypedId;

/// Names one comment.
public record CommentId(UUID value) implements TypedId {
    public static CommentId random() {
        return new CommentId(UUID.randomUUID());
    }

    /// @throws IllegalArgumentException when the text is no id of this kind
    public static CommentId of(String text) {
        return new CommentId(TypedId.parse("com", text));
    }

    @Override
    public String toString() {
        return TypedId.format("com", value);
    }
}
