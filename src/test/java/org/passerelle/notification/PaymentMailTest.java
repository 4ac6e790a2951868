package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.payment.EpcQrCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// The letter that says how to pay an order, as it leaves for a mail server.
@ProductTest
@Requirement("PAY-01")
class PaymentMailTest {
    @Autowired OrderingFixture house;
    @Autowired Notification notification;
    @Autowired LeaveAddress leave;
    @Autowired List<Enclosures> enclosures;

    @Test
    void it_says_the_communication_and_carries_a_code_that_a_banks_app_reads() throws Exception {
        var buyer = house.qualified();
        var payable = house.payments.get(house.placed(buyer, WINDOWS, "1").number().payable());
        var letter =
                notification.ofOrganisation(buyer.organisation()).stream()
                        .filter(one -> one.template().startsWith("ordering."))
                        .findFirst()
                        .orElseThrow();

        var parts = leaves((MimeMultipart) mail(letter).getContent());

        assertThat(parts.stream().filter(part -> type(part).startsWith("text/")))
                .isNotEmpty()
                .allSatisfy(part ->
                        assertThat(part.getContent().toString())
                                .contains(payable.communication().toString()));
        var picture = parts.stream().filter(part -> type(part).startsWith("image/png")).findFirst();
        try (var png = picture.orElseThrow().getInputStream()) {
            assertThat(code(ImageIO.read(png)))
                    .isEqualTo(payable.epc().map(EpcQrCode::payload).orElseThrow())
                    .contains(
                            "BCD",
                            "SCT",
                            payable.amount().getAmount().toPlainString(),
                            payable.communication().toString());
        }
    }

    private static String code(BufferedImage image) throws Exception {
        var pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var picture = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText();
    }

    private MimeMessage mail(SentLetter letter) {
        var sent = new ArrayList<MimeMessage>();
        var server =
                new JavaMailSenderImpl() {
                    @Override
                    protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                        sent.addAll(List.of(messages));
                    }
                };
        new SmtpPost(server, "Passerelle <office@passerelle.example>", leave, () -> enclosures)
                .deliver(letter);
        return sent.getFirst();
    }

    /// The parts that hold no others.
    private static List<BodyPart> leaves(MimeMultipart mail) throws Exception {
        var parts = new ArrayList<BodyPart>();
        for (var place = 0; place < mail.getCount(); place++) {
            var part = mail.getBodyPart(place);
            if (part.getContent() instanceof MimeMultipart inner) {
                parts.addAll(leaves(inner));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    private static String type(BodyPart part) {
        try {
            return part.getContentType().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
