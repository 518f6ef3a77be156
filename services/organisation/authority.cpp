#include "services/organisation/authority.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "events/refusals.hpp"
#include "services/organisation/competence_clauses.hpp"
#include "services/organisation/conflicts.hpp"

namespace minhbach::services::organisation {

using Reaches = std::function<bool(const MandateGranted&)>;

struct Target {
    Reaches reaches;
    std::function<std::string()> clause;  // that names the competent
    std::string name;
};

namespace {

struct PowerName {
    Power power;
    std::string_view vi;
    std::string_view en;
};
constexpr std::array kPowerNames{
    PowerName{Power::assign_work, "giao và nghiệm thu nhiệm vụ", "assign and accept work"},
    PowerName{Power::comment, "nhận xét, đánh giá", "comment"},
    PowerName{Power::propose, "thẩm định, đề xuất mức xếp loại", "propose a level"},
    PowerName{Power::decide, "đánh giá, xếp loại chất lượng", "decide the rating"},
    PowerName{Power::party_opinion, "ghi ý kiến nhận xét của cấp ủy", "record the party committee's opinion"},
    PowerName{Power::meeting, "tổ chức cuộc họp nhận xét, đánh giá", "hold comment meetings"},
    PowerName{Power::submit, "gửi hồ sơ của đơn vị", "submit the unit's file"},
    PowerName{Power::receive, "tiếp nhận hồ sơ", "receive files"},
    PowerName{Power::record, "cập nhật văn bản, nhân sự", "keep documents and people"},
    PowerName{Power::transcribe, "nhập từ hồ sơ giấy", "transcribe from paper"},
    PowerName{Power::open_cycle, "mở và quản lý kỳ đánh giá", "open and run cycles"},
    PowerName{Power::grant, "giao quyền", "grant mandates"},
    PowerName{Power::inspect, "thanh tra", "inspect"},
    PowerName{Power::administer, "quản trị hệ thống", "administer the system"},
    PowerName{Power::party_administer, "giao quyền của bên Đảng", "grant mandates of the party side"},
    PowerName{Power::party_propose, "thẩm định, đề xuất mức xếp loại đảng viên", "propose a party member's level"},
    PowerName{Power::party_decide, "quyết định xếp loại đảng viên", "decide a party member's rating"},
    PowerName{Power::party_read, "xem hồ sơ xếp loại đảng viên", "read party dossiers"},
};

const PowerName& name_of(Power power) {
    return *std::find_if(kPowerNames.begin(), kPowerNames.end(), [&](const auto& name) { return name.power == power; });
}

std::string document_number(const Registry& registry, const DocumentId& id) {
    const auto* document = registry.document(id);
    return document ? document->registered.number.str() : id.str();
}

// Why the mandate that came nearest does not do: 2 reaches but not on that day, 1 holds but does not reach, 0 no such
// power.
struct Miss {
    const Mandate* mandate = nullptr;
    int nearness = 0;
};

Refusal not_competent(const Registry& registry, const PersonCode& actor, Power power, const std::string& clause,
                      const std::string& target, Date day, const Miss& miss) {
    const auto& name = name_of(power);
    auto vi = actor.str() + " không có thẩm quyền " + std::string(name.vi) + " đối với " + target + " ngày " +
              day.vietnamese();
    auto en = actor.str() + " has no mandate to " + std::string(name.en) + " for " + target + " on " + day.iso();
    if (!miss.mandate) return {"not-competent", "", clause, vi + ": chưa được giao quyền này", en, {}};

    const auto& granted = miss.mandate->granted;
    const auto number = document_number(registry, granted.document);
    vi += ": văn bản " + number + " ";
    en += ": document " + number + " ";
    if (miss.nearness == 1) {
        vi += "giao quyền ở phạm vi khác (" + granted.unit.str() + ")";
        en += "gives the power elsewhere (" + granted.unit.str() + ")";
    } else if (miss.mandate->awaits_confirmation()) {
        vi += "giao quyền này nhưng chưa được người thứ hai xác nhận";
        en += "gives the power, but no second person has confirmed it";
    } else if (day < granted.from) {
        vi += "chỉ có hiệu lực từ ngày " + granted.from.vietnamese();
        en += "takes effect on " + granted.from.iso();
    } else if (miss.mandate->revoked_on && day >= *miss.mandate->revoked_on) {
        vi += "đã thôi giao quyền từ ngày " + miss.mandate->revoked_on->vietnamese();
        en += "was revoked from " + miss.mandate->revoked_on->iso() + " on";
    } else {
        vi += "đã hết hiệu lực sau ngày " + granted.to->vietnamese();
        en += "ended with " + granted.to->iso();
    }
    return {"not-competent", "", clause, vi, en, {}};
}

int breadth(Reach reach) {
    switch (reach) {
        case Reach::unit:
            return 0;
        case Reach::managed:
            return 1;
        case Reach::subtree:
            return 2;
    }
    return 2;
}

// The narrowest reach first, then the latest begun; the id makes it the same on every node.
bool better(const Mandate& left, const Mandate& right) {
    const auto& a = left.granted;
    const auto& b = right.granted;
    if (breadth(a.reach) != breadth(b.reach)) return breadth(a.reach) < breadth(b.reach);
    if (a.from != b.from) return a.from > b.from;
    return a.mandate < b.mandate;
}

bool nearer(const Miss& left, const Miss& right) {
    if (left.nearness != right.nearness) return left.nearness > right.nearness;
    return !right.mandate || better(*left.mandate, *right.mandate);
}

struct Looked {
    const Mandate* holding = nullptr;
    Miss miss;
};

Looked look(Past& past, const PersonCode& actor, Power power, Date day, const Reaches& reaches) {
    past.note(mandates_stream(actor));
    Looked looked;
    for (const auto* mandate : past.registry().mandates_of(actor)) {
        const auto& granted = mandate->granted;
        if (std::find(granted.powers.begin(), granted.powers.end(), power) == granted.powers.end()) continue;
        const bool reached = reaches(granted);
        if (reached && mandate->holds_on(day)) {
            if (!looked.holding || better(*mandate, *looked.holding)) looked.holding = mandate;
        } else if (const Miss miss{mandate, reached ? 2 : mandate->holds_on(day) ? 1 : 0}; nearer(miss, looked.miss)) {
            looked.miss = miss;
        }
    }
    return looked;
}

Authority authority_of(const PersonCode& actor, const Mandate& mandate) {
    return {actor, std::nullopt, mandate.granted.mandate, mandate.granted.capacity};
}

Target person_target(const Registry& registry, Power power, const Post& post, Date day) {
    return {[&registry, post, day](const MandateGranted& granted) {
                switch (granted.reach) {
                    case Reach::unit:
                        return post.unit == granted.unit;
                    case Reach::subtree:
                        return registry.within(post.unit, granted.unit, day);
                    case Reach::managed:
                        return post.managed_by == granted.unit;
                }
                return false;
            },
            [&registry, power, post, day] { return clause_for_person(registry, power, post, day); },
            "người giữ chức vụ " + post.title.str() + " (" + post.unit.str() + ")"};
}

Target unit_target(const Registry& registry, Power power, const UnitCode& code, Date day, bool its_staff) {
    return {[&registry, code, day, power, its_staff](const MandateGranted& granted) {
                switch (granted.reach) {
                    case Reach::unit:
                        return code == granted.unit;
                    case Reach::subtree:
                        return registry.within(code, granted.unit, day);
                    case Reach::managed: {
                        if (code == granted.unit) return its_staff || power != Power::decide;
                        if (its_staff) return false;
                        const auto* unit = registry.unit(code);
                        const auto* version = unit ? unit->at(day) : nullptr;
                        return version && version->parent == granted.unit;
                    }
                }
                return false;
            },
            [power, day, its_staff] { return its_staff ? clause_for_staff(power, day) : clause_for_unit(power, day); },
            "đơn vị " + code.str()};
}

Result<Authority> competent(Past& past, const PersonCode& actor, Power power, const Target& target, Date day) {
    const auto looked = look(past, actor, power, day, target.reaches);
    if (looked.holding) return authority_of(actor, *looked.holding);
    return not_competent(past.registry(), actor, power, target.clause(), target.name, day, looked.miss);
}

Capacity capacity_on_paper(SigningCapacity signing) {
    switch (signing) {
        case SigningCapacity::head:
            return Capacity::in_office;
        case SigningCapacity::tm:
            return Capacity::tm;
        case SigningCapacity::kt:
            return Capacity::kt;
        case SigningCapacity::tl:
            return Capacity::tl;
        case SigningCapacity::tuq:
            return Capacity::tuq;
    }
    return Capacity::in_office;
}

// The signer's competence; the mandate that reaches but did not hold that day is the one the paper claims.
std::pair<Authority, std::optional<Refusal>> signed_by(Past& past, const Transcription& transcription, Power power,
                                                       const Target& target, Date day) {
    const auto& signer = transcription.signer;
    const auto looked = look(past, signer, power, day, target.reaches);
    if (looked.holding) return {authority_of(signer, *looked.holding), std::nullopt};
    auto refusal = not_competent(past.registry(), signer, power, target.clause(), target.name, day, looked.miss);
    if (looked.miss.nearness == 2) return {authority_of(signer, *looked.miss.mandate), std::move(refusal)};
    const auto& document = past.registry().document(transcription.paper.document)->registered;
    return {{signer, std::nullopt, std::nullopt, capacity_on_paper(document.signing_capacity)}, std::move(refusal)};
}

}  // namespace

Result<Authority> competent_for_person(Past& past, const PersonCode& actor, Power power, const Post& post, Date day) {
    return competent(past, actor, power, person_target(past.registry(), power, post, day), day);
}

Result<Authority> competent_for_unit(Past& past, const PersonCode& actor, Power power, const UnitCode& unit, Date day) {
    return competent(past, actor, power, unit_target(past.registry(), power, unit, day, false), day);
}

bool reaches_unit(const Registry& registry, const MandateGranted& mandate, Power power, const UnitCode& unit,
                  Date day) {
    return unit_target(registry, power, unit, day, false).reaches(mandate);
}

Result<Authority> competent_for_staff(Past& past, const PersonCode& actor, Power power, const UnitCode& agency,
                                      Date day) {
    return competent(past, actor, power, unit_target(past.registry(), power, agency, day, true), day);
}

Result<Authority> competent_somewhere(Past& past, const PersonCode& actor, Power power, Date day) {
    return competent(past, actor, power,
                     {[](const MandateGranted&) { return true; }, [] { return std::string(); }, "nội dung này"}, day);
}

Entry::Entry(Past& past, const Acting& acting, const std::optional<Transcription>& transcription)
    : past_(past), acting_(acting), transcription_(transcription) {}

Date Entry::day() const {
    return time().local_date();
}

Time Entry::time() const {
    return transcription_ ? transcription_->paper.acted_at : acting_.now;
}

std::optional<Paper> Entry::paper() const {
    if (!transcription_) return std::nullopt;
    return transcription_->paper;
}

std::optional<Time> Entry::decided_at() const {
    if (!transcription_) return std::nullopt;
    return transcription_->paper.acted_at;
}

Outcome Entry::check_paper() const {
    const auto& [paper, signer] = *transcription_;
    past_.note(document_stream(paper.document));
    if (!past_.registry().document(paper.document)) {
        return invalid_field("/onPaper/paper/document",
                             "Văn bản " + paper.document.str() + " chưa được đăng ký; hãy đăng ký văn bản trước.",
                             "Document " + paper.document.str() + " is not registered; register it first.");
    }
    if (!past_.registry().person(signer)) {
        return invalid_field("/onPaper/signer", "Không có người mang mã " + signer.str() + ".",
                             "There is no person " + signer.str() + ".");
    }
    if (paper.acted_at > acting_.now) {
        return invalid_field("/onPaper/paper/actedAt", "Thời điểm thực hiện không được sau thời điểm nhập.",
                             "The act cannot be later than its entry.");
    }
    return {};
}

// Puts together who acts; of a PAPER act the clerk's right to enter it comes first, the signer's competence is a
// finding.
Outcome Entry::settle(Authority signer, std::optional<Refusal> missing, const Result<Authority>& clerk) {
    if (!clerk) return clerk.error();
    authority_ = std::move(signer);
    authority_.entered_by = acting_.person;
    if (missing) return breach(std::move(*missing));
    return {};
}

Outcome Entry::authorise(Power power, const std::function<Target(Power, Date)>& target) {
    auto asked = target(power, day());
    if (clause_) asked.clause = [this] { return *clause_; };
    if (!transcription_) {
        const auto found = competent(past_, acting_.person, power, asked, day());
        if (!found) return found.error();
        authority_ = *found;
        return {};
    }
    if (auto outcome = check_paper(); !outcome) return outcome;
    const auto today = acting_.today();
    const auto clerk = competent(past_, acting_.person, Power::transcribe, target(Power::transcribe, today), today);
    auto [authority, missing] = signed_by(past_, *transcription_, power, asked, day());
    return settle(std::move(authority), std::move(missing), clerk);
}

Outcome Entry::authorise_for_person(Power power, const PersonCode& person, const Post& post) {
    past_.note(person_stream(person));
    const auto target = [&](Power p, Date on) { return person_target(past_.registry(), p, post, on); };
    if (auto outcome = authorise(power, target); !outcome) return outcome;
    if (auto conflict = conflict_of(past_, authority_.actor, power, person, day())) return breach(*std::move(conflict));
    return {};
}

Outcome Entry::authorise_for_unit(Power power, const UnitCode& unit) {
    past_.note(unit_stream(unit));
    return authorise(power, [&](Power p, Date on) { return unit_target(past_.registry(), p, unit, on, false); });
}

Outcome Entry::authorise_for_staff(Power power, const UnitCode& agency) {
    past_.note(unit_stream(agency));
    return authorise(power, [&](Power p, Date on) { return unit_target(past_.registry(), p, agency, on, true); });
}

Outcome Entry::authorise_self(const PersonCode& person) {
    const Refusal not_own{
        "not-competent",
        "",
        clause_.value_or(""),
        "Chỉ người được đánh giá (" + person.str() + ") thực hiện được việc này trong hồ sơ của mình.",
        "Only the rated person (" + person.str() + ") does this in the own dossier.",
        {}};
    const Authority own{person, std::nullopt, std::nullopt, Capacity::self};
    if (!transcription_) {
        if (acting_.person != person) return not_own;
        authority_ = own;
        return {};
    }
    if (auto paper_outcome = check_paper(); !paper_outcome) return paper_outcome;
    const auto* known = past_.registry().person(person);
    const auto* post = known ? known->last_post_at(acting_.today()) : nullptr;
    const auto clerk = post ? competent_for_person(past_, acting_.person, Power::transcribe, *post, acting_.today())
                            : competent_somewhere(past_, acting_.person, Power::transcribe, acting_.today());
    if (transcription_->signer == person) return settle(own, std::nullopt, clerk);
    Authority other = own;
    other.actor = transcription_->signer;
    return settle(other, not_own, clerk);
}

Outcome Entry::authorise_head(const UnitCode& unit) {
    past_.note(unit_stream(unit));
    const auto& actor = transcription_ ? transcription_->signer : acting_.person;
    past_.note(person_stream(actor));
    const Authority head{actor, std::nullopt, std::nullopt, Capacity::in_office};
    if (transcription_) {
        if (auto outcome = check_paper(); !outcome) return outcome;
    }
    std::optional<Refusal> missing;
    if (!past_.registry().heads(actor, unit, day())) {
        missing = Refusal{"not-competent",
                          "",
                          clause_.value_or(""),
                          actor.str() + " không phải là người đứng đầu đơn vị " + unit.str() + ".",
                          actor.str() + " does not head unit " + unit.str() + ".",
                          {}};
    }
    if (!transcription_) {
        if (missing) return *std::move(missing);
        authority_ = head;
        return {};
    }
    const auto clerk = competent_for_unit(past_, acting_.person, Power::transcribe, unit, acting_.today());
    return settle(head, std::move(missing), clerk);
}

void Entry::note(const Refusal& broken) {
    const Breach taken{Label::of(broken.type), Label::of(broken.clause.empty() ? kInternalRule : broken.clause),
                       Text::of(broken.detail_vi)};
    if (std::find(breaches_.begin(), breaches_.end(), taken) == breaches_.end()) breaches_.push_back(taken);
}

Outcome Entry::breach(Refusal refusal) {
    if (!transcription_) return refusal;
    note(refusal);
    for (auto& further : refusal.more) {
        if (auto outcome = breach(std::move(further)); !outcome) return outcome;
    }
    return {};
}

}  // namespace minhbach::services::organisation
