#include "services/party/entry.hpp"

#include <algorithm>
#include <utility>

#include "events/refusals.hpp"
#include "services/organisation/competence_clauses.hpp"
#include "services/organisation/conflicts.hpp"

namespace minhbach::services::party {
namespace {

Refusal in_own_dossier() {
    return organisation::self_decision("Không ai xử lý hồ sơ đảng viên của chính mình.",
                                       "Nobody acts in the own party dossier.");
}

}  // namespace

Result<Authority> competent_in(Past& past, const PersonCode& actor, Power power, const MemberDossier& dossier,
                               Date day) {
    const auto& opened = *dossier.opened;
    past.note(person_stream(opened.person));
    if (power != Power::party_decide)
        return organisation::competent_about(past, actor, power, opened.person, opened.post, day);
    auto found = organisation::competent_for_unit(past, actor, power, opened.committee_unit, day);
    if (!found) return found;
    if (auto conflict = organisation::conflict_of(past, actor, power, opened.person, day)) return *std::move(conflict);
    return found;
}

void check_paper(organisation::Problems& problems, const PartyPaper& paper, Date today, const std::string& field) {
    problems.require(!paper.number.empty(), field + "/number", "Phải ghi số, ký hiệu văn bản.",
                     "Give the number and symbol of the paper.");
    problems.require(!paper.issuer.empty(), field + "/issuer", "Phải ghi cơ quan ban hành.", "Name the issuer.");
    problems.require(paper.date <= today, field + "/date", "Ngày văn bản không được sau ngày hôm nay.",
                     "The paper is dated in the future.");
    if (organisation::bears_secrecy_mark(paper.number.str()))
        problems.add(organisation::classified_refused(field + "/number"));
}

PartyEntry::PartyEntry(Past& past, const Acting& acting, const std::optional<PartyOnPaper>& on_paper)
    : past_(&past), acting_(acting), on_paper_(on_paper) {}

Outcome PartyEntry::check_paper() const {
    organisation::Problems problems;
    party::check_paper(problems, on_paper_->paper, acting_.today(), "/onPaper/paper");
    problems.require(!on_paper_->place.empty(), "/onPaper/place", "Phải ghi nơi lưu giữ văn bản.",
                     "Say where the paper is kept.");
    problems.require(on_paper_->acted_at <= acting_.now, "/onPaper/actedAt",
                     "Thời điểm thực hiện không được sau thời điểm nhập.", "The act cannot be later than its entry.");
    problems.person(*past_, on_paper_->signer, "/onPaper/signer");
    if (!problems.none()) return std::move(problems).refusal();
    return {};
}

Outcome PartyEntry::settle(Power power, const Competence& competence) {
    if (!on_paper_) {
        auto found = competence(acting_.person, power, day());
        if (!found) return found.error();
        authority_ = *std::move(found);
        return {};
    }
    if (auto outcome = check_paper(); !outcome) return outcome;
    auto clerk = competence(acting_.person, Power::party_propose, acting_.today());
    if (!clerk) clerk = competence(acting_.person, Power::party_decide, acting_.today());
    if (!clerk) return clerk.error();
    auto signer = competence(on_paper_->signer, power, day());
    authority_ = signer ? *signer : Authority{on_paper_->signer, std::nullopt, std::nullopt, Capacity::in_office};
    authority_.entered_by = acting_.person;
    if (!signer) return breach(signer.error());
    return {};
}

Outcome PartyEntry::authorise(Power power, const MemberDossier& dossier) {
    const auto& person = dossier.opened->person;
    if (acting_.person == person) return in_own_dossier();
    if (auto outcome = settle(power, [&](const PersonCode& actor, Power needed,
                                         Date day) { return competent_in(*past_, actor, needed, dossier, day); });
        !outcome) {
        return outcome;
    }
    if (authority_.actor == person) return breach(in_own_dossier());
    return {};
}

Outcome PartyEntry::authorise_for_unit(Power power, const UnitCode& unit) {
    past_->note(unit_stream(unit));
    return settle(power, [&](const PersonCode& actor, Power needed, Date day) {
        return organisation::competent_for_unit(*past_, actor, needed, unit, day);
    });
}

Outcome PartyEntry::authorise_self(const MemberDossier& dossier) {
    const auto& person = dossier.opened->person;
    const Refusal not_own{"not-competent",
                          "",
                          organisation::clause_for_unit(Power::party_propose, day()),
                          "Chỉ đảng viên được kiểm điểm tự làm việc này trong hồ sơ của mình.",
                          "Only the member does this in the own dossier.",
                          {}};
    const Authority own{person, std::nullopt, std::nullopt, Capacity::self};
    if (!on_paper_) {
        if (acting_.person != person) return not_own;
        authority_ = own;
        return {};
    }
    if (auto outcome = check_paper(); !outcome) return outcome;
    if (acting_.person == person) return in_own_dossier();
    const auto today = acting_.today();
    auto clerk = competent_in(*past_, acting_.person, Power::party_propose, dossier, today);
    if (!clerk) clerk = competent_in(*past_, acting_.person, Power::party_decide, dossier, today);
    if (!clerk) return clerk.error();
    authority_ = own;
    authority_.actor = on_paper_->signer;
    authority_.entered_by = acting_.person;
    if (on_paper_->signer != person) return breach(not_own);
    return {};
}

Outcome PartyEntry::authorise_head(const std::optional<PersonCode>& head, const UnitCode& unit) {
    const auto& actor = on_paper_ ? on_paper_->signer : acting_.person;
    const Refusal not_head{"not-competent",
                           "",
                           organisation::clause_for_unit(Power::party_propose, day()),
                           actor.str() + " không phải là người đứng đầu tổ chức đảng.",
                           actor.str() + " does not head the organisation.",
                           {}};
    if (!on_paper_) {
        if (actor != head) return not_head;
        authority_ = {actor, std::nullopt, std::nullopt, Capacity::in_office};
        return {};
    }
    if (auto outcome = authorise_for_unit(Power::party_propose, unit); !outcome) return outcome;
    breaches_.clear();  // the head signs without a mandate
    authority_ = {actor, acting_.person, std::nullopt, Capacity::in_office};
    if (actor != head) return breach(not_head);
    return {};
}

Outcome PartyEntry::breach(Refusal refusal) {
    if (!on_paper_) return refusal;
    const Breach noted{Label::of(refusal.type), Label::of(refusal.clause.empty() ? kInternalRule : refusal.clause),
                       Text::of(refusal.detail_vi)};
    if (std::find(breaches_.begin(), breaches_.end(), noted) == breaches_.end()) breaches_.push_back(noted);
    for (auto& further : refusal.more) {
        const auto outcome = breach(std::move(further));
        if (!outcome) return outcome.error();
    }
    return {};
}

Outcome PartyEntry::raise(std::vector<Refusal> broken) {
    if (broken.empty()) return {};
    if (!on_paper_) return together(std::move(broken));
    for (auto& refusal : broken) {
        const auto noted = breach(std::move(refusal));
        if (!noted) return noted.error();
    }
    return {};
}

Outcome PartyEntry::raise(std::optional<Refusal> broken) {
    if (!broken) return {};
    return breach(*std::move(broken));
}

std::optional<PartyTranscript> PartyEntry::transcript() const {
    if (!on_paper_) return std::nullopt;
    return PartyTranscript{on_paper_->paper, on_paper_->acted_at, on_paper_->place, breaches_};
}

ToWrite PartyEntry::to_write(events::Stream stream, Event event) const {
    return {std::move(stream), std::move(event), std::nullopt,
            on_paper_ ? std::optional(on_paper_->acted_at) : std::nullopt};
}

Decided PartyEntry::written(events::Stream stream, Event event) const {
    return {authority_, {to_write(std::move(stream), std::move(event))}};
}

}  // namespace minhbach::services::party
