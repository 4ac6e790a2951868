package org.passerelle.packs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.SamplePack;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.ProgrammeId;

/// Every rule that partners are known to have in some country, in the pack language, and tried:
/// met, unmet and not known; within a limit, at it, and beyond. The day is 12 September 2022.
class PartnerRulesTest {
    private static final Pack PACK =
            switch (PackLoader.load(SamplePack.FOLDER.resolve("partner-rules"))) {
                case LoadOutcome.Loaded(var pack) -> pack;
                case LoadOutcome.Library library -> throw new AssertionError(library);
                case LoadOutcome.Refused(var errors) -> throw new AssertionError(errors);
            };

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bitdefender | budget=USD:1400000 | eligible
                    bitdefender | budget=USD:1400000.01 | ineligible
                    bitdefender | budget=? | undecided
                    bitdefender | activity=schools | ineligible
                    bitdefender | activity=political | ineligible
                    bitdefender | purpose=opinion | ineligible
                    bitdefender | activity=clubs | undecided
                    bitdefender | activity=clubs yes=club-for-public | eligible
                    bitdefender | activity=clubs no=club-for-public | ineligible
                    bitdefender | country=DK purpose=religious designation=secular | ineligible
                    bitdefender | country=FI activity=church | ineligible
                    bitdefender | country=BA purpose=religious | ineligible
                    bitdefender | country=TR purpose=religious designation=secular | eligible
                    bitdefender | country=AL purpose=? | undecided
                    bitdefender | country=NL activity=church purpose=religious | eligible
                    bitdefender | country=NG purpose=religious | eligible
                    zoom | budget=USD:10000000 | eligible
                    zoom | budget=USD:10000001 | ineligible
                    zoom | bought=2022-01-01 | eligible
                    zoom | country=BG bought=2022-01-01 | ineligible
                    zoom | country=BG purchases=? | undecided
                    zoom-cares | activity=schools | ineligible
                    zoom-cares | budget=USD:10000000 | eligible
                    autodesk | budget=USD:10000000 | eligible
                    autodesk | activity=advocacy | ineligible
                    autodesk | activity=employee-benefit | ineligible
                    autodesk | purpose=religious | ineligible
                    autodesk | purpose=religious designation=secular | eligible
                    autodesk | bought=2019-09-12 | ineligible
                    autodesk | bought=2019-09-11 | eligible
                    autodesk | bought=2022-01-01 waiver=autodesk | eligible
                    autodesk | purchases=? waivers=? | undecided
                    autodesk | purchases=? waiver=autodesk | eligible
                    adobe | country=CZ activity=fraternal | eligible
                    adobe | country=TH activity=fraternal | ineligible
                    adobe | country=IE activity=scouting | ineligible
                    adobe | country=TH activity=refurbishing | ineligible
                    adobe | country=TH purpose=religious | ineligible
                    adobe | country=AU activity=foundations | ineligible
                    adobe | country=AU activity=hospitals | ineligible
                    adobe | country=AU activity=unions | ineligible
                    adobe | country=AU activity=trade | ineligible
                    adobe | country=AU form=company | ineligible
                    adobe | country=AU activity=culture | eligible
                    creative-cloud | budget=USD:900000000 | eligible
                    cisco | GOOD budget=USD:20000000 | eligible
                    cisco | GOOD budget=USD:20000001 | ineligible
                    cisco | GOOD activity=culture | ineligible
                    cisco | GOOD activity=? | undecided
                    cisco | activity=social attested=trustee-requests | undecided
                    cisco | activity=social attested=trustee-requests no=serves-disadvantaged | ineligible
                    cisco | activity=social yes=serves-disadvantaged | ineligible
                    cisco | country=IE budget=EUR:6000000 | ineligible
                    cisco | country=IE budget=EUR:5999999.99 | eligible
                    cisco | country=ZA budget=ZAR:34999999 | eligible
                    cisco | country=ZA budget=USD:2138889 | ineligible
                    cisco | country=CA status=nonprofit | ineligible
                    cisco | country=CA status=charity | eligible
                    microsoft-discount | | ineligible
                    microsoft-discount | attested=no-discrimination | eligible
                    microsoft-discount | attested=? | undecided
                    cloud-credit | activity=schools | ineligible
                    asana | activity=hospitals | ineligible
                    asana | activity=mutual | ineligible
                    asana | activity=clubs activities=clubs | ineligible
                    asana | activity=clubs activities=clubs+community-centre | eligible
                    asana | activity=clubs activities=? | undecided
                    asana | purpose=religious | ineligible
                    asana | bought=2022-01-01 | eligible
                    asana | country=BG budget=USD:25000001 | ineligible
                    docusign | budget=USD:1000000 | eligible
                    docusign | budget=USD:1000000.01 | ineligible
                    docusign | activity=affiliates | ineligible
                    docusign | bought=2022-01-01 | ineligible
                    docusign | bought=2022-01-01 had=sign-pro*1@2022-01-02 | eligible
                    tableau | budget=USD:5000000 | eligible
                    tableau | country=NZ budget=NZD:7000000 | eligible
                    tableau | country=NZ budget=NZD:7000001 | ineligible
                    tableau | activity=hospitals | ineligible
                    tableau | activity=disability | eligible
                    tableau | activity=rescue | eligible
                    tableau | activity=foundations | ineligible
                    tableau | country=NZ activity=church | ineligible
                    veritas | budget=USD:10000000 | eligible
                    veritas | country=NZ budget=NZD:14000000 | eligible
                    veritas | activity=schools | ineligible
                    veritas | activity=scouting | ineligible
                    veritas | activity=clubs | undecided
                    norton | budget=USD:10000000 | ineligible
                    norton | budget=USD:9999999.99 | eligible
                    norton | country=CU | ineligible
                    norton | country=? | undecided
                    slack | activity=church | ineligible
                    slack | purpose=opinion | ineligible
                    slack | activity=foundations | ineligible
                    google | activity=hospitals | ineligible
                    google | activity=hospitals designation=charitable-arm | eligible
                    google | activity=schools designation=charitable-arm | eligible
                    google | activity=government | ineligible
                    google | status=nonprofit+sponsored | ineligible
                    google | country=ZW form=company | ineligible
                    canva | activity=professional-sports | ineligible
                    canva | activity=job-training | ineligible
                    canva | activity=schools | ineligible
                    canva | activity=culture | eligible
                    pagerduty | activity=church purpose=religious | ineligible
                    pagerduty | activity=church | eligible
                    pagerduty | activity=pregnancy-centres | ineligible
                    pagerduty | form=company | ineligible
                    pagerduty | qualified=no | ineligible
                    pagerduty | qualified=? | undecided
                    """)
    @Requirement({"ELI-01", "ELI-02"})
    void a_programme_is_decided(String programme, String organisation, String outcome) {
        assertThat(Described.in(PACK, organisation).outcome(programme)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    want=shield-25*2 | free
                    want=shield-10*3 want=shield-25*1 | shield-25 allotment-exceeded
                    had=shield-25*1@2022-07-02 want=shield-10*2 want=shield-10*1 | shield-10 allotment-exceeded
                    had=zoom-year*1@2022-07-01 want=zoom-year*1 | zoom-year allotment-exceeded
                    had=zoom-year*1@2022-06-30 want=zoom-year*1 | free
                    had=cares-pro*1@2021-09-13 want=cares-business*1 | cares-business not-eligible
                    had=cares-pro*1@2021-09-11 want=cares-business*1 | free
                    had=cares-pro*1@2022-01-01 want=cares-pro*5 | free
                    want=cad*3 | cad allotment-exceeded
                    country=BA want=cad*10 | free
                    country=BG want=cad*11 | cad allotment-exceeded
                    had=cad*2@2022-01-10 want=cad*2 | free
                    want=photo*4 | free
                    want=suite*1 | free
                    want=photo*1 want=suite*1 | suite allotment-exceeded
                    country=CZ want=photo*90 | free
                    country=TH budget=USD:2500001 want=acrobat-2017*1 | acrobat-2017 not-eligible
                    country=CZ budget=USD:2500001 want=acrobat-2017*1 | free
                    country=CZ budget=USD:10000001 want=acrobat-2020*1 | acrobat-2020 not-eligible
                    want=cloud-apps*2 person=a@x.org person=A@x.org | cloud-apps person-already-has-one
                    had=cloud-apps*1@2021-01-01 person=a@x.org want=cloud-apps*1 person=b@x.org | free
                    want=acrobat-seat*50 want=express-seat*50 | free
                    want=acrobat-seat*51 | acrobat-seat allotment-exceeded
                    GOOD want=switch*10 | free
                    GOOD had=switch*5@2022-07-02 want=switch*6 | switch allotment-exceeded
                    GOOD want=array*2 | free
                    GOOD want=array*3 | array above-maximum
                    GOOD country=GB want=switch*9 | free
                    GOOD country=GB had=switch*1@2022-07-02 want=switch*1 | switch allotment-exceeded
                    GOOD country=GB want=switch*10 | switch allotment-exceeded
                    want=desktop*50 want=server*25 want=database*1 | free
                    want=server*26 | server allotment-exceeded
                    want=database*2 | database allotment-exceeded
                    had=desktop*50@2020-09-13 want=desktop*1 | desktop allotment-exceeded
                    had=desktop*50@2020-09-12 want=desktop*1 | free
                    ELEVEN | title-11 allotment-exceeded
                    want=public-office*1 | public-office undecided
                    yes=public-computers want=public-office*1 | free
                    attested=no-discrimination want=word*4 | word below-minimum
                    attested=no-discrimination want=word*5 | free
                    attested=no-discrimination want=single*1 | free
                    had=tenant*1@2020-01-02 want=tenant*1 | tenant once-in-a-lifetime
                    want=genuine*1 want=desktop*1 | genuine must-be-alone
                    had=genuine*1@2020-01-02 want=genuine*1 | genuine once-in-a-lifetime
                    budget=USD:9999999 want=credit-small*1 | free
                    budget=USD:10000000 want=credit-small*1 | credit-small not-eligible
                    budget=USD:10000000 want=credit-medium*1 | free
                    budget=USD:50000000 want=credit-medium*1 | free
                    budget=USD:50000001 want=credit-large*1 | free
                    had=credit-small*1@2021-08-01 want=credit-small*1 | free
                    had=credit-small*1@2022-08-01 want=credit-small*1 | credit-small once-in-a-lifetime
                    had=team*1@2021-09-13 want=team*1 | team allotment-exceeded
                    want=sign-standard*5 want=sign-pro*5 | free
                    want=sign-pro*6 | sign-pro allotment-exceeded
                    want=charts*6 | charts allotment-exceeded
                    want=backup*1 want=recovery*1 | free
                    want=backup*2 | backup allotment-exceeded
                    want=norton-a*12 want=norton-b*8 | free
                    want=norton-a*12 want=norton-b*9 | norton-b allotment-exceeded
                    country=ZA want=norton-a*2 | norton-a allotment-exceeded
                    staff=250 want=chat-pro*1 | free
                    staff=251 want=chat-pro*1 | chat-pro not-eligible
                    staff=251 want=chat-large*1 | free
                    want=duty-free*5 want=duty-more*40 | free
                    want=duty-free*6 | duty-free allotment-exceeded
                    """)
    @Requirement({"ORD-02", "ORD-03"})
    void a_basket_is_free_or_says_why_not(String described, String refusals) {
        var found = String.join(", ", Described.in(PACK, described).refusals()).replace(":", "");

        assertThat(found.isEmpty() ? "free" : found).isEqualTo(refusals);
    }

    @Test
    @Requirement("ORD-07")
    void what_comes_after_is_data_too() {
        var cloud = PACK.programme(ProgrammeId.of("microsoft-cloud")).orElseThrow().versions();
        assertThat(cloud.getFirst().duties())
                .extracting(duty -> duty.activeUsePercent().orElse(0) + " " + duty.withinDays())
                .containsExactly("85 90", "0 90");
        var cisco = PACK.programme(ProgrammeId.of("cisco")).orElseThrow().versions().getFirst();
        assertThat(cisco.approval().orElseThrow().questions())
                .extracting(question -> question.id())
                .containsExactly("technology-line");
    }
}
