// Declared relations: by the person, or on a document by whoever keeps the records.
#include <algorithm>

#include "events/refusals.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::organisation {
namespace {

Result<Authority> keeper(Past& past, const Acting& acting, const Person& person, const PersonCode& other) {
    const auto today = acting.today();
    const auto* post = person.last_post_at(today);
    auto authority = post ? competent_for_person(past, acting.person, Power::record, *post, today)
                          : competent_somewhere(past, acting.person, Power::record, today);
    if (!authority || acting.person != other) return authority;
    return self_decision("Quan hệ của chính mình do mình khai hoặc do người khác có thẩm quyền ghi nhận.",
                         "Relations of one's own are declared by oneself or recorded by another competent person.");
}

Authority own(const Acting& acting) {
    return {acting.person, std::nullopt, std::nullopt, Capacity::self};
}

const Relation* standing(const Person& person, const PersonCode& other) {
    const auto* found = relation_with(person.relations, other);
    return found && !found->ended_on ? found : nullptr;
}

Refusal document_needed() {
    return invalid_field("/document", "Phải nêu văn bản làm căn cứ ghi nhận quan hệ của người khác.",
                         "A relation of somebody else is recorded on a document.");
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const DeclareRelation& command) {
    Problems problems;
    const auto* person = problems.person(past, command.person);
    problems.person(past, command.other, "/other");
    if (!problems.none()) return std::move(problems).refusal();
    const bool by_oneself = acting.person == command.person;
    const auto authority = by_oneself ? Result<Authority>(own(acting)) : keeper(past, acting, *person, command.other);
    if (!authority) return authority.error();

    const auto& registry = past.registry();
    problems.require(registry.kept_code(command.person) != registry.kept_code(command.other), "/other",
                     "Không khai quan hệ với chính mình.", "Nobody is related to themselves.");
    problems.require(!command.since || *command.since <= acting.today(), "/since", "Ngày này ở sau ngày hôm nay.",
                     "The date is in the future.");
    problems.document(past, command.document);
    if (!by_oneself && !command.document) problems.add(document_needed());
    if (!problems.none()) return std::move(problems).refusal();
    const auto* stands = standing(*person, command.other);
    if (stands && stands->declared.document && !command.document) {
        return already_exists("/other", "Quan hệ này đã được ghi nhận trên văn bản; muốn đổi phải có văn bản.",
                              "The relation stands on a document; it takes one to change it.");
    }
    if (stands && stands->declared == command) return nothing_to_change();
    return written(*authority, person_stream(command.person), command, command.since);
}

Decision decide(Past& past, const Acting& acting, const EndRelation& command) {
    Problems problems;
    const auto* person = problems.person(past, command.person);
    if (!person) return std::move(problems).refusal();
    // Whoever declared it takes back what is only their word; a document is met by a document.
    const auto* stands = standing(*person, command.other);
    const bool own_word = acting.person == command.person && (!stands || !stands->declared.document);
    if (!own_word && acting.person == command.person) {
        return self_decision("Quan hệ đã ghi nhận trên văn bản do người khác có thẩm quyền chấm dứt.",
                             "What stands on a document is ended by another competent person.");
    }
    const auto authority = own_word ? Result<Authority>(own(acting)) : keeper(past, acting, *person, command.other);
    if (!authority) return authority.error();
    if (!stands) {
        return invalid_field("/other", "Không có quan hệ nào đang được khai với " + command.other.str() + ".",
                             "No relation to " + command.other.str() + " stands.");
    }
    problems.require_reason(command.reason);
    problems.require(command.on <= acting.today(), "/on", "Ngày này ở sau ngày hôm nay.", "The date is in the future.");
    problems.require(!stands->declared.since || *stands->declared.since <= command.on, "/on",
                     "Ngày chấm dứt ở trước ngày bắt đầu.", "It ends before it begins.");
    problems.document(past, command.document);
    if (!own_word && !command.document) problems.add(document_needed());
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, person_stream(command.person), command, command.on);
}

}  // namespace minhbach::services::organisation
