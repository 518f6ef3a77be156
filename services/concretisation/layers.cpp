#include "services/concretisation/layers.hpp"

#include <algorithm>
#include <set>

#include "events/codec/json.hpp"
#include "events/refusals.hpp"
#include "services/law/calendar.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::concretisation {
namespace {

// A share of a layer concerns a post if it names its title, or none.
bool concerns(const LayerShare& share, const std::optional<Label>& position) {
    return !share.position || (position && *share.position == *position);
}

// A layer's percentages over what was asked before: the stricter one, unless a power is named.
void apply(law::Tightening& asked, const RuleLayer& layer, const AppliedLayer& whose, const law::Rulebook& rulebook,
           const std::optional<Label>& position) {
    for (const auto& share : layer.shares) {
        if (!concerns(share, position)) continue;
        for (const auto* clause : law::clauses_with_share(rulebook, share.clause.str(), share.fact.str())) {
            const int before = asked.percent_of(*clause);
            if (share.percent == before) continue;
            if (!share.under && !law::as_strict(law::share_of(*clause).is, share.percent, before)) continue;
            auto note = "Lớp cụ thể hóa " + whose.name.str() + " (văn bản " + whose.document.str() +
                        "): " + std::to_string(share.percent) + "% thay cho " + std::to_string(before) + "%";
            if (share.under) note += ", theo " + share.under->clause.str() + " văn bản " + share.under->document.str();
            auto note_en = "Layer " + whose.name.str() + " (document " + whose.document.str() +
                           "): " + std::to_string(share.percent) + "% instead of " + std::to_string(before) + "%";
            if (share.under) note_en += ", under a clause of document " + share.under->document.str();
            asked.ask(*clause, share.percent, {Label::of(note), Label::of(note_en)});
        }
    }
}

class Check {
public:
    Check(Past& past, const RuleLayer& layer, const InForce& above, const law::Rulebook& rulebook)
        : past_(past), layer_(layer), above_(above), rulebook_(rulebook) {}

    void shares() {
        for (std::size_t i = 0; i < layer_.shares.size(); ++i) {
            const auto& share = layer_.shares[i];
            const auto field = "/layer/shares/" + std::to_string(i);
            power(share.under, field);
            problems.require(share.percent >= 0 && share.percent <= 100, field + "/percent", "Tỷ lệ từ 0% đến 100%.",
                             "A share is 0 to 100 percent.");
            const auto asked = tightening_of(above_, rulebook_, share.position.value_or(Label{}));
            for (const auto* clause : law::clauses_with_share(rulebook_, share.clause.str(), share.fact.str())) {
                const auto before = asked.percent_of(*clause);
                if (share.under || law::as_strict(law::share_of(*clause).is, share.percent, before)) continue;
                loosens(field + "/percent", clause->citation.str(),
                        clause->requirement.vi.str() + ": " + std::to_string(share.percent) + "% là nới lỏng so với " +
                            std::to_string(before) + "%",
                        clause->requirement.en.str() + ": " + std::to_string(share.percent) + "% asks less than " +
                            std::to_string(before) + "%");
            }
        }
    }

    void sources() {
        const auto before = sources_of(above_);
        std::set<CommentSide> named;
        for (std::size_t i = 0; i < layer_.sources.size(); ++i) {
            const auto& source = layer_.sources[i];
            const auto field = "/layer/sources/" + std::to_string(i);
            power(source.under, field);
            problems.require(source.answer_working_days >= 1 && source.answer_working_days <= 60,
                             field + "/answerWorkingDays", "Thời hạn trả lời từ 1 đến 60 ngày làm việc.",
                             "An answer is due within 1 to 60 working days.");
            problems.require(named.insert(source.side).second, field + "/side", "Nguồn ý kiến này đã có ở trên.",
                             "This source of opinions is named twice.");
            const auto known = before.find(source.side);
            if (source.under) continue;
            against_rulebook(source, field);
            if (known == before.end()) continue;
            if (known->second.required && !source.required)
                loosens(field + "/required", whose_source(source.side),
                        "Nguồn ý kiến cấp trên bắt buộc không được chuyển thành không bắt buộc",
                        "A source that a layer above requires cannot become optional");
            if (known->second.answer_working_days < source.answer_working_days)
                loosens(field + "/answerWorkingDays", whose_source(source.side),
                        "Thời hạn trả lời không được dài hơn " + std::to_string(known->second.answer_working_days) +
                            " ngày làm việc",
                        "The term for an answer cannot be longer than " +
                            std::to_string(known->second.answer_working_days) + " working days");
        }
    }

