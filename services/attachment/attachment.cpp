#include "services/attachment/attachment.hpp"

#include <algorithm>
#include <array>

#include "events/refusals.hpp"
#include "services/organisation/authority.hpp"
#include "services/organisation/inputs.hpp"
#include "services/past.hpp"

namespace minhbach::services::attachment {
namespace {

// What a browser or an office shows without running anything.
constexpr std::array<std::string_view, 8> kMediaTypes{
    "application/pdf",
    "image/png",
    "image/jpeg",
    "image/tiff",
    "text/plain",
    "text/csv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};

constexpr std::array kPowersOverPerson{Power::assign_work, Power::comment, Power::propose,
                                       Power::decide,      Power::record,  Power::transcribe};
constexpr std::array kPowersOfRecords{Power::record, Power::transcribe, Power::submit, Power::decide};

// Dấu chỉ độ mật (Luật Bảo vệ bí mật nhà nước năm 2018): such files never enter this system.
bool has_secrecy_mark(std::string_view name) {
    constexpr std::array<std::string_view, 5> kMarks{"TUYỆT MẬT", "TỐI MẬT", "(MẬT)", "_MẬT", "-MẬT"};
    return std::any_of(kMarks.begin(), kMarks.end(),
                       [&](auto mark) { return name.find(mark) != std::string_view::npos; });
}

Result<Authority> authority_of(Past& past, const Acting& acting, const StoreAttachment& command) {
    if (command.person == acting.person) {
        return Authority{acting.person, std::nullopt, std::nullopt, Capacity::self};
    }
    std::optional<Refusal> refusal;
    if (!command.person) {
        for (const auto power : kPowersOfRecords) {
            auto authority = organisation::competent_somewhere(past, acting.person, power, acting.today());
            if (authority) return authority;
            if (!refusal) refusal = authority.error();
        }
        return *std::move(refusal);
    }
    past.note(person_stream(*command.person));
    const auto* person = past.registry().person(*command.person);
    const auto* post = person ? person->last_post_at(acting.today()) : nullptr;
    if (!post) return invalid_field("/person", "Không có người này.", "There is no such person.");
    for (const auto power : kPowersOverPerson) {
        auto authority = organisation::competent_for_person(past, acting.person, power, *post, acting.today());
        if (authority) return authority;
        if (!refusal) refusal = authority.error();
    }
    return *std::move(refusal);
}

}  // namespace

void Attachment::apply(const events::Recorded& recorded) {
    stored = recorded.event.get<AttachmentStored>();
}

Decision decide(Past& past, const Acting& acting, const StoreAttachment& command) {
    const auto authority = authority_of(past, acting, command);
    if (!authority) return authority.error();
    if (past.attachment(command.attachment).exists()) {
        return Refusal{
            "already-exists", "/attachment", "", "Tệp này đã được nộp.", "This file was handed in before.", {}};
    }
    if (std::find(kMediaTypes.begin(), kMediaTypes.end(), command.media_type.str()) == kMediaTypes.end()) {
        return invalid_field("/mediaType", "Chỉ nhận PDF, ảnh, văn bản, CSV, DOCX và XLSX.",
                             "Only PDF, images, text, CSV, DOCX and XLSX are taken.");
    }
    if (has_secrecy_mark(command.name.str()) || organisation::bears_secrecy_mark(command.name.str())) {
        return Refusal{"classified-refused",
                       "/name",
                       std::string(organisation::kSecrecyLaw),
                       "Tệp có dấu chỉ độ mật; chỉ ghi số, ngày và nơi lưu của tài liệu.",
                       "The file bears a secrecy mark; enter only its number, date and place.",
                       {}};
    }
    return Decided{*authority,
                   {{attachment_stream(command.attachment),
                     AttachmentStored{command.attachment, command.person, command.name, command.media_type,
                                      command.bytes, command.digest},
                     {},
                     {}}}};
}

}  // namespace minhbach::services::attachment
