package org.passerelle.pack.reading;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.pack.model.Partner;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.Programme.Question;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads `partners/*.yaml` and `programmes/*.yaml`.
final class PartnerReader {
    private final Reading reading;
    private final ProgrammeReader programmeReader;
    private final Map<PartnerId, Partner> partners = new LinkedHashMap<>();
    private final Map<PartnerId, Map<String, Question>> questions = new LinkedHashMap<>();
    private final Map<ProgrammeId, Programme> programmes = new LinkedHashMap<>();

    PartnerReader(Reading reading, ZoneId officeZone) {
        this.reading = reading;
        this.programmeReader = new ProgrammeReader(reading, officeZone);
    }

    Map<PartnerId, Partner> partners() {
        return partners;
    }

    Map<ProgrammeId, Programme> programmes() {
        return programmes;
    }

    List<ProgrammeReader.NamedOffer> namedOffers() {
        return programmeReader.namedOffers();
    }

    /// The partner's own questions; empty when there is no such partner.
    Optional<Map<String, Question>> questionsOf(PartnerId partner) {
        return Optional.ofNullable(questions.get(partner));
    }

    void read(List<Layer> layers) {
        for (var layer : layers) {
            for (var file : layer.yamlIn("partners")) {
                file(layer, file, Shapes.PARTNER)
                        .ifPresentOrElse(
                                fields -> partner(fields, layer),
                                () ->
                                        reading.vocabulary()
                                                .incomplete(List.of(Kind.PARTNER, Kind.PROGRAMME)));
            }
        }
        for (var layer : layers) {
            for (var file : layer.yamlIn("programmes")) {
                file(layer, file, Shapes.PROGRAMME_FILE)
                        .ifPresentOrElse(
                                fields -> programmeFile(fields, layer),
                                () -> reading.vocabulary().incomplete(List.of(Kind.PROGRAMME)));
            }
        }
    }

    private Optional<Fields> file(Layer layer, String file, Shape shape) {
        var path = layer.files().get(file);
        return path == null
                ? Optional.empty()
                : YamlFile.read(path, layer.shown(file), reading.problems())
                        .flatMap(value -> value.fields(shape));
    }

    private void partner(Fields fields, Layer layer) {
        var vocabulary = reading.vocabulary();
        var id = PartnerId.of(fields.get("partner", vocabulary.defining(Kind.PARTNER, layer), ""));
        partners.put(
                id,
                new Partner(
                        id,
                        fields.get("name", Scalars::text, ""),
                        fields.get("website", Addresses::website),
                        fields.get("desk", Addresses::email),
                        fields.get("about", reading::localised, Reading.NO_TEXT),
                        fields.get("faq", vocabulary.using(Kind.TEXT))));
        var own = new LinkedHashMap<String, Question>();
        fields.value("questions")
                .map(value -> new QuestionReader(reading).list(value, Optional.of(Map.of())))
                .orElse(List.of())
                .forEach(question -> own.put(question.id(), question));
        questions.put(id, own);
        fields.value("programmes")
                .map(Value::list)
                .orElse(List.of())
                .forEach(value ->
                        value.fields(Shapes.PROGRAMME)
                                .ifPresentOrElse(
                                        programme -> programme(programme, layer, id),
                                        () -> vocabulary.incomplete(List.of(Kind.PROGRAMME))));
    }

    private void programmeFile(Fields fields, Layer layer) {
        var partner = fields.get("partner", reading.vocabulary().using(Kind.PARTNER), "");
        programme(fields, layer, PartnerId.of(partner));
    }

    private void programme(Fields fields, Layer layer, PartnerId partner) {
        var programme = programmeReader.read(fields, layer, partner, questionsOf(partner));
        programmes.put(programme.id(), programme);
    }
}
