// A dossier on its way, over the doors: discussed in a meeting; decided on and notified, where objections begin.
#pragma once

#include "doors.hpp"

namespace minhbach::api::routes {

class Met : public Doors {
protected:
    // A1's form, a judgement and a meeting, whose minutes are not adopted yet.
    void meet() {
        using namespace services;
        done("A1", the_form("A1"));
        clock_.set(Time::of("2023-11-21T08:00"));
        done("DIRECTOR", a_judgement("A1"));
        clock_.set(Time::of("2023-11-22T10:00"));
        done("OFFICER", a_meeting("M1", "51-S05", {"A1"}));
        folded();
    }
};

class Decided : public Met {
protected:
    // A1 did excellently, was decided GOOD and has received the notice on 1 December.
    void decide_and_notify() {
        using namespace services;
        meet();
        done("OFFICER", minutes_of("M1"));
        clock_.set(Time::of("2023-11-24T10:00"));
        done("OFFICER", a_proposal("A1", Level::excellent));
        clock_.set(Time::of("2023-11-28T09:00"));
        done("DIRECTOR", a_decision({a_line("A1", Level::good, "Theo ý kiến của cuộc họp")}));
        clock_.set(Time::of("2023-11-30T09:00"));
        done("DIRECTOR",
             evaluation::IssueNotices{{dossier_of("A1")}, DocumentId::of("TB1"), Date::of("2023-11-30"), {}});
        clock_.set(Time::of("2023-12-01T09:00"));
        done("A1", evaluation::AcknowledgeNotice{dossier_of("A1"), {}});
        clock_.set(Time::of("2023-12-04T09:00"));
        folded();
    }
};

}  // namespace minhbach::api::routes
