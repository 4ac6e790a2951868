package org.passerelle.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/// Chooses the post: a mail server where `spring.mail.host` names one, else the development
/// mailbox, where letters are shown and go no further.
@Configuration(proxyBeanMethods = false)
class PostConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(PostConfiguration.class);

    @Bean
    Post post(
            ObjectProvider<JavaMailSender> server,
            LeaveAddress leave,
            ObjectProvider<Enclosures> enclosures,
            @Value("${passerelle.mail.from:Passerelle <passerelle@localhost>}") String from,
            @Value("${passerelle.development-mailbox:false}") boolean isShown) {
        var found = server.getIfAvailable();
        if (found == null) {
            if (!isShown) {
                LOG.warn("spring.mail.host names no mail server: letters are kept and go nowhere");
            }
            return new KeptHere();
        }
        return new SmtpPost(found, from, leave, () -> enclosures.stream().toList());
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
