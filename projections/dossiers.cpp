#include "projections/dossiers.hpp"

#include <algorithm>

#include "projections/list.hpp"
#include "projections/names.hpp"
#include "projections/tables.hpp"

namespace minhbach::projections {
namespace dossiers {
namespace {

constexpr std::string_view kMeetings = "dossiers.meeting";    // meeting -> whose dossiers it discussed
constexpr std::string_view kSettled = "dossiers.settled";     // cycle/agency -> dossiers the last settlement named
constexpr std::string_view kPersonNames = "dossiers.person";  // person -> name
constexpr std::string_view kParents = "dossiers.parent";      // unit -> parent

struct Named {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name))

struct ParentOf {
    std::optional<UnitCode> parent;
};
BOOST_DESCRIBE_STRUCT(ParentOf, (), (parent))

struct Discussed {
    std::int64_t position = 0;
    Time held_at;
    bool adopted = false;
    int minutes_version = 0;
    std::vector<DossierId> dossiers;
};
BOOST_DESCRIBE_STRUCT(Discussed, (), (position, held_at, adopted, minutes_version, dossiers))

class Dossiers : public Projection {
public:
    std::string_view name() const override { return "dossiers"; }
    int version() const override { return 4; }
    void fold(const events::Recorded& recorded, Rows& rows) const override;
};

std::string name_of(const Rows& rows, const PersonCode& person) {
    const auto named = rows.get_as<Named>(kPersonNames, person.str());
    return named ? named->name : person.str();
}

std::vector<UnitCode> with_ancestors(const Rows& rows, UnitCode unit) {
    constexpr std::size_t kDepthMax = 16;
    std::vector<UnitCode> line;
    while (line.size() < kDepthMax && std::find(line.begin(), line.end(), unit) == line.end()) {
        line.push_back(unit);
        const auto above = rows.get_as<ParentOf>(kParents, unit.str());
        if (!above || !above->parent) break;
        unit = *above->parent;
    }
    return line;
}

// The lists a dossier stands in, under the order of a name.
std::vector<std::pair<std::string_view, std::string>> places(const Placed& placed, const DossierRow& row) {
    const auto last = entity(placed.order, row.dossier.str());
    std::vector<std::pair<std::string_view, std::string>> result{{kByCycle, entity(row.cycle.str(), last)}};
    for (const auto& unit : placed.units) result.emplace_back(kByUnit, entity(row.cycle.str(), unit.str(), last));
    if (row.post) result.emplace_back(kByAgency, entity(row.cycle.str(), row.post->managed_by.str(), last));
    return result;
}

void place(Rows& rows, const DossierRow& row, Placed placed) {
    placed.order = name_order(row.name);
    placed.folded = search_fold(row.name);
    const ListEntry listed{row.dossier, placed.folded};
    for (const auto& [table, name] : places(placed, row)) rows.put_as(table, name, listed);
    rows.put_as(kPlaced, row.dossier.str(), placed);
}

void open(Rows& rows, DossierRow row) {
    row.name = name_of(rows, row.person);
    Placed placed;
    if (row.post) placed.units = with_ancestors(rows, row.post->unit);
    place(rows, row, std::move(placed));
    rows.put_as(kRows, row.dossier.str(), row);
    rows.put_as(kOfPerson, entity(row.cycle.str(), row.person.str()), DossierIds{{row.dossier}});
    auto all = rows.get_as<DossierIds>(kOfPerson, row.person.str()).value_or(DossierIds{});
    all.dossiers.push_back(row.dossier);
    rows.put_as(kOfPerson, row.person.str(), all);
}

// The opening is lost. The record still says whose dossier of which cycle it is, so that asking for it finds it was
// erased; lists and figures are about what can be read, and it stands in none.
void stand_for_erased(Rows& rows, const events::Record& record, const DossierId& id) {
    if (record.subjects.empty()) return;
    DossierRow row;
    row.dossier = id;
    row.person = record.subjects.front().subject;
    row.name = row.person.str();
    const auto suffix = "." + row.person.str();
    if (id.str().size() > suffix.size() && id.str().ends_with(suffix))
        row.cycle = CycleId::of(std::string_view(id.str()).substr(0, id.str().size() - suffix.size()));
    row.opened_position = static_cast<std::int64_t>(record.position.value);
    rows.put_as(kRows, id.str(), row);
    rows.put_as(kOfPerson, entity(row.cycle.str(), row.person.str()), DossierIds{{id}});
}

void rename(Rows& rows, const PersonCode& person, const std::string& name) {
    rows.put_as(kPersonNames, person.str(), Named{name});
    for (const auto& id : rows.get_as<DossierIds>(kOfPerson, person.str()).value_or(DossierIds{}).dossiers) {
        auto row = rows.get_as<DossierRow>(kRows, id.str()).value();
        const auto placed = rows.get_as<Placed>(kPlaced, id.str()).value();
        for (const auto& [table, entry] : places(placed, row)) rows.end(table, entry);
        row.name = name;
        place(rows, row, placed);
        rows.put_as(kRows, id.str(), row);
    }
}

// What the old agency did is in the timeline; the new one begins anew.
void move(Rows& rows, std::int64_t position, const DossierMoved& e) {
    auto row = rows.get_as<DossierRow>(kRows, e.dossier.str());
    if (!row) return;
    auto placed = rows.get_as<Placed>(kPlaced, e.dossier.str()).value();
    for (const auto& [table, entry] : places(placed, *row)) rows.end(table, entry);
    row->post = e.post;
    row->group = e.group;
    row->moves.push_back(position);
    row->judgements.clear();
    row->party_opinions.clear();
    row->proposals.clear();
    row->meetings.clear();
    row->settlement.reset();
    placed.units = with_ancestors(rows, e.post.unit);
    place(rows, *row, std::move(placed));
    rows.put_as(kRows, e.dossier.str(), *row);
}

template <class Change>
void change(Rows& rows, const DossierId& id, const Change& apply) {
    auto row = rows.get_as<DossierRow>(kRows, id.str());
    if (!row) return;
    apply(*row);
    rows.put_as(kRows, id.str(), *row);
}

void show_meeting(Rows& rows, const MeetingId& id, const Discussed& discussed) {
    for (const auto& dossier : discussed.dossiers) {
        change(rows, dossier, [&](DossierRow& row) {
            const DossierMeeting shown{id, discussed.position, discussed.held_at, discussed.adopted,
                                       discussed.minutes_version};
            const auto known =
                std::find_if(row.meetings.begin(), row.meetings.end(), [&](const auto& m) { return m.meeting == id; });
            if (known == row.meetings.end())
                row.meetings.push_back(shown);
            else
                *known = shown;
        });
    }
}

void change_meeting(Rows& rows, const MeetingId& id, const std::function<void(Discussed&)>& apply) {
    auto discussed = rows.get_as<Discussed>(kMeetings, id.str());
    if (!discussed) return;
    apply(*discussed);
    rows.put_as(kMeetings, id.str(), *discussed);
    show_meeting(rows, id, *discussed);
}

void settle(Rows& rows, const events::Record& record, const QuotaSettled& settled) {
    const auto key = entity(settled.cycle.str(), settled.agency.str());
    DossierIds touched = rows.get_as<DossierIds>(kSettled, key).value_or(DossierIds{});
    DossierIds named;
    for (const auto* list : {&settled.selected, &settled.lowered}) {
        named.dossiers.insert(named.dossiers.end(), list->begin(), list->end());
    }
    touched.dossiers.insert(touched.dossiers.end(), named.dossiers.begin(), named.dossiers.end());
    std::sort(touched.dossiers.begin(), touched.dossiers.end());
    touched.dossiers.erase(std::unique(touched.dossiers.begin(), touched.dossiers.end()), touched.dossiers.end());
    const auto in = [](const std::vector<DossierId>& list, const DossierId& id) {
        return std::find(list.begin(), list.end(), id) != list.end();
    };
    for (const auto& id : touched.dossiers) {
        change(rows, id, [&](DossierRow& row) {
            row.settlement = SettlementValue{static_cast<std::int64_t>(record.position.value),
                                             record.decided_at.value_or(record.recorded_at), in(settled.selected, id),
                                             in(settled.lowered, id)};
        });
    }
    rows.put_as(kSettled, key, named);
}

DecisionValue decision_of(const events::Record& record, const RatingDecided& e) {
    DecisionValue value;
    value.by = provenance_of(record);
    value.correlation = record.correlation.str();
    value.revision = static_cast<int>(record.revision.value);
    value.supersedes = e.supersedes;
    value.level = e.level;
    value.proposed = e.proposed;
    value.rule_outcome = e.evaluation.outcome;
    value.rule_level = e.evaluation.level;
    value.allowed_levels = e.evaluation.allowed_levels;
    value.caps = e.evaluation.caps;
    value.reason = e.reason;
    value.document = e.document;
    value.breaches = e.breaches;
    return value;
}

// The new decision is notified, received and published anew.
void cancel(DossierRow& row, const events::Record& record, const RatingCancelled& e) {
    for (auto& decision : row.decisions) {
        if (decision.revision != e.decision) continue;
        decision.cancelled =
            CancelledValue{provenance_of(record), e.ground, e.objection, e.violation, e.reason, e.document};
    }
    row.notice.reset();
    row.receipt.reset();
    row.publication.reset();
}

void Dossiers::fold(const events::Recorded& recorded, Rows& rows) const {
    const auto& record = recorded.record;
    const auto position = static_cast<std::int64_t>(record.position.value);
    if (record.stream.category() == "dossier") {
        const auto revision = static_cast<int>(record.revision.value + 1);
        rows.put_as(kTips, record.stream.id(), Tip{revision, position});
    }
    match(
        recorded.event, [&](const UnitEstablished& e) { rows.put_as(kParents, e.unit.str(), ParentOf{e.parent}); },
        [&](const UnitChanged& e) {
            if (e.parent) rows.put_as(kParents, e.unit.str(), ParentOf{e.parent});
        },
        [&](const PersonRegistered& e) { rename(rows, e.person, e.full_name.str()); },
        [&](const PersonCorrected& e) {
            if (e.full_name) rename(rows, e.person, e.full_name->str());
        },
        [&](const DossierOpened& e) {
            DossierRow row;
            row.dossier = e.dossier;
            row.person = e.person;
            row.cycle = e.cycle;
            row.year = e.year;
            row.post = e.post;
            row.group = e.group;
            row.opened_position = position;
            open(rows, std::move(row));
        },
        [&](const DossierMoved& e) { move(rows, position, e); },
        [&](const DossierClosed& e) { change(rows, e.dossier, [&](DossierRow& row) { row.closed = e.cause; }); },
        [&](const DossierReopened& e) { change(rows, e.dossier, [](DossierRow& row) { row.closed.reset(); }); },
        [&](const SelfAssessmentFiled& e) {
            change(rows, e.dossier, [&](DossierRow& row) {
                row.self_assessments.push_back({provenance_of(record), e.proposed_level, false});
            });
        },
        [&](const SelfAssessmentReturned& e) {
            change(rows, e.dossier, [&](DossierRow& row) {
                if (!row.self_assessments.empty()) row.self_assessments.back().returned = true;
            });
        },
        [&](const CriteriaJudged& e) {
            change(rows, e.dossier, [&](DossierRow& row) {
                std::erase_if(row.judgements, [&](const auto& judged) { return judged.judge == e.judge; });
                row.judgements.push_back({provenance_of(record), e.judge});
            });
        },
        [&](const CommentRecorded& e) {
            rows.mark(kComments, entity(e.dossier.str(), ascending(record.position.value)));
        },
        [&](const OpinionRequested& e) {
            rows.mark(kOpinions, entity(e.dossier.str(), ascending(record.position.value)));
        },
        [&](const PartyOpinionRecorded& e) {
            change(rows, e.dossier,
                   [&](DossierRow& row) { row.party_opinions.push_back({provenance_of(record), e.dated}); });
        },
        [&](const ProposalMade& e) {
            change(rows, e.dossier, [&](DossierRow& row) {
                row.proposals.push_back(
                    {provenance_of(record), e.level, e.previous, e.rule_level, e.gaps, e.reason, e.meeting});
            });
        },
        [&](const RatingDecided& e) {
            change(rows, e.dossier, [&](DossierRow& row) { row.decisions.push_back(decision_of(record, e)); });
        },
        [&](const RatingCancelled& e) { change(rows, e.dossier, [&](DossierRow& row) { cancel(row, record, e); }); },
        [&](const DecisionCorrected& e) {
            change(rows, e.dossier, [&](DossierRow& row) { row.corrections.push_back(position); });
        },
        [&](const NoticeIssued& e) {
            change(rows, e.dossier,
                   [&](DossierRow& row) { row.notice = NoticeValue{provenance_of(record), e.document, e.dated}; });
        },
        [&](const NoticeAcknowledged& e) {
            change(rows, e.dossier, [&](DossierRow& row) {
                const auto by = provenance_of(record);
                row.receipt = ReceiptValue{by, by.at().local_date(), ReceivedHow::acknowledged, {}};
            });
        },
        [&](const NoticeDeemedReceived& e) {
            change(rows, e.dossier, [&](DossierRow& row) {
                row.receipt = ReceiptValue{provenance_of(record), e.on, ReceivedHow::deemed, e.minutes};
            });
        },
        [&](const ResultPublished& e) {
            change(rows, e.dossier,
                   [&](DossierRow& row) { row.publication = PublicationValue{provenance_of(record), e.form, e.on}; });
        },
        [&](const MeetingHeld& e) {
            Discussed discussed{position, e.held_at, false, 0, {}};
            for (const auto& person : e.discussed) {
                const auto ids = rows.get_as<DossierIds>(kOfPerson, entity(e.cycle.str(), person.str()));
                if (ids) discussed.dossiers.push_back(ids->dossiers.front());
            }
            rows.put_as(kMeetings, e.meeting.str(), discussed);
            show_meeting(rows, e.meeting, discussed);
        },
        [&](const MinutesAdopted& e) {
            change_meeting(rows, e.meeting, [&](Discussed& discussed) {
                discussed.adopted = true;
                discussed.minutes_version = e.version;
            });
        },
        [&](const MinutesReopened& e) {
            change_meeting(rows, e.meeting, [](Discussed& discussed) { discussed.adopted = false; });
        },
        [&](const QuotaSettled& e) { settle(rows, record, e); },
        [&](const Erased&) {
            if (record.stream.category() != "dossier") return;
            const auto id = DossierId::of(record.stream.id());
            if (!rows.get(kRows, id.str())) stand_for_erased(rows, record, id);
            change(rows, id, [](DossierRow& row) { ++row.lost; });
        });
}

}  // namespace
}  // namespace dossiers

