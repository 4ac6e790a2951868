package org.passerelle.payment;

import org.joda.money.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes money in stored events as `EUR 44.46` and reads it back: an event that a killed program
/// had not yet heard is told again at the next start.
@Configuration(proxyBeanMethods = false)
class MoneyInEvents {

    @Bean
    JacksonModule moneyAsText() {
        return new SimpleModule("money")
                .addSerializer(Money.class, new Writer())
                .addDeserializer(Money.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Money> {
        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeString(money.toString());
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            return Money.parse(json.getString());
        }
    }
}
