package org.passerelle.identity;

import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where letters are handed in.
interface Post {

    /// A letter of one message and one button. `unique` names it: handed in twice, it is sent once.
    record Note(
            Optional<PersonId> person,
            String to,
            Language language,
            String template,
            String subject,
            String greeting,
            String body,
            String button,
            String link,
            String why,
            String unique) {}

    void send(Note note);

    /// Until the notification module is there: says that a letter waits.
    @Component
    class Log implements Post {
        private static final Logger LOG = LoggerFactory.getLogger(Log.class);

        @Override
        public void send(Note note) {
            LOG.warn("Letter {} is not delivered: no notification module yet", note.template());
        }
    }
}