DossierStatus DossierRow::status() const {
    if (closed) return DossierStatus::closed;
    if (receipt) return DossierStatus::acknowledged;
    if (notice) return DossierStatus::notified;
    if (decision()) return DossierStatus::decided;
    if (!proposals.empty()) return DossierStatus::proposed;
    const auto adopted = [](const auto& meeting) { return meeting.adopted; };
    if (std::any_of(meetings.begin(), meetings.end(), adopted)) return DossierStatus::minutes_adopted;
    if (!meetings.empty()) return DossierStatus::minutes_pending;
    if (self_assessments.empty()) return DossierStatus::draft;
    return self_assessments.back().returned ? DossierStatus::returned : DossierStatus::self_filed;
}

std::string_view status_key(DossierStatus status) {
    switch (status) {
        case DossierStatus::draft:
            return "st.draft";
        case DossierStatus::self_filed:
            return "st.selfFiled";
        case DossierStatus::returned:
            return "st.returned";
        case DossierStatus::minutes_pending:
            return "st.minutesPending";
        case DossierStatus::minutes_adopted:
            return "st.minutesAdopted";
        case DossierStatus::proposed:
            return "st.proposed";
        case DossierStatus::decided:
            return "st.decided";
        case DossierStatus::notified:
            return "st.notified";
        case DossierStatus::acknowledged:
            return "st.acknowledged";
        case DossierStatus::closed:
            return "st.closed";
    }
    return "st.draft";
}

std::unique_ptr<Projection> make_dossiers() {
    return std::make_unique<dossiers::Dossiers>();
}

}  // namespace minhbach::projections
