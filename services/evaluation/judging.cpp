// Judgements of the criteria, comments, and the opinion of the party committee: what comes before a proposal.
#include <algorithm>

#include "services/evaluation/steps.hpp"

namespace minhbach::services::evaluation {
namespace {

// The law has no step of its own for judging the criteria: it belongs to the opinion, the proposal or the decision, and
// whoever takes that step judges for it.
ProcedureStep step_of(Judge judge) {
    switch (judge) {
        case Judge::direct_head:
            return ProcedureStep::opinion;
        case Judge::advisory_body:
            return ProcedureStep::proposal;
        case Judge::authority:
            return ProcedureStep::decision;
    }
    std::abort();
}

std::optional<Refusal> already_decided(Past& past, const Dossier& dossier) {
    if (!dossier.decision) return std::nullopt;
    return Refusal{"step-order",
                   "",
                   step_clause(past, dossier, ProcedureStep::decision),
                   "Hồ sơ đã có kết luận mức xếp loại; việc này chỉ được thực hiện trước khi kết luận.",
                   "The level has been decided; this belongs before the decision.",
                   {}};
}

// The level stands, or the cycle is closed.
std::vector<Refusal> barred(Past& past, const Dossier& dossier, const Entry& entry) {
    std::vector<Refusal> broken;
    if (auto refusal = already_decided(past, dossier)) broken.push_back(*std::move(refusal));
    if (auto refusal = cycle::closed_for(past, dossier.opened->cycle, entry.time()))
        broken.push_back(*std::move(refusal));
    return broken;
}

void check_typed(Past& past, const Dossier& dossier, const TypedCounts& typed, std::vector<Refusal>& wrong) {
    if (!typed.work && !typed.criteria) {
        wrong.push_back(invalid_field("/typed", "Phải nhập số liệu nhiệm vụ hoặc số liệu tiêu chí.",
                                      "Type counts of work or of criteria, or leave this out."));
    }
    check_counts(book_of(past, dossier), typed.work, "/typed/work", typed.criteria, "/typed/criteria",
                 dossier.opened->post, wrong);
    const auto document = find_document(past, typed.signed_list, "/typed/signedList");
    if (!document) {
        wrong.push_back(document.error());
    } else if ((*document)->registered.kind != DocumentKind::signed_list) {
        wrong.push_back(invalid_field("/typed/signedList",
                                      "Số liệu nhập tay phải kèm danh sách đã ký (loại văn bản SIGNED_LIST).",
                                      "Typed counts need their signed list (a document of kind SIGNED_LIST)."));
    }
}

std::optional<UnitCode> agency_of_person(const organisation::Registry& registry, const PersonCode& person, Date day) {
    const auto* found = registry.person(person);
    const auto* post = found ? found->main_post_at(day) : nullptr;
    return post ? registry.agency_of(post->unit, day) : std::nullopt;
}

// Several-sided opinions need no mandate: who works in the same agency may give one, and so may who works where the
// person worked before. Nothing: not a colleague, a mandate is needed.
std::optional<Authority> as_colleague(Past& past, const PersonCode& actor, const Dossier& dossier, CommentSide side,
                                      Date day) {
    const auto& registry = past.registry();
    const auto& opened = *dossier.opened;
    if (side == CommentSide::direct_head || actor == opened.person) return std::nullopt;
    past.note(person_stream(actor));
    const auto agency = agency_of_person(registry, actor, day);
    if (!agency) return std::nullopt;
    const auto worked_there = [&](const Post& post) {
        return post.unit != opened.post.unit && registry.agency_of(post.unit, post.from) == agency;
    };
    const auto& posts = registry.person(opened.person)->posts;
    const auto colleague = [&] {
        if (side == CommentSide::former_agency) return std::any_of(posts.begin(), posts.end(), worked_there);
        if (side != CommentSide::host_agency) return registry.agency_of(opened.post.unit, day) == agency;
        const auto seconded = hosts(registry, dossier, day);
        return std::any_of(seconded.begin(), seconded.end(),
                           [&](const auto* one) { return registry.agency_of(one->host, day) == agency; });
    };
    if (!colleague()) return std::nullopt;
    return Authority{actor, std::nullopt, std::nullopt, Capacity::in_office};
}

// A colleague's opinion on paper needs no mandate of the signer, so it does not go through Entry.
Outcome authorise_clerk(Past& past, const Acting& acting, const OnPaper& on_paper, const Dossier& dossier) {
    const auto document = find_document(past, on_paper.paper.document, "/onPaper/paper/document");
    if (!document) return document.error();
    if (on_paper.paper.acted_at > acting.now) {
        return invalid_field("/onPaper/paper/actedAt", "Thời điểm thực hiện không được sau thời điểm nhập.",
                             "The act cannot be later than its entry.");
    }
    const auto clerk = organisation::competent_for_person(past, acting.person, Power::transcribe, dossier.opened->post,
                                                          acting.today());
    if (!clerk) return clerk.error();
    return {};
}

// Which host a comment of one is from: the one named, else the one the commenter works for, else the only one there is.
// Nothing for the other sides.
Result<std::optional<UnitCode>> host_of(Past& past, const RecordComment& command, const Dossier& dossier,
                                        const PersonCode& actor, Date day) {
    if (command.side != CommentSide::host_agency) {
        if (!command.host) return std::optional<UnitCode>();
        return invalid_field("/host", "Chỉ nhận xét của nơi biệt phái đến mới nêu nơi biệt phái.",
                             "Only a comment of a host names one.");
    }
    const auto& registry = past.registry();
    const auto seconded = hosts(registry, dossier, day);
    const auto agency = agency_of_person(registry, actor, day);
    std::optional<UnitCode> found;
    for (const auto* one : seconded) {
        const bool theirs = agency && registry.agency_of(one->host, day) == agency;
        if (command.host ? one->host == *command.host : theirs || seconded.size() == 1) found = one->host;
        // Who works for one host does not speak for another.
        if (theirs && command.host && one->host != *command.host)
            return invalid_field("/host", "Người nhận xét công tác tại " + one->host.str() + ".",
                                 "The commenter works for " + one->host.str() + ".");
    }
    if (found) return found;
    return invalid_field("/host", "Phải nêu nơi biệt phái đến đã ghi nhận trong năm.",
                         "Name one of the hosts that are recorded for the year.");
}

// A colleague may speak where the rulebook lets the staff, or the former agency, give opinions.
bool colleagues_may(Past& past, const Dossier& dossier, CommentSide side) {
    const auto roles = by_whom(past, dossier, ProcedureStep::opinion);
    const auto role = side == CommentSide::former_agency ? law::Role::former_agency : law::Role::staff;
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// The meeting comes first, and what the committee says is dated on its day or later. A PAPER opinion may not name it.
void check_meeting(Past& past, const RecordPartyOpinion& command, const Dossier& dossier, const Entry& entry,
                   std::vector<Refusal>& broken) {
    const auto meeting = command.meeting ? command.meeting : dossier.meeting;
    if (!meeting && entry.paper()) return;
    const auto clause = step_clause(past, dossier, ProcedureStep::party_opinion);
    if (auto missing = minutes_missing(past, dossier, meeting, entry.time(), "/meeting")) {
        missing->type = "step-order";
        missing->clause = clause;
        return broken.push_back(*std::move(missing));
    }
    const auto day = past.meeting(*meeting).held->held_at.local_date();
    if (command.dated >= day) return;
    broken.push_back({"step-order",
                      "/dated",
                      clause,
                      "Ý kiến đề ngày " + command.dated.vietnamese() + ", trước ngày họp " + day.vietnamese() + ".",
                      "The opinion is dated " + command.dated.iso() + ", before the meeting of " + day.iso() + ".",
                      {}});
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const JudgeCriteria& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto& opened = *dossier.opened;
    auto entered = entry_for(past, acting, command.on_paper, step_of(command.judge), dossier);
    if (!entered) return entered.error();
    auto& entry = *entered;

    std::vector<Refusal> wrong, broken;
    if (auto refusal = self_assessment_missing(past, dossier)) broken.push_back(*std::move(refusal));
    for (auto& refusal : barred(past, dossier, entry)) broken.push_back(std::move(refusal));
    check_general(book_of(past, dossier), command.general, opened.post, wrong, broken);
    if (command.typed) check_typed(past, dossier, *command.typed, wrong);
    if (!wrong.empty()) return together(std::move(wrong));
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();

    return written(entry, dossier_stream(command.dossier),
                   CriteriaJudged{command.dossier, opened.person, command.judge, command.general, command.effectiveness,
                                  command.typed, entry.paper(), entry.breaches()});
}

Decision decide(Past& past, const Acting& acting, const RecordComment& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    const auto& person = dossier.opened->person;
    if (command.text.empty()) return invalid_field("/text", "Phải nhập nội dung ý kiến.", "The comment is empty.");

    std::optional<Entry> entry;
    entry.emplace(past, acting, transcription(command.on_paper));
    const auto& actor = command.on_paper ? command.on_paper->signer : acting.person;
    std::optional<Authority> authority;
    if (colleagues_may(past, dossier, command.side))
        authority = as_colleague(past, actor, dossier, command.side, entry->day());
    if (authority && command.on_paper) {
        if (auto outcome = authorise_clerk(past, acting, *command.on_paper, dossier); !outcome) return outcome.error();
        authority->entered_by = acting.person;
    } else if (!authority) {
        auto entered = entry_for(past, acting, command.on_paper, ProcedureStep::opinion, dossier);
        if (!entered) return entered.error();
        entry.emplace(*std::move(entered));
        authority = entry->authority();
    }
    const auto host = host_of(past, command, dossier, actor, entry->day());
    if (!host) return host.error();
    std::vector<Refusal> broken;
    for (auto& refusal : barred(past, dossier, *entry)) broken.push_back(std::move(refusal));
    if (auto outcome = raise(*entry, std::move(broken)); !outcome) return outcome.error();

    auto decided = written(
        *entry, dossier_stream(command.dossier),
        CommentRecorded{command.dossier, person, command.side, command.text, entry->paper(), entry->breaches(), *host});
    decided.authority = *authority;
    return decided;
}

Decision decide(Past& past, const Acting& acting, const RecordPartyOpinion& command) {
    const auto found = find_dossier(past, command.dossier);
    if (!found) return found.error();
    const auto& dossier = **found;
    auto entered = entry_for(past, acting, command.on_paper, ProcedureStep::party_opinion, dossier);
    if (!entered) return entered.error();
    auto& entry = *entered;

    std::vector<Refusal> wrong, broken;
    if (command.committee.empty()) {
        wrong.push_back(invalid_field("/committee", "Phải nêu tên cấp ủy.", "Name the party committee."));
    }
    if (command.opinion.empty()) {
        wrong.push_back(invalid_field("/opinion", "Phải nhập ý kiến nhận xét.", "The opinion is empty."));
    }
    if (command.dated > acting.today()) {
        wrong.push_back(invalid_field("/dated", "Ngày của ý kiến không được sau ngày nhập.",
                                      "The opinion cannot be dated in the future."));
    }
    if (command.document) {
        if (auto document = find_document(past, *command.document, "/document"); !document)
            wrong.push_back(document.error());
    }
    if (command.meeting && !past.meeting(*command.meeting).exists()) {
        wrong.push_back(invalid_field("/meeting", "Không có cuộc họp này.", "There is no such meeting."));
    }
    if (!wrong.empty()) return together(std::move(wrong));
    for (auto& refusal : barred(past, dossier, entry)) broken.push_back(std::move(refusal));
    check_meeting(past, command, dossier, entry, broken);
    if (auto outcome = raise(entry, std::move(broken)); !outcome) return outcome.error();

    return written(entry, dossier_stream(command.dossier),
                   PartyOpinionRecorded{command.dossier, dossier.opened->person, command.committee, command.dated,
                                        command.opinion, command.document, entry.paper(), entry.breaches()});
}

}  // namespace minhbach::services::evaluation
