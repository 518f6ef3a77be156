// What keeps a person's data from being erased: open cases first, then the terms of keeping.
#include <algorithm>
#include <set>
#include <string>

#include "events/refusals.hpp"
#include "services/erasure/commands.hpp"
#include "services/past.hpp"

namespace minhbach::services::erasure {
namespace {

constexpr std::string_view kTermRule = "Thông tư số 10/2022/TT-BNV";

struct KindName {
    std::string_view vi;
    std::string_view en;
};
KindName name_of(RecordKind kind) {
    switch (kind) {
        case RecordKind::personnel:
            return {"hồ sơ nhân sự", "the personnel record"};
        case RecordKind::rating:
            return {"hồ sơ đánh giá, xếp loại", "rating files"};
        case RecordKind::work:
            return {"hồ sơ giao và nghiệm thu nhiệm vụ", "records of work"};
        case RecordKind::remediation:
            return {"hồ sơ khắc phục hạn chế", "remediation plans"};
        case RecordKind::objection:
            return {"hồ sơ kiến nghị, khiếu nại", "objections"};
        case RecordKind::attachment:
            return {"tệp đính kèm", "attachments"};
    }
    return {};
}

Refusal held(std::string vi, std::string en) {
    return {"on-hold", "", std::string(kInternalRule), std::move(vi), std::move(en), {}};
}

class Obstacles {
public:
    Obstacles(Past& past, const PersonCode& subject, Date day) : past_(past), subject_(subject), day_(day) {}

    std::vector<Refusal> find() {
        const auto streams = past_.streams_about(subject_);
        for (const auto& stream : streams) look_at(stream);
        look_at_person();
        look_at_duplicates();
        look_at_holds();
        for (const auto& [kind, ended] : ended_) look_at_term(kind, ended);
        found_.insert(found_.end(), kept_.begin(), kept_.end());
        return std::move(found_);
    }

private:
    // The year in which the last work of a kind ended; nothing while it goes on.
    using Ended = std::optional<int>;

    void ended(RecordKind kind, int year) {
        auto& known = ended_.try_emplace(kind, year).first->second;
        if (known) known = std::max(*known, year);
        last_year_ = std::max(last_year_, year);
    }
    void goes_on(RecordKind kind) { ended_[kind] = std::nullopt; }

    int year_of(const CycleId& id) const {
        const auto* cycle = past_.registry().cycle(id);
        return cycle ? cycle->opened.year : day_.year();
    }

    void look_at(const events::Stream& stream) {
        const auto category = stream.category();
        if (category == "dossier") return look_at_dossier(DossierId::of(stream.id()));
        if (category == "party-dossier") return look_at_party_dossier(DossierId::of(stream.id()));
        if (is_objection(category)) return look_at_objection(ObjectionId::of(stream.id()));
        if (category == "remediation") return look_at_plan(PlanId::of(stream.id()));
        if (category == "work") return ended(RecordKind::work, std::stoi(std::string(stream.id())));
        if (category == "attachment") has_attachments_ = true;
        if (category == "signature") {  // stands or falls with the files that were signed
            const auto& signatures = past_.signatures(std::stoull(std::string(stream.id())));
            if (signatures.last_year) ended(RecordKind::rating, *signatures.last_year);
        }
        if (category == "review") {
            const auto& review = past_.review(ReviewId::of(stream.id()));
            if (review.cycle) ended(RecordKind::rating, year_of(*review.cycle));
        }
        if (category == "meeting") {
            const auto& meeting = past_.meeting(MeetingId::of(stream.id()));
            if (meeting.held) ended(RecordKind::rating, year_of(meeting.held->cycle));
        }
    }

