package org.passerelle.programme.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.JSONB;
import org.passerelle.programme.Demand;
import org.passerelle.programme.Fact;
import org.passerelle.programme.Finding;
import org.passerelle.programme.History;
import org.passerelle.programme.Remedy;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Reasons and persons as the tables keep them. What is sealed in Java says in `type` which of its
/// records it is; money is `EUR 38.00`.
final class LedgerJson {
    private static final TypeReference<List<History.Person>> PERSONS = new TypeReference<>() {};

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(Finding.class, Sealed.class)
                    .addMixIn(Fact.class, Sealed.class)
                    .addMixIn(Demand.class, Sealed.class)
                    .addMixIn(Remedy.class, Sealed.class)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(new WriteMoney())
                                    .addDeserializer(Money.class, new ReadMoney())
                                    .addSerializer(new WriteCurrency())
                                    .addDeserializer(CurrencyUnit.class, new ReadCurrency()))
                    .build();

    private LedgerJson() {}

    static JSONB reasons(Finding reasons) {
        return JSONB.jsonb(JSON.writerFor(Finding.class).writeValueAsString(reasons));
    }

    static Finding reasons(JSONB kept) {
        return JSON.readValue(kept.data(), Finding.class);
    }

    static JSONB persons(List<History.Person> persons) {
        return JSONB.jsonb(JSON.writeValueAsString(persons));
    }

    static List<History.Person> persons(JSONB kept) {
        return JSON.readValue(kept.data(), PERSONS);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Sealed {}

    private static final class WriteMoney extends StdSerializer<Money> {
        WriteMoney() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeString(money.toString());
        }
    }

    private static final class ReadMoney extends StdDeserializer<Money> {
        ReadMoney() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            return Money.parse(json.getString());
        }
    }

    private static final class WriteCurrency extends StdSerializer<CurrencyUnit> {
        WriteCurrency() {
            super(CurrencyUnit.class);
        }

        @Override
        public void serialize(
                CurrencyUnit currency, JsonGenerator json, SerializationContext context) {
            json.writeString(currency.getCode());
        }
    }

    private static final class ReadCurrency extends StdDeserializer<CurrencyUnit> {
        ReadCurrency() {
            super(CurrencyUnit.class);
        }

        @Override
        public CurrencyUnit deserialize(JsonParser json, DeserializationContext context) {
            return CurrencyUnit.of(json.getString());
        }
    }
}
