package org.passerelle.organisation;

import org.passerelle.kernel.Localised;

/// Something a registration needs before it can be submitted (ORG-01).
public sealed interface Missing {
    /// The step of the form where it is given.
    Field.Step step();

    /// A field that is empty.
    record Value(String field) implements Missing {
        @Override
        public Field.Step step() {
            return Field.stepOf(field);
        }
    }

    /// A document the legal form asks for.
    record Evidence(Localised kind) implements Missing {
        @Override
        public Field.Step step() {
            return Field.Step.EVIDENCE;
        }
    }
}
