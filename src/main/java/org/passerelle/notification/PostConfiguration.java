package org.passerelle.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/// Chooses the post: a mail server where `spring.mail.host` names one, else the development
/// mailbox, where letters are shown and go no further.
@Configuration(proxyBeanMethods = false)
class PostConfiguration {

    @Bean
    Post post(
            ObjectProvider<JavaMailSender> server,
            @Value("${passerelle.mail.from:Passerelle <passerelle@localhost>}") String from) {
        var found = server.getIfAvailable();
        return found == null ? new KeptHere() : new SmtpPost(found, from);
    }

    /// The letter already lies where the mailbox shows it.
    private static final class KeptHere implements Post {
        @Override
        public void deliver(SentLetter letter) {}

        @Override
        public boolean leavesTheHouse() {
            return false;
        }
    }
}
