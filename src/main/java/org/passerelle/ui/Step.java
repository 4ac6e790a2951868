package org.passerelle.ui;

/// One step of a way: done, the one where things stand, or still to come.
public record Step(State state, String name, String detail) {
    public enum State {
        DONE("done"),
        NOW("now"),
        AHEAD("");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }

        /// The class of the list item.
        public String mark() {
            return mark;
        }
    }

    public static Step done(String name, String detail) {
        return new Step(State.DONE, name, detail);
    }

    public static Step now(String name, String detail) {
        return new Step(State.NOW, name, detail);
    }

    public static Step ahead(String name, String detail) {
        return new Step(State.AHEAD, name, detail);
    }
}
