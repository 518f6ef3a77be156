#include "projections/trace_organisation.hpp"

namespace minhbach::projections::trace {

void describe_organisation(const Event& event, Builder& builder, Rows& rows) {
    auto& act = builder.act;
    match(
        event,
        [&](const DocumentRegistered& e) {
            builder.rests_on(e.document);
            act.unit = e.issuer_unit;
            builder.set("number", e.number);
            rows.put_as(kDocuments, e.document.str(),
                        DocumentFacts{e.number.str(), e.date, e.effective_from, e.effective_to});
        },
        [&](const DocumentCorrected& e) {
            act.document = e.document;
            act.reason = e.reason;
            auto facts = rows.get_as<DocumentFacts>(kDocuments, e.document.str()).value();
            const auto replace = [&](std::string_view field, auto& old, const auto& now) {
                if (!now) return;
                builder.changed(field, old, *now);
                old = *now;
            };
            if (e.number) builder.changed("number", facts.number, e.number->str()), facts.number = e.number->str();
            replace("date", facts.date, e.date);
            replace("effectiveFrom", facts.effective_from, e.effective_from);
            replace("effectiveTo", facts.effective_to, e.effective_to);
            rows.put_as(kDocuments, e.document.str(), facts);
            builder.touches_dossiers_of(kByDocument, e.document.str() + "/", true);
        },
        [&](const UnitEstablished& e) {
            act.unit = e.unit;
            if (e.document) builder.rests_on(*e.document);
            builder.set("name", e.name);
        },
        [&](const UnitChanged& e) {
            act.unit = e.unit;
            builder.rests_on(e.document);
            if (e.name) builder.set("name", *e.name);
            if (e.parent) builder.set("parent", *e.parent);
        },
        [&](const UnitDissolved& e) {
            act.unit = e.unit;
            builder.rests_on(e.document);
            builder.set("dissolvedOn", e.on);
        },
        [&](const PersonRegistered& e) { builder.about_person(e.person); },
        [&](const PersonCorrected& e) {
            builder.about_person(e.person);
            act.reason = e.reason;
            if (e.full_name) builder.set("fullName", *e.full_name);
            if (e.birth_date) builder.set("birthDate", *e.birth_date);
            if (e.sex) builder.set("sex", *e.sex);
        },
        [&](const PersonMerged& e) {
            builder.about_person(e.person);
            builder.rests_on(e.document);
            act.reason = e.reason;
            builder.set("into", e.into.str());
        },
        [&](const PersonSeparated& e) {
            builder.about_person(e.person);
            builder.rests_on(e.document);
            act.reason = e.reason;
            builder.set("from", e.from.str());
        },
        [&](const PostAssigned& e) {
            rows.put_as(kPersons, e.person.str(), Placed{e.post.unit, e.post.managed_by});
            builder.about_person(e.person);
            if (e.document) builder.rests_on(*e.document);
            builder.set("post", e.post.title);
        },
        [&](const PostEnded& e) {
            builder.about_person(e.person);
            act.unit = e.unit;
            if (e.document) builder.rests_on(*e.document);
            builder.set("to", e.to);
        },
        [&](const SecondmentRecorded& e) {
            builder.about_person(e.person);
            act.unit = e.host;
            builder.rests_on(e.document);
            builder.set("from", e.from);
            if (e.to) builder.set("to", *e.to);
        },
        [&](const SecondmentEnded& e) {
            builder.about_person(e.person);
            act.unit = e.host;
            builder.rests_on(e.document);
            builder.set("to", e.to);
        },
        [&](const PartyMembershipRecorded& e) { builder.about_person(e.person); },
        [&](const EarlierRatingImported& e) {
            builder.about_person(e.person);
            builder.set("year", e.year);
            builder.set("level", e.wording);
        },
        [&](const ServiceRecorded& e) {
            builder.about_person(e.person);
            builder.set("monthsWorked", e.months_worked);
            builder.set("absenceMonths", e.absence_months);
            builder.set("maternityMonths", e.maternity_months);
        },
        [&](const DisciplineRecorded& e) {
            builder.about_person(e.person);
            builder.rests_on(e.document);
            builder.set("discipline", e.form);
            builder.set("effective", e.effective);
        },
        [&](const FindingConcluded& e) {
            builder.about_person(e.person);
            builder.rests_on(e.document);
            builder.set("finding", e.finding);
        },
        [&](const MandateGranted& e) {
            act.subject = e.person;
            act.unit = e.unit;
            builder.rests_on(e.document);
            builder.set("from", e.from);
            builder.set("to", e.to);
            if (e.second_person != SecondPerson::not_asked) builder.set("secondPerson", e.second_person);
            rows.put_as(kMandates, e.mandate.str(), MandateFacts{e.person, e.unit, e.from, e.to, e.document});
        },
        [&](const MandateConfirmed& e) {
            act.subject = e.person;
            const auto facts = rows.get_as<MandateFacts>(kMandates, e.mandate.str());
            if (!facts) return;
            act.unit = facts->unit;
            builder.rests_on(facts->document);
        },
        [&](const MandateCorrected& e) {
            auto facts = rows.get_as<MandateFacts>(kMandates, e.mandate.str());
            act.subject = e.person;
            act.reason = e.reason;
            if (!facts) return;
            act.unit = facts->unit;
            if (e.from) builder.changed("from", facts->from, *e.from), facts->from = *e.from;
            if (e.to) builder.changed("to", facts->to, *e.to), facts->to = e.to;
            if (e.document) builder.changed("document", facts->document, *e.document), facts->document = *e.document;
            builder.rests_on(facts->document);
            rows.put_as(kMandates, e.mandate.str(), *facts);
            builder.touches_dossiers_of(kByMandate, e.mandate.str() + "/", false);
        },
        [&](const MandateRevoked& e) {
            act.subject = e.person;
            builder.rests_on(e.document);
            builder.set("revokedOn", e.on);
            if (const auto facts = rows.get_as<MandateFacts>(kMandates, e.mandate.str())) act.unit = facts->unit;
        });
}

}  // namespace minhbach::projections::trace