    void look_at_dossier(const DossierId& id) {
        const auto& dossier = past_.dossier(id);
        if (!dossier.exists()) return;
        dossiers_.push_back(&dossier);
        ended(RecordKind::rating, dossier.opened->year);
        if (dossier.decision) {
            ended(RecordKind::rating, dossier.decision->day.year());
        } else if (is_over(dossier)) {
            ended(RecordKind::rating, dossier.closed_on.year());
        } else {
            found_.push_back(held("Hồ sơ " + id.str() + " chưa có kết luận mức xếp loại.",
                                  "The dossier " + id.str() + " has no decision yet."));
        }
        const auto& effects = dossier.effects.all();
        if (std::any_of(effects.begin(), effects.end(), [](const auto& one) { return !one.settled; })) {
            found_.push_back(held("Hồ sơ " + id.str() + " còn việc phải làm sau khi đánh giá lại.",
                                  "A re-evaluation of " + id.str() + " left something that is still owed."));
        }
    }

    // Closed, nothing more is done to it. Whoever is suspended comes back or leaves: their case is not over.
    static bool is_over(const evaluation::Dossier& dossier) {
        return dossier.closed && *dossier.closed != ClosingCause::suspended;
    }

    void look_at_party_dossier(const DossierId& id) {
        const auto& dossier = past_.party_dossier(id);
        if (!dossier.exists()) return;
        ended(RecordKind::rating, dossier.opened->year);
        for (const auto& [objection, one] : dossier.objections) {
            if (!one.open()) continue;
            found_.push_back(held("Kiến nghị, khiếu nại " + objection.str() + " trong hồ sơ đảng viên chưa giải quyết.",
                                  "The objection " + objection.str() + " in a party dossier is not closed."));
        }
        if (dossier.decision) return ended(RecordKind::rating, dossier.decision->day.year());
        if (dossier.exempted) return;
        found_.push_back(held("Hồ sơ đảng viên " + id.str() + " chưa có quyết định xếp loại.",
                              "The party dossier " + id.str() + " has no decision yet."));
    }

    void look_at_objection(const ObjectionId& id) {
        const auto& objection = past_.objection(id);
        if (!objection.exists()) return;
        ended(RecordKind::objection, objection.filed->received_on.year());
        if (objection.open() && is_protected(id)) {
            // Whoever decides about erasing is not told by it who filed something.
            found_.push_back(held("Còn việc liên quan đến người này chưa giải quyết xong.",
                                  "Something that concerns this person is still open."));
        } else if (objection.open()) {
            found_.push_back(held("Kiến nghị, khiếu nại " + id.str() + " chưa được giải quyết xong.",
                                  "The objection " + id.str() + " is not closed."));
        }
    }

    void look_at_plan(const PlanId& id) {
        const auto& plan = past_.plan(id);
        if (!plan.exists()) return;
        ended(RecordKind::remediation, std::max(year_of(*plan.cycle), plan.on.year()));
        const auto is_open = [](const auto& measure) { return !measure.second.verified; };
        if (std::any_of(plan.measures.begin(), plan.measures.end(), is_open)) {
            found_.push_back(held("Kế hoạch khắc phục " + id.str() + " còn biện pháp chưa được xác nhận hoàn thành.",
                                  "A measure of the remediation plan " + id.str() + " is not verified."));
        }
    }

    void look_at_person() {
        past_.note(person_stream(subject_));
        past_.note(mandates_stream(subject_));
        const auto* person = past_.registry().person(subject_);
        if (!person) return;
        ended(RecordKind::personnel, person->posts.empty() ? day_.year() : 0);
        const auto until = [&](const std::optional<Date>& to) {
            if (to && *to < day_)
                ended(RecordKind::personnel, to->year());
            else
                goes_on(RecordKind::personnel);
        };
        for (const auto& post : person->posts) until(post.to);
        for (const auto* mandate : past_.registry().mandates_of(subject_)) {
            until(mandate->revoked_on ? std::optional(mandate->revoked_on->plus(-1)) : mandate->granted.to);
        }
        if (has_attachments_) ended(RecordKind::attachment, last_year_);
    }

