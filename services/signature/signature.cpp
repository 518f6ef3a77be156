#include "services/signature/signature.hpp"

#include <algorithm>

#include "events/record.hpp"
#include "events/refusals.hpp"
#include "services/past.hpp"

namespace minhbach::services::signature {
namespace {

Digest digest_of(const ActSigned& made) {
    return Digest::of(events::hex(events::sha256(made.signature.str())));
}

Refusal there_already(std::string vi, std::string en) {
    return {"already-exists", "/signature", "", std::move(vi), std::move(en), {}};
}

}  // namespace

void Signatures::apply(const events::Recorded& recorded) {
    digests.push_back(digest_of(recorded.event.get<ActSigned>()));
    last_year = recorded.record.recorded_at.local_date().year();
}

Decision decide(Past& past, const Acting& acting, const SignAct& command) {
    if (command.actor != acting.person) {
        return Refusal{"not-competent",
                       "",
                       "",
                       "Chỉ người thực hiện việc này mới ký số được vào bản ghi của việc đó.",
                       "Only whoever did this act can sign its record.",
                       {}};
    }
    const auto& stream = command.made.stream.str();
    const auto category = std::string_view(stream).substr(0, stream.find('/'));
    const auto& type = command.made.act_type.str();
    if (type == ActSigned::kType || category == "books" || is_party_content(category, type)) {
        return invalid_field("", "Bản ghi loại này không nhận chữ ký số cá nhân.",
                             "Records of this kind take no personal signature.");
    }
    const auto position = static_cast<std::uint64_t>(command.made.position);
    const auto& signatures = past.signatures(position);
    const auto digest = digest_of(command.made);
    if (std::find(signatures.digests.begin(), signatures.digests.end(), digest) != signatures.digests.end())
        return there_already("Chữ ký số này đã được ghi nhận.", "This signature was taken before.");
    if (signatures.digests.size() >= Signatures::signatures_max)
        return there_already("Bản ghi này đã có đủ số chữ ký số được nhận.",
                             "The record has as many signatures as are taken.");
    const Authority authority{acting.person, std::nullopt, std::nullopt, Capacity::self};
    return Decided{authority, {{signature_stream(position), command.made, {}, {}}}};
}

}  // namespace minhbach::services::signature
