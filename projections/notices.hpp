// When was the person told, how, and when did the person receive it. Dates only: working days need the
// calendar.
#pragma once

#include "projections/dossiers.hpp"

namespace minhbach::projections {

struct NoticeLine {
    DossierId dossier;
    PersonName person;
    UnitName unit;
    UnitName agency;
    Date decided_on;
    DocumentName decision;
    std::optional<Date> notice_dated;
    std::optional<Time> notice_recorded_at;
    std::optional<DocumentName> notice;
    std::optional<Provenance> notice_by;
    std::optional<Date> received_on;
    std::optional<ReceivedHow> received_how;
    std::optional<DocumentName> refusal_minutes;
    std::optional<Date> published_on;
    std::optional<PublicationForm> published_how;
};
BOOST_DESCRIBE_STRUCT(NoticeLine, (),
                      (dossier, person, unit, agency, decided_on, decision, notice_dated, notice_recorded_at, notice,
                       notice_by, received_on, received_how, refusal_minutes, published_on, published_how))

struct NoticesAnswer {
    Basis basis;
    CycleId cycle;
    int notice_working_days = 0;    // the internal rule of the cycle, 0: none
    std::vector<NoticeLine> items;  // decided dossiers, by name
    int total = 0;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(NoticesAnswer, (), (basis, cycle, notice_working_days, items, total, next))

}  // namespace minhbach::projections
