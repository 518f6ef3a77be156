#include "services/organisation/authority.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/inputs.hpp"

namespace minhbach::services::organisation {
namespace {

// A document belongs to the unit that issued it; one from outside the province's tree to whoever keeps records.
Result<Authority> may_keep(Past& past, const Acting& acting, const std::optional<UnitCode>& issuer_unit) {
    if (issuer_unit) {
        auto found = competent_for_unit(past, acting.person, Power::record, *issuer_unit, acting.today());
        if (found) return found;
    }
    // Units also register what others sent them: the letter of the level above, the decision of the department.
    return competent_somewhere(past, acting.person, Power::record, acting.today());
}

void check_effect(Problems& problems, const DocumentRegistered& document, Date today) {
    problems.require(document.date <= today, "/date", "Ngày ký không được sau ngày hôm nay.",
                     "The date of signing is in the future.");
    problems.require(!document.effective_to || *document.effective_to >= document.effective_from, "/effectiveTo",
                     "Ngày hết hiệu lực không được trước ngày có hiệu lực.", "The effect ends before it begins.");
}

}  // namespace

Decision decide(Past& past, const Acting& acting, const RegisterDocument& command) {
    const auto authority = may_keep(past, acting, command.issuer_unit);
    if (!authority) return authority.error();
    if (past.registry().document(command.document) || past.registry().classified_document(command.document)) {
        return already_exists("/document", "Đã có văn bản mang mã " + command.document.str() + ".",
                              "There is a document " + command.document.str() + " already.");
    }
    Problems problems;
    if (bears_secrecy_mark(command.number.str())) problems.add(classified_refused("/number"));
    if (bears_secrecy_mark(command.title.str())) problems.add(classified_refused("/title"));
    check_effect(problems, command, acting.today());
    if (command.issuer_unit) problems.unit(past, *command.issuer_unit, "/issuerUnit");
    if (command.signer_person) problems.person(past, *command.signer_person, "/signerPerson");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, document_stream(command.document), command, command.effective_from);
}

Decision decide(Past& past, const Acting& acting, const NoteClassifiedDocument& command) {
    // Whoever keeps documents, on either side.
    auto authority = competent_somewhere(past, acting.person, Power::record, acting.today());
    for (const auto power : {Power::party_propose, Power::party_decide}) {
        if (authority) break;
        if (auto of_party = competent_somewhere(past, acting.person, power, acting.today())) authority = of_party;
    }
    if (!authority) return authority.error();
    past.note(document_stream(command.document));
    if (past.registry().document(command.document) || past.registry().classified_document(command.document)) {
        return already_exists("/document", "Đã có văn bản mang mã " + command.document.str() + ".",
                              "There is a document " + command.document.str() + " already.");
    }
    Problems problems;
    problems.require(!command.number.empty(), "/number", "Phải ghi số, ký hiệu văn bản.",
                     "Give the number and symbol.");
    problems.require(!command.place.empty(), "/place", "Phải ghi nơi lưu giữ văn bản.", "Say where it is kept.");
    problems.require(command.date <= acting.today(), "/date", "Ngày ký không được sau ngày hôm nay.",
                     "The date of signing is in the future.");
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, document_stream(command.document), command);
}

Decision decide(Past& past, const Acting& acting, const CorrectDocument& command) {
    Problems problems;
    const auto* document = problems.document(past, command.document);
    if (!document) return std::move(problems).refusal();
    const auto& registered = document->registered;
    const auto authority = may_keep(past, acting, registered.issuer_unit);
    if (!authority) return authority.error();

    auto corrected = registered;
    if (command.number) corrected.number = *command.number;
    if (command.date) corrected.date = *command.date;
    if (command.effective_from) corrected.effective_from = *command.effective_from;
    if (command.effective_to) corrected.effective_to = command.effective_to;
    if (corrected == registered) return nothing_to_change();
    problems.require_reason(command.reason);
    if (command.number && bears_secrecy_mark(command.number->str())) problems.add(classified_refused("/number"));
    check_effect(problems, corrected, acting.today());
    if (!problems.none()) return std::move(problems).refusal();
    return written(*authority, document_stream(command.document), command);
}

}  // namespace minhbach::services::organisation
