#include "services/submission/submission.hpp"

#include <stdexcept>

namespace minhbach::services::submission {

void Submission::apply(const events::Recorded& recorded) {
    if (recorded.event.is<Erased>()) return;
    if (const auto* submitted = recorded.event.as<FileSubmitted>()) {
        file = *submitted;
        status = FileStatus::submitted;
        submitted_at = recorded.record.recorded_at;
    } else if (recorded.event.is<FileReturned>()) {
        status = FileStatus::returned;
    } else if (recorded.event.is<FileAccepted>()) {
        status = FileStatus::accepted;
    } else {
        throw std::logic_error("not an event of a submission: " + recorded.record.type);
    }
}

}  // namespace minhbach::services::submission