    // What the rulebook requires of anybody stays required, and an answer is due in its term at the latest.
    void against_rulebook(const OpinionSource& source, const std::string& field) {
        const auto& procedure = rulebook_.procedure();
        for (const auto& rule : procedure.opinions())
            if (rule.required && !source.required && json::enum_name(rule.from) == json::enum_name(source.side))
                return loosens(field + "/required", rule.clause->citation.str(),
                               "Nguồn ý kiến mà bộ quy tắc yêu cầu không được chuyển thành không bắt buộc",
                               "A source that the rulebook requires cannot become optional");
        const auto* term = procedure.term(law::TermName::opinion_answer);
        if (!term || term->before || source.answer_working_days <= term->days) return;
        loosens(field + "/answerWorkingDays", term->clause->citation.str(),
                "Thời hạn trả lời không được dài hơn " + std::to_string(term->days) + " ngày làm việc",
                "The term for an answer cannot be longer than " + std::to_string(term->days) + " working days");
    }

    void quota() {
        if (!layer_.quota) return;
        power(layer_.quota->under, "/layer/quota");
        problems.require(layer_.quota->percent >= 1 && layer_.quota->percent <= 100, "/layer/quota/percent",
                         "Tỷ lệ từ 1% đến 100%.", "The share is 1 to 100 percent.");
        const auto before = quota_percent(above_, rulebook_).value_or(rulebook_.quota().percent);
        if (!layer_.quota->under && layer_.quota->percent > before)
            loosens("/layer/quota/percent", rulebook_.quota_clause().citation.str(),
                    "Tỷ lệ xếp loại xuất sắc " + std::to_string(layer_.quota->percent) + "% cao hơn " +
                        std::to_string(before) + "%",
                    "An excellent share of " + std::to_string(layer_.quota->percent) + "% is above " +
                        std::to_string(before) + "%");
    }

    // Shorter than the rulebook's, and than what the layers above ask.
    void days() {
        std::set<LayerTermName> named;
        const auto terms = layer_.terms.value_or(std::vector<LayerDays>{});
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const auto& one = terms[i];
            const auto field = "/layer/terms/" + std::to_string(i);
            power(one.under, field);
            problems.require(named.insert(one.term).second, field + "/term", "Thời hạn này đã có ở trên.",
                             "This term is named twice.");
            problems.require(one.days >= 1 && one.days <= law::Calendar::period_days_max, field + "/days",
                             "Thời hạn ít nhất 1 ngày.", "A term has one day at least.");
            if (one.under) continue;
            const auto name =
                one.term == LayerTermName::notice ? law::TermName::notice : law::TermName::petition_answer;
            const auto* rule = rulebook_.procedure().term(name);
            const auto before = days_of(above_, one.term);
            const bool own = before && rule && before->days < rule->days;
            if (!rule || rule->before || one.days <= (own ? before->days : rule->days)) continue;
            const auto most = std::to_string(own ? before->days : rule->days);
            loosens(field + "/days", own ? before->clause.str() : rule->clause->citation.str(),
                    "Thời hạn không được dài hơn " + most + " ngày",
                    "The term cannot be longer than " + most + " days");
        }
    }

    void term(const CycleId& id) {
        if (!layer_.self_assessment) return;
        power(layer_.self_assessment->under, "/layer/selfAssessment");
        const auto end = [](const Deadline& until) { return law::last_moment_before(until.date, until.inclusive); };
        const auto& opened = past_.registry().cycle(id)->opened;
        auto before = opened.self_assessment.value_or(opened.submission);
        for (const auto* layer : above_.layers)
            if (layer->self_assessment) before = layer->self_assessment->until;
        if (layer_.self_assessment->under || end(layer_.self_assessment->until) <= end(before)) return;
        loosens("/layer/selfAssessment/until", past_.registry().letter_of(id),
                "Thời hạn tự đánh giá không được sau " + before.date.vietnamese() + " của cấp trên",
                "The self-assessment cannot be due later than " + before.date.iso() + ", as the level above asks");
    }

    organisation::Problems problems;

private:
    void loosens(std::string field, std::string clause, std::string vi, std::string en) {
        problems.add({"loosens-rule",
                      std::move(field),
                      std::move(clause),
                      std::move(vi) + "; phải nêu điều khoản cho phép.",
                      std::move(en) + "; name the clause that allows it.",
                      {}});
    }
    // The clause that allows it is in a registered document.
    void power(const std::optional<GrantedPower>& under, const std::string& field) {
        if (under) problems.document(past_, under->document, field + "/under/document");
    }
    std::string whose_source(CommentSide side) const {
        for (std::size_t i = above_.layers.size(); i-- > 0;) {
            const auto& sources = above_.layers[i]->sources;
            if (std::any_of(sources.begin(), sources.end(), [&](const auto& one) { return one.side == side; }))
                return "Văn bản " + above_.applied[i].document.str() + " (" + above_.applied[i].name.str() + ")";
        }
        return kInternalRule;
    }

    Past& past_;
    const RuleLayer& layer_;
    const InForce& above_;
    const law::Rulebook& rulebook_;
};

}  // namespace

