package org.passerelle.payment;

import static org.passerelle.payment.MoneyStory.OFFICE;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whatever happens to money, in whatever order, however often: the books sum to zero, and an
/// organisation's balances are its documents. Each story is drawn from its number, which a failure
/// names.
@ProductTest
@Requirement({"PAY-04", "PAY-05"})
class MoneyLawsTest {
    private static final int STORIES = 400;
    private static final int AT_ONCE = 6;

    private final Payments payments;
    private final Payouts payouts;
    private final Cheques cheques;
    private final TransactionTemplate transaction;
    private final MoneyBooks books;

    MoneyLawsTest(
            @Autowired Payments payments,
            @Autowired Payouts payouts,
            @Autowired Cheques cheques,
            @Autowired Ledger ledger,
            @Autowired PlatformTransactionManager transactions) {
        this.payments = payments;
        this.payouts = payouts;
        this.cheques = cheques;
        this.transaction = new TransactionTemplate(transactions);
        this.books = new MoneyBooks(ledger, payments, transactions);
    }

    @Test
    void over_any_story_the_books_are_the_documents() {
        for (var seed = 1; seed <= STORIES; seed++) {
            var random = new Random(seed);
            var story = new MoneyStory(payments, payouts, cheques);
            transaction.executeWithoutResult(_ -> {
                for (var step = 4 + random.nextInt(16); step > 0; step--) {
                    if (step % 7 == 0 || payments.ofOrganisation(story.organisation()).isEmpty()) {
                        story.bill(random);
                    }
                    story.happens(random);
                }
            });
            books.agree("story " + seed, OFFICE, story.organisation());
            transaction.executeWithoutResult(_ -> story.ends());
            books.agree("end of story " + seed, OFFICE, story.organisation());
        }
        books.balance(OFFICE);
    }

    @Test
    void over_any_story_of_many_at_once_too() throws Exception {
        for (var seed = 1; seed <= AT_ONCE; seed++) {
            var random = new Random(1_000 + seed);
            var story = new MoneyStory(payments, payouts, cheques);
            story.bill(random);
            story.bill(random);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var all = new ArrayList<Callable<Boolean>>();
                for (var i = 0; i < 40; i++) {
                    var own = new Random(random.nextLong());
                    all.add(() -> {
                        story.happens(own);
                        return true;
                    });
                }
                for (var done : threads.invokeAll(all)) {
                    done.get();
                }
            }
            books.agree("story " + (1_000 + seed) + " at once", OFFICE, story.organisation());
            story.ends();
        }
        books.balance(OFFICE);
    }
}