    // Of one human being every code is held.
    bool reaches(const LegalHoldPlaced& hold) const {
        const auto& registry = past_.registry();
        if (hold.subject) return registry.kept_code(*hold.subject) == registry.kept_code(subject_);
        if (!hold.unit) return false;
        for (const auto* dossier : dossiers_) {
            if (hold.cycle && dossier->opened->cycle != *hold.cycle) continue;
            if (registry.within(dossier->opened->post.unit, *hold.unit, dossier->opened_on)) return true;
        }
        if (hold.cycle) return false;
        return is_last_in(subject_, *hold.unit) || is_last_in(registry.kept_code(subject_), *hold.unit);
    }

    bool is_last_in(const PersonCode& code, const UnitCode& unit) const {
        const auto* person = past_.registry().person(code);
        const auto* post = person ? person->last_post_at(day_) : nullptr;
        return post && past_.registry().within(post->unit, unit, std::min(day_, post->to.value_or(day_)));
    }

    void look_at_holds() {
        for (const auto& [id, hold] : past_.registry().erasures().holds()) {
            if (hold.lifted || !reaches(hold.placed)) continue;
            found_.insert(found_.begin(),
                          held("Đang bị giữ theo lệnh " + id.str() + " của cơ quan thanh tra, kiểm tra.",
                               "The legal hold " + id.str() + " is not lifted."));
        }
    }

    // Whoever was registered twice is erased under every code.
    void look_at_duplicates() {
        for (const auto& [code, person] : past_.registry().people()) {
            const auto* erasure = past_.registry().erasures().standing(code);
            const bool is_erased = erasure && erasure->status == Status::executed;
            if (person.merged_into != subject_ || is_erased) continue;
            found_.push_back(
                held("Mã " + code.str() + " của cùng một người đã hợp nhất vào mã này; hãy xóa mã đó trước.",
                     "The code " + code.str() + " of the same person was merged into this one; erase it first."));
        }
    }

    void look_at_term(RecordKind kind, const Ended& ended) {
        const auto name = name_of(kind);
        const auto retained = [&](std::string_view clause, const std::string& vi, const std::string& en) {
            kept_.push_back({"retained",
                             "",
                             std::string(clause),
                             "Chưa được xóa " + std::string(name.vi) + ": " + vi,
                             "Not to be erased, " + std::string(name.en) + ": " + en,
                             {}});
        };
        const auto* term = past_.registry().erasures().retention(kind);
        if (!term) {
            return retained(kInternalRule, "chưa có thời hạn lưu trữ nào được quy định nên phải giữ.",
                            "no term of keeping was defined, so they are kept.");
        }
        const auto called = "\"" + term->name.str() + "\" (" + term->retention.str() + ")";
        if (!term->years) {
            return retained(term->clause.str(), "loại " + called + " được lưu trữ vĩnh viễn.",
                            "the class " + called + " is kept permanently.");
        }
        if (!ended) {
            return retained(kTermRule, "công việc chưa kết thúc nên thời hạn của loại " + called + " chưa tính.",
                            "the work goes on, so the term of the class " + called + " has not begun.");
        }
        const auto last = Date::of(std::to_string(*ended + *term->years) + "-12-31");
        if (day_ <= last) {
            retained(term->clause.str(), "loại " + called + " được lưu trữ đến hết ngày " + last.vietnamese() + ".",
                     "the class " + called + " is kept until " + last.iso() + ".");
        }
    }

    Past& past_;
    const PersonCode subject_;
    const Date day_;
    std::vector<const evaluation::Dossier*> dossiers_;
    std::map<RecordKind, Ended> ended_;
    int last_year_ = 0;
    bool has_attachments_ = false;
    std::vector<Refusal> found_;  // holds
    std::vector<Refusal> kept_;
};

}  // namespace

std::vector<Refusal> obstacles(Past& past, const PersonCode& subject, Date day) {
    return Obstacles(past, subject, day).find();
}

}  // namespace minhbach::services::erasure