Digest hash_of(const RuleLayer& layer) {
    return Digest::of(events::hex(events::sha256(json::to_json(layer))));
}

InForce in_force_in(Past& past, const CycleId& id, const std::optional<UnitCode>& agency) {
    InForce found;
    past.note(cycle_stream(id));
    if (const auto* cycle = past.registry().cycle(id)) {
        for (const auto& overlay : cycle->overlays) {
            found.applied.push_back({overlay.slot, overlay.document, overlay.layer_hash});
            found.layers.push_back(&overlay.layer);
        }
    }
    if (!agency) return found;
    const auto& concretisation = past.concretisation(id, *agency);
    if (!concretisation.in_force()) return found;
    const auto& issued = *concretisation.issued;
    found.applied.push_back({Label::of(agency->str()), issued.document, issued.layer_hash});
    found.layers.push_back(&concretisation.issued_text->layer);
    return found;
}

InForce in_force_for(Past& past, const CycleId& id, const UnitCode& unit, Date day) {
    return in_force_in(past, id, past.registry().agency_of(unit, day));
}

law::Tightening tightening_of(const InForce& layers, const law::Rulebook& rulebook, const Label& position) {
    law::Tightening asked;
    for (std::size_t i = 0; i < layers.layers.size(); ++i)
        apply(asked, *layers.layers[i], layers.applied[i], rulebook, position);
    return asked;
}

std::map<CommentSide, OpinionSource> sources_of(const InForce& layers) {
    std::map<CommentSide, OpinionSource> sources;
    for (const auto* layer : layers.layers)
        for (const auto& source : layer->sources) sources[source.side] = source;
    return sources;
}

bool asks_party_opinion(const InForce& layers) {
    return std::any_of(layers.layers.begin(), layers.layers.end(),
                       [](const RuleLayer* layer) { return layer->party_opinion; });
}

std::optional<DaysAsked> days_of(const InForce& layers, LayerTermName term) {
    std::optional<DaysAsked> asked;
    for (std::size_t i = 0; i < layers.layers.size(); ++i)
        for (const auto& one : layers.layers[i]->terms.value_or(std::vector<LayerDays>{})) {
            if (one.term != term || (asked && !one.under && asked->days <= one.days)) continue;
            const auto& whose = layers.applied[i];
            asked = DaysAsked{one.days, Label::of("Lớp cụ thể hóa " + whose.name.str() + ", văn bản " +
                                                  whose.document.str() + " (quy định nội bộ)")};
        }
    return asked;
}

std::optional<int> quota_percent(const InForce& layers, const law::Rulebook& rulebook) {
    std::optional<int> percent;
    for (const auto* layer : layers.layers) {
        if (!layer->quota) continue;
        const int before = percent.value_or(rulebook.quota().percent);
        percent = layer->quota->under ? layer->quota->percent : std::min(before, layer->quota->percent);
    }
    return percent;
}

std::vector<Refusal> unknown_clauses(const RuleLayer& layer, const law::Rulebook& rulebook, std::string_view field) {
    std::vector<Refusal> found;
    for (std::size_t i = 0; i < layer.shares.size(); ++i) {
        const auto& share = layer.shares[i];
        if (!law::clauses_with_share(rulebook, share.clause.str(), share.fact.str()).empty()) continue;
        const auto own = "/layer/shares/" + std::to_string(i) + "/clause";
        found.push_back(invalid_field(field.empty() ? own : std::string(field),
                                      "Bộ quy tắc " + rulebook.id().str() + " không có tỷ lệ của " + share.fact.str() +
                                          " tại điều khoản " + share.clause.str() + ".",
                                      "Rulebook " + rulebook.id().str() + " asks no share of " + share.fact.str() +
                                          " in " + share.clause.str() + "."));
    }
    return found;
}

std::vector<Refusal> conflicts(Past& past, const CycleId& cycle, const RuleLayer& layer, const InForce& above,
                               const law::Rulebook& rulebook) {
    Check check(past, layer, above, rulebook);
    for (auto& refusal : unknown_clauses(layer, rulebook)) check.problems.add(std::move(refusal));
    check.shares();
    check.sources();
    check.quota();
    check.days();
    check.term(cycle);
    return std::move(check.problems).all();
}

std::vector<const RuleLayer*> layers_below(Past& past, const CycleId& id, const UnitCode& unit, Date day) {
    std::vector<const RuleLayer*> layers;
    if (const auto* cycle = past.registry().cycle(id))
        for (const auto& overlay : cycle->overlays) layers.push_back(&overlay.layer);
    for (const auto& below : past.registry().subtree(unit, day)) {
        if (past.registry().agency_of(below, day) != below) continue;
        const auto& concretisation = past.concretisation(id, below);
        if (concretisation.in_force()) layers.push_back(&concretisation.issued_text->layer);
    }
    return layers;
}

}  // namespace minhbach::services::concretisation
